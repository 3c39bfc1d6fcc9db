package io.spyglass.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.model.Conditions;
import io.spyglass.model.Hole;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.model.VendorGreeks;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FanoutTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Underlying SPX = new Underlying("SPX");
  private static final OptionContract CALL = OptionContract.parse("SPXW261120C06000000");
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final long OPEN = CALENDAR.day(DAY).regular().fromNanos();

  private final List<String> alone = new ArrayList<>();
  private final List<String> first = new ArrayList<>();
  private final List<String> second = new ArrayList<>();

  @Test
  void eachOutputIsToldWhatOneAloneIsTold() {
    List<MarketEvent> events =
        List.of(
            new Quote(CALL, OPEN, OPEN, 1, 9, 11, 1, 1),
            new IndexValue(new Index("SPX"), OPEN, OPEN, 6000),
            new Trade(CALL, OPEN, OPEN, -1, 1, 11, 5, 302, Conditions.NONE, 0),
            new VendorGreeks(CALL, OPEN, OPEN, 0.2, 0.5, 0.01, Double.NaN, 0.7),
            new News("n", OPEN, OPEN, "title", "", Double.NaN, List.of(), List.of()),
            new Hole(OPEN, OPEN, OPEN - 5, OPEN, "a socket was lost", false),
            new Tick(OPEN));

    run(new FactLog(alone::add), events);
    run(new Fanout(List.of(new FactLog(first::add), new FactLog(second::add))), events);

    assertThat(alone.stream().map(fact -> fact.substring(0, fact.indexOf(','))).distinct())
        .containsExactlyInAnyOrder("row", "spot", "print", "news", "hole", "view", "tick");
    assertThat(alone).anyMatch(fact -> fact.endsWith(",vendor 0.2 0.5 0.01 NaN 0.7"));
    assertThat(first).isEqualTo(alone);
    assertThat(second).isEqualTo(alone);
  }

  @Test
  void noFactIsForgotten() {
    assertThat(Fanout.class.getDeclaredMethods())
        .extracting(Method::getName)
        .containsAll(Arrays.stream(Output.class.getMethods()).map(Method::getName).toList());
  }

  private static void run(Output output, List<MarketEvent> events) {
    Map<Underlying, FlowRules> watched = Map.of(SPX, FlowRules.standard(SPX));
    Session session = new Session(new FlowState(DAY, CALENDAR, watched, output), output);
    events.forEach(session::accept);
  }
}
