package io.spyglass.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.flow.Print;
import io.spyglass.flow.TradeSide;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Underlying;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedFeed;
import io.spyglass.simulator.SimulatedMarket;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideAccuracyTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final long OPEN = CALENDAR.day(DATE).regular().fromNanos();
  private static final long HOUR = 3_600_000_000_000L;

  /// Volume by what was said and what was so.
  private static final class Score implements Output {
    final Map<TradeSide, Map<TradeSide, Double>> volume = new EnumMap<>(TradeSide.class);
    private final SimulatedFeed feed;
    double byQuote;
    double byQuoteRight;

    Score(SimulatedFeed feed) {
      this.feed = feed;
    }

    @Override
    public void print(Print print) {
      TradeSide truth = feed.trueSide();
      volume
          .computeIfAbsent(print.side(), _ -> new EnumMap<>(TradeSide.class))
          .merge(truth, print.size(), Double::sum);
      if (print.side() != TradeSide.UNCLASSIFIED && !print.byTickRule()) {
        byQuote += print.size();
        byQuoteRight += print.side() == truth ? print.size() : 0;
      }
    }

    double sided(boolean right) {
      double sum = 0;
      for (TradeSide side : new TradeSide[] {TradeSide.BOUGHT, TradeSide.SOLD}) {
        for (Map.Entry<TradeSide, Double> each : volume.getOrDefault(side, Map.of()).entrySet()) {
          sum += !right || side == each.getKey() ? each.getValue() : 0;
        }
      }
      return sum;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPX", "SPY"})
  void mostOfTheVolumeIsGivenItsTrueSide(String symbol) {
    Underlying underlying = new Underlying(symbol);
    Selection hour = Selection.of(underlying).expiring(DATE).between(Long.MIN_VALUE, OPEN + HOUR);
    SimulatedFeed feed = SimulatedMarket.of(1, CALENDAR).day(DATE).feed(hour);
    Score score = new Score(feed);
    Map<Underlying, FlowRules> rules = Map.of(underlying, FlowRules.standard(underlying));
    Session session = new Session(new FlowState(DATE, CALENDAR, rules, score), score);
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      session.accept(event);
    }
    double all = score.sided(true) / score.sided(false);
    double byQuote = score.byQuoteRight / score.byQuote;
    System.out.printf(
        "%s: the side of %.1f %% of the sided volume is the aggressor's (%.1f %% by the quote):%n"
            + "said → true: %s%n",
        symbol, 100 * all, 100 * byQuote, score.volume);
    assertThat(all).isBetween(0.80, 0.99);
    assertThat(byQuote).isGreaterThan(all);
  }
}
