package io.spyglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.TradeSide;
import io.spyglass.model.Conditions;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import io.spyglass.simulator.Selection.Kind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One whole day of everything, read once: its sums.
class WholeDayTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
  private static final long ABSTAIN =
      Conditions.maskOf(227, 228, 229, 230, 231, 232, 233, 234, 235, 236);
  private static final long SKIP = Conditions.maskOf(201, 202, 203, 204, 205, 206, 207);

  private static final OptionContract CONTRACT = OptionContract.parse("SPXW261118C06690000");

  private static final DaySums SUMS = new DaySums();
  private static SimulatedDay day;

  /// What the tests ask about, gathered in one pass.
  private static final class DaySums {
    private final Map<OptionContract, Quote> book = new HashMap<>();
    private final Map<OptionContract, Double> lastPrice = new HashMap<>();
    private final Map<OptionContract, Double> lastMove = new HashMap<>();
    private final Map<Integer, Integer> conditions = new TreeMap<>();
    private final Map<Integer, Integer> fundVenues = new TreeMap<>();
    private final double[] volumeByHalfHour = new double[16];
    private final Map<Integer, Double> ones = new TreeMap<>();
    private final List<MarketEvent> ofOneContract = new ArrayList<>();
    private long quotes;
    private long trades;
    private long disorder;
    private long offTick;
    private long notPositive;
    private long locked;
    private long indexLocked;
    private long cboeElsewhere;
    private long judged;
    private long right;
    private double indexVolume;
    private double indexSameDay;
    private double fundVolume;
    private double putVolume;
    private double callVolume;
    private double sameDay;
    private double sameDayNear;
    private MarketEvent last;

    void add(MarketEvent event, TradeSide truth) {
      if (last != null && MarketEvent.ORDER.compare(last, event) > 0) {
        disorder++;
      }
      last = event;
      if (isOf(event, CONTRACT)) {
        ofOneContract.add(event);
      }
      switch (event) {
        case Quote quote when quote.instrument() instanceof OptionContract c -> addQuote(c, quote);
        case Trade trade when trade.instrument() instanceof OptionContract c ->
            addTrade(c, trade, truth);
        default -> {}
      }
    }

    private void addQuote(OptionContract contract, Quote quote) {
      quotes++;
      boolean index = !contract.root().equals("SPY");
      offTick += isOffTick(index, quote.ask()) || isOffTick(index, quote.bid()) ? 1 : 0;
      notPositive += quote.ask() > 0 && quote.bid() >= 0 && quote.askSize() > 0 ? 0 : 1;
      if (quote.bid() >= quote.ask()) {
        locked++;
        indexLocked += index ? 1 : 0;
      }
      book.put(contract, quote);
    }

    private static boolean isOffTick(boolean index, double price) {
      double cents = price * 100;
      double step = !index ? 1 : price < 3 ? 5 : 10;
      return Math.abs(cents / step - Math.rint(cents / step)) > 1e-9
          || price != Math.rint(cents) / 100;
    }

    private void addTrade(OptionContract contract, Trade trade, TradeSide truth) {
      trades++;
      boolean index = !contract.root().equals("SPY");
      offTick += isOffTick(index, trade.price()) ? 1 : 0;
      notPositive += trade.price() > 0 && trade.size() >= 1 ? 0 : 1;
      conditions.merge(trade.conditions().code(0), 1, Integer::sum);
      if (index) {
        cboeElsewhere += trade.exchange() == 302 ? 0 : 1;
      } else {
        fundVenues.merge(trade.exchange(), 1, Integer::sum);
      }
      ones.merge((int) trade.size(), 1.0, Double::sum);
      addVolume(contract, trade, index);
      judge(contract, trade, truth);
    }

    private void addVolume(OptionContract contract, Trade trade, boolean index) {
      if ((trade.conditions().mask() & SKIP) != 0) {
        return;
      }
      boolean expires = contract.expiry().equals(DATE);
      indexVolume += index ? trade.size() : 0;
      fundVolume += index ? 0 : trade.size();
      indexSameDay += index && expires ? trade.size() : 0;
      if (index) {
        putVolume += contract.right() == Right.PUT ? trade.size() : 0;
        callVolume += contract.right() == Right.CALL ? trade.size() : 0;
      }
      if (index && expires) {
        double spot = day.spot(SimulatedMarket.SPX, trade.epochNanos());
        sameDay += trade.size();
        sameDayNear += Math.abs(contract.strike() / spot - 1) < 0.01 ? trade.size() : 0;
      }
      long minutes = (trade.epochNanos() - day.hours().openNanos()) / DayHours.MINUTE;
      volumeByHalfHour[(int) Math.min(15, minutes / 30)] += trade.size();
    }

    /// The quote rule, at the middle the tick rule, against the truth.
    private void judge(OptionContract contract, Trade trade, TradeSide truth) {
      Quote quote = book.get(contract);
      double before = lastPrice.getOrDefault(contract, trade.price());
      double move =
          trade.price() != before ? trade.price() - before : lastMove.getOrDefault(contract, 0.0);
      lastPrice.put(contract, trade.price());
      lastMove.put(contract, move);
      if (quote == null || (trade.conditions().mask() & (ABSTAIN | SKIP)) != 0) {
        return;
      }
      double side = Math.signum(trade.price() - Events.mid(quote));
      side = Math.abs(trade.price() - Events.mid(quote)) < 1e-9 ? Math.signum(move) : side;
      judged++;
      right += side == (truth == TradeSide.BOUGHT ? 1 : -1) ? 1 : 0;
    }
  }

  private static boolean isOf(MarketEvent event, OptionContract contract) {
    return switch (event) {
      case Quote quote -> quote.instrument().equals(contract);
      case Trade trade -> trade.instrument().equals(contract);
      default -> false;
    };
  }

  @BeforeAll
  static void readTheDay() {
    day = SimulatedMarket.of(1, TradingCalendar.standard()).day(DATE);
    SimulatedFeed feed = day.feed(Selection.all());
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      SUMS.add(event, feed.trueSide());
    }
  }

  @Test
  void aDayHasAMillionTradesAndTenMillionQuotes() {
    assertThat((double) SUMS.trades).isCloseTo(1e6, within(0.3e6));
    assertThat((double) SUMS.quotes).isCloseTo(10e6, within(3e6));
  }

  @Test
  void everythingIsInOrder() {
    assertThat(SUMS.disorder).isZero();
  }

  @Test
  void oneContractAskedForAloneIsTheOneOfTheWhole() {
    Selection alone =
        Selection.of(SimulatedMarket.SPX).only(Set.of(CONTRACT)).only(Kind.QUOTE, Kind.TRADE);

    assertThat(SUMS.ofOneContract).hasSizeGreaterThan(10_000);
    assertThat(Events.all(day, alone)).isEqualTo(SUMS.ofOneContract);
  }

  @Test
  void everyPriceIsPositiveAndOnItsTick() {
    assertThat(SUMS.offTick).isZero();
    assertThat(SUMS.notPositive).isZero();
  }

  @Test
  void quotesAreLockedOrCrossedRarelyAndOnlyInTheFund() {
    assertThat(SUMS.indexLocked).isZero();
    assertThat((double) SUMS.locked / SUMS.quotes).isBetween(1e-6, 1e-3);
  }

  @Test
  void twoFifthsOfTheIndexVolumeExpireOnTheDay() {
    assertThat(SUMS.indexSameDay / SUMS.indexVolume).isBetween(0.33, 0.47);
  }

  @Test
  void theVolumeOfTheDayIsNearTheMoney() {
    assertThat(SUMS.sameDayNear / SUMS.sameDay).isGreaterThan(0.8);
  }

  @Test
  void putsTradeSomewhatMoreThanCalls() {
    assertThat(SUMS.putVolume / SUMS.callVolume).isBetween(0.95, 1.6);
  }

  @Test
  void volumesAreThoseOfTheRealMarket() {
    assertThat(SUMS.indexVolume).isBetween(1.5e6, 6e6);
    assertThat(SUMS.fundVolume).isBetween(4e6, 14e6);
  }

  @Test
  void volumeIsHighAtTheOpenAndTheClose() {
    double[] volume = SUMS.volumeByHalfHour;

    assertThat(volume[0]).isGreaterThan(1.6 * volume[5]);
    assertThat(volume[12]).isGreaterThan(1.3 * volume[5]);
    assertThat(volume[13]).isLessThan(0.1 * volume[12]);
  }

  @Test
  void manyTradesAreForOneAndRoundSizesStandOut() {
    double one = SUMS.ones.get(1) / SUMS.trades;

    assertThat(one).isBetween(0.25, 0.5);
    assertThat(SUMS.ones.get(10)).isGreaterThan(2 * SUMS.ones.get(11));
    assertThat(SUMS.ones.get(50)).isGreaterThan(3 * SUMS.ones.get(49));
    assertThat(SUMS.ones.keySet().stream().mapToInt(size -> size).max().orElseThrow())
        .isGreaterThan(800);
  }

  @Test
  void allKindsOfPrintOccurInTheirProportions() {
    assertThat(share(209)).isBetween(0.45, 0.75);
    assertThat(share(219)).isBetween(0.08, 0.25);
    assertThat(share(227)).isBetween(0.03, 0.12);
    assertThat(share(231)).isBetween(0.001, 0.01);
    assertThat(share(232) + share(233) + share(235) + share(236)).isBetween(0.12, 0.28);
    assertThat(share(202) + share(204)).isBetween(0.0005, 0.005);
    assertThat(share(201) + share(203)).isBetween(0.0001, 0.002);
  }

  private static double share(int code) {
    return SUMS.conditions.getOrDefault(code, 0) / (double) SUMS.trades;
  }

  @Test
  void indexOptionsTradeOnCboeAndTheFundsEverywhere() {
    assertThat(SUMS.cboeElsewhere).isZero();
    assertThat(SUMS.fundVenues).hasSizeGreaterThan(12);
  }

  @Test
  void theQuoteRuleFindsMostTradeSidesButNotAll() {
    assertThat((double) SUMS.right / SUMS.judged).isBetween(0.85, 0.95);
  }

  @Test
  void listedContractsAreQuotedAllDay() {
    int listed =
        day.listings(SimulatedMarket.SPX).size() + day.listings(SimulatedMarket.SPY).size();

    assertThat(SUMS.book).hasSize(listed);
  }

  @Test
  void aSweepReachesSeveralExchangesInOneMillisecond() {
    Map<String, Integer> prints = new HashMap<>();
    Map<String, Integer> venues = new HashMap<>();
    long ten = NewYork.epochNanos(DATE, LocalTime.of(10, 0));
    Selection selection =
        Selection.of(SimulatedMarket.SPY)
            .expiring(DATE)
            .only(Kind.TRADE)
            .between(ten, ten + 5 * DayHours.MINUTE);
    for (MarketEvent event : Events.all(day, selection)) {
      Trade trade = (Trade) event;
      if (trade.conditions().code(0) == 219) {
        String key = trade.instrument() + " " + trade.epochNanos() / 1_000_000;
        prints.merge(key, 1, Integer::sum);
        venues.merge(key + " " + trade.exchange(), 1, Integer::sum);
      }
    }

    assertThat(prints)
        .hasSizeGreaterThan(50)
        .allSatisfy((key, count) -> assertThat(count).isGreaterThan(1));
    assertThat(venues).allSatisfy((key, count) -> assertThat(count).isLessThan(3));
  }

  @Test
  void theLegsOfAPackagePrintAtOneInstantForOneSize() {
    Map<Long, Integer> legs = new HashMap<>();
    Map<Long, Double> sizes = new HashMap<>();
    Selection selection =
        Selection.of(SimulatedMarket.SPX).expiring(LocalDate.of(2026, 11, 20)).only(Kind.TRADE);
    for (MarketEvent event : Events.all(day, selection)) {
      Trade trade = (Trade) event;
      if (trade.conditions().code(0) == 232) {
        legs.merge(trade.epochNanos(), 1, Integer::sum);
        assertThat(sizes.merge(trade.epochNanos(), trade.size(), (a, b) -> a))
            .isEqualTo(trade.size());
      }
    }
    long several = legs.values().stream().filter(count -> count > 1).count();

    assertThat((double) several / legs.size()).isGreaterThan(0.9);
  }
}
