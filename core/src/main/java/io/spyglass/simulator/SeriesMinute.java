package io.spyglass.simulator;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Trade;
import io.spyglass.simulator.Selection.Kind;
import java.util.BitSet;

/// Makes the quotes and trades of one series in one minute.
///
/// Market makers requote a series in rounds; near the money nearly every contract takes part in a
/// round, far from it few do. A contract's minute is drawn from a stream of its own and knows
/// nothing of the minute before: where an order arrives ahead of the minute's first quote, a quote
/// is made ahead of it. Sections: [#begin] sets the scene, [#contract] draws one contract, which
/// plans orders, then quote times, then fills both in. Owned by one feed.
final class SeriesMinute {
  private static final long SEQUENCES_A_MINUTE = 100_000;
  private static final double OWN_QUOTES = 0.12;
  private static final double LARGEST_SHARE = 0.35;
  private static final double FARTHEST_TRADED = 14;
  private static final long ROUND_NANOS = 30_000_000;

  private final SimulatedDay day;
  private final Selection selection;
  private final Draws draws = new Draws(0);
  private final Draws roundDraws = new Draws(0);
  private final SeriesMarket market;
  private final QuoteMaker quoteMaker;
  private final PrintMaker printMaker;
  private final Packages packages;
  private final QuoteColumns quotes = new QuoteColumns();
  private final Orders orders = new Orders();
  private final long[] rounds = new long[512];

  private Series series;
  private long minute;
  private long fromNanos;
  private long toNanos;
  private int roundCount;
  private double singles;
  private double wide;
  private double mood;
  private double logForward;
  private double deviation;
  private boolean mustQuote;

  SeriesMinute(SimulatedDay day, Selection selection, Series any) {
    this.day = day;
    this.selection = selection;
    this.series = any;
    this.market = new SeriesMarket(day, any);
    this.quoteMaker = new QuoteMaker(market, draws);
    this.printMaker = new PrintMaker(draws, market);
    this.packages = new Packages(market);
  }

  /// Adds what happens in the wanted contracts of a series in a minute.
  ///
  /// @param wanted the indices of the contracts
  /// @param dayTrades the trades of the series in a full day
  void fill(Series wantedSeries, BitSet wanted, double dayTrades, long minuteNanos, Block block) {
    long to = Math.min(minuteNanos + DayHours.MINUTE, wantedSeries.lastTradeNanos());
    if (minuteNanos < day.hours().openNanos() - DayHours.ROTATION || to <= minuteNanos) {
      return;
    }
    begin(wantedSeries, dayTrades, minuteNanos, to);
    for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
      contract(i, block);
    }
  }

  private void begin(Series next, double dayTrades, long from, long to) {
    series = next;
    fromNanos = from;
    toNanos = to;
    minute = (from - day.hours().startNanos()) / DayHours.MINUTE;
    long middle = from + (to - from) / 2;
    double length = (to - from) / (double) DayHours.MINUTE;
    Activity activity = day.activity();
    double trades = dayTrades * activity.tradeShare(middle) * length;
    double prints = series.isIndex() ? 1 : PrintMaker.FUND_PRINTS;
    singles = trades * (1 - Packages.SHARE) / prints;
    wide = activity.width(middle);
    mood = mood();
    long rotation = from - day.hours().openNanos();
    mustQuote = rotation == 0 || rotation == -DayHours.MINUTE;
    market.begin(series, from, to);
    planRounds(activity.roundsPerMinute(series) * activity.quotePace(middle) * length);
    market.at(middle);
    logForward = market.logForward();
    deviation = market.deviation();
    packages.draw(series, minute, from, to, trades);
  }

  private void planRounds(double expected) {
    roundDraws.restart(Draws.key(DayStream.ROUNDS.of(series.key()), minute));
    int whole = (int) expected;
    roundCount = Math.min(rounds.length, whole + (roundDraws.happens(expected - whole) ? 1 : 0));
    double step = (toNanos - fromNanos - ROUND_NANOS) / (double) Math.max(1, roundCount);
    for (int i = 0; i < roundCount; i++) {
      rounds[i] = fromNanos + (long) (step * (i + roundDraws.nextUniform()));
    }
  }

  /// The tilt of orders towards buying calls and selling puts, with the index.
  private double mood() {
    double move = day.path().logLevel(toNanos) - day.path().logLevel(fromNanos);
    return 0.10 * Math.clamp(move / (0.05 * day.move().deviation()), -1, 1);
  }

  private void contract(int index, Block block) {
    draws.restart(Draws.key(series.key(index), minute));
    double z = (series.logStrike(index >> 1) - logForward) / deviation;
    planOrders(index, z);
    if (orders.count() == 0 && !selection.wants(Kind.QUOTE)) {
      return;
    }
    planQuotes(index, z);
    makeQuotes(index, block);
    if (orders.count() > 0) {
      makePrints(index, block);
    }
  }

  private void planOrders(int index, double z) {
    orders.clear();
    int strike = index >> 1;
    boolean traded = singles > 0 && Math.abs(z) < FARTHEST_TRADED;
    double strip = series.spacing(strike) / (series.strike(strike) * deviation);
    int count = traded ? draws.nextPoisson(singles * share(index, z, strip)) : 0;
    for (int i = 0; i < count; i++) {
      orders.add(instant(), Orders.SINGLE);
    }
    for (int leg = packages.first(index); leg >= 0; leg = packages.next(leg)) {
      orders.add(packages.nanos(leg), leg);
    }
    orders.sort();
  }

  /// The share of a contract in the series' orders, if a strip of moneyness is its own.
  private double share(int index, double z, double strip) {
    double density = Activity.density(Series.isCall(index), z);
    return Math.min(LARGEST_SHARE, density * strip) * series.roundness(index >> 1);
  }

  private long instant() {
    return fromNanos + (long) ((toNanos - fromNanos) * draws.nextUniform());
  }

  private void planQuotes(int index, double z) {
    quotes.clear();
    boolean inside = Series.isCall(index) == z < 0;
    double part = Activity.participation(Math.abs(z), inside);
    for (int i = 0; i < roundCount; i++) {
      double uniform = draws.nextUniform();
      if (uniform < part) {
        quotes.plan(rounds[i] + (long) (ROUND_NANOS * (uniform / part)));
      }
    }
    int own = draws.nextPoisson(OWN_QUOTES * part * roundCount);
    for (int i = 0; i < own; i++) {
      quotes.plan(instant());
    }
    if (mustQuote && quotes.count() == 0) {
      quotes.plan(fromNanos + (long) (10e9 * draws.nextUniform()));
    }
    if (orders.count() > 0 && orders.nanos(0) < quotes.earliest()) {
      long before = 1_000_000 + (long) (3e9 * draws.nextUniform());
      quotes.plan(Math.max(fromNanos, orders.nanos(0) - before));
    }
    quotes.sortTimes();
  }

  private void makeQuotes(int index, Block block) {
    boolean shown = selection.wants(Kind.QUOTE);
    for (int i = 0; i < quotes.count(); i++) {
      long nanos = quotes.nanos(i);
      market.at(nanos);
      quoteMaker.make(series, index, wide);
      quotes.set(i, quoteMaker.bid(), quoteMaker.ask());
      MarketEvent event = quoteMaker.event(series, index, nanos, sequence(i));
      if (shown) {
        block.add(event);
      }
    }
  }

  private void makePrints(int index, Block block) {
    double tilt = mood + 0.12 * (draws.nextUniform() - 0.5);
    double buying = 0.5 + (Series.isCall(index) ? tilt : -tilt);
    printMaker.begin(series.isIndex(), day.hours().openNanos(), toNanos - 1);
    for (int i = 0; i < orders.count(); i++) {
      int quote = quotes.inForce(orders.nanos(i));
      printMaker.meet(orders.nanos(i), quotes.bid(quote), quotes.ask(quote));
      int leg = orders.leg(i);
      if (leg == Orders.SINGLE) {
        printMaker.single(index, draws.happens(buying));
      } else {
        printMaker.leg(packages.size(leg), packages.buys(leg), packages.conditions(leg));
      }
    }
    if (selection.wants(Kind.TRADE)) {
      addPrints(series.contract(index), block);
    }
  }

  private void addPrints(OptionContract contract, Block block) {
    int number = 0;
    for (Print print : printMaker.sorted()) {
      Trade trade =
          new Trade(
              contract,
              print.nanos(),
              print.nanos(),
              print.participantNanos(),
              sequence(number++),
              print.price(),
              print.size(),
              print.exchange(),
              print.conditions(),
              print.correction());
      block.add(trade, print.side());
    }
  }

  private long sequence(int number) {
    return minute * SEQUENCES_A_MINUTE + number;
  }
}
