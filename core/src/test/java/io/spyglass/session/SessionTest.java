package io.spyglass.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Underlying SPX = new Underlying("SPX");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final long OPEN = CALENDAR.day(DAY).regular().fromNanos();
  private static final int[] CODES = {209, 209, 209, 219, 232, 227, 204, 201};

  /// A wild day: any price, any side, late prints, prints outside the hours, a spot that jumps.
  private static List<MarketEvent> wildDay(long seed, int events) {
    SplittableRandom random = new SplittableRandom(seed);
    List<MarketEvent> day = new ArrayList<>();
    long at = OPEN - 30_000_000_000L;
    for (int i = 0; i < events; i++) {
      at += random.nextLong(40_000_000_000L);
      Right right = random.nextBoolean() ? Right.CALL : Right.PUT;
      LocalDate expiry = random.nextInt(4) == 0 ? DAY.plusDays(3) : DAY;
      OptionContract option =
          OptionContract.of("SPXW", expiry, right, 5950 + 5 * random.nextInt(20));
      double price = 1 + random.nextInt(40) * 0.05;
      day.add(
          switch (random.nextInt(5)) {
            case 0 -> new IndexValue(new Index("SPX"), at, at, 5950 + random.nextInt(100));
            case 1, 2 -> new Quote(option, at, at, i, price - 0.1, price + 0.1, 5, 5);
            default -> trade(option, at, i, price, CODES[random.nextInt(CODES.length)]);
          });
    }
    return day;
  }

  private static Trade trade(OptionContract option, long at, int i, double price, int code) {
    return new Trade(
        option, at, at, -1, i, price, 1 + i % 9, 302, Conditions.of(code), i % 50 == 0 ? 1 : 0);
  }

  private static Feed feed(List<MarketEvent> events) {
    Iterator<MarketEvent> iterator = events.iterator();
    return new TickingFeed(() -> iterator.hasNext() ? iterator.next() : null);
  }

  private static Session session(Output output) {
    Map<Underlying, FlowRules> watched = Map.of(SPX, FlowRules.standard(SPX));
    return new Session(new FlowState(DAY, CALENDAR, watched, output), output);
  }

  private static List<String> facts(List<MarketEvent> events) {
    List<String> facts = new ArrayList<>();
    session(new FactLog(facts::add)).run(feed(events));
    return facts;
  }

  @RepeatedTest(10)
  void laterEventsChangeNoEarlierFact(RepetitionInfo run) {
    List<MarketEvent> day = wildDay(run.getCurrentRepetition(), 200);
    List<String> whole = facts(day);
    for (int length = 0; length < day.size(); length += 37) {
      List<MarketEvent> sofar = day.subList(0, length);
      List<String> facts = facts(sofar);
      boolean closesSecond =
          !facts.isEmpty() && facts.getLast().startsWith("tick") && length < day.size();
      int comparable = closesSecond ? lastEventFacts(facts) : facts.size();
      assertThat(facts.subList(0, comparable)).isEqualTo(whole.subList(0, comparable));
    }
  }

  /// Facts before the tick that closes the last second, which a longer day may still add to.
  private static int lastEventFacts(List<String> facts) {
    List<String> seconds = facts.stream().filter(fact -> fact.startsWith("tick")).toList();
    return seconds.size() < 2 ? 0 : facts.indexOf(seconds.get(seconds.size() - 2)) + 1;
  }

  @Test
  void theSameEventsGiveTheSameFacts() {
    assertThat(facts(wildDay(7, 500))).isEqualTo(facts(wildDay(7, 500)));
  }

  @RepeatedTest(10)
  void everyPrintIsCountedOnceAndEveryTotalIsTheSumOfItsParts(RepetitionInfo run) {
    List<MarketEvent> day = wildDay(100 + run.getCurrentRepetition(), 2000);
    Session session = session(new Output() {});
    session.run(feed(day));
    UnderlyingFlow flow = session.flow().underlyings().iterator().next();
    double printed =
        day.stream().filter(Trade.class::isInstance).mapToDouble(SessionTest::counted).sum();
    double found = 0;
    for (ExpiryFlow series : flow.expiries()) {
      for (ContractFlow row : series.contracts()) {
        assertThat(row.bought() + row.sold() + row.unclassified()).isEqualTo(row.volume());
        found += row.volume() + row.outside();
      }
      assertThat(series.calls().volume()).isEqualTo(sum(series, Right.CALL, ContractFlow::volume));
      assertThat(series.puts().netPremium())
          .isCloseTo(sum(series, Right.PUT, ContractFlow::netPremium), within(1e-6));
    }
    assertThat(found).isEqualTo(printed);
  }

  private static double counted(MarketEvent event) {
    Trade trade = (Trade) event;
    int code = trade.conditions().code(0);
    return code == 204 || code == 201 || trade.correction() > 0 ? 0 : trade.size();
  }

  private static double sum(ExpiryFlow series, Right right, ToDoubleFunction<ContractFlow> part) {
    return series.contracts().stream()
        .filter(row -> row.contract().right() == right)
        .mapToDouble(part)
        .sum();
  }
}
