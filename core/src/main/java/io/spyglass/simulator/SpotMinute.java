package io.spyglass.simulator;

import io.spyglass.flow.TradeSide;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Quote;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import io.spyglass.simulator.Selection.Kind;

/// The underlyings in one minute: the index each second of the regular hours, the VIX every 15
/// seconds up to the end of the tape, and a thin tape of the fund's shares. Owned by one feed.
final class SpotMinute {
  private static final Index SPX = new Index("SPX");
  private static final Index VIX = new Index("VIX");
  private static final Stock SPY = new Stock("SPY");
  private static final long VIX_STEP = 15 * DayHours.SECOND;
  private static final double QUOTES_A_SECOND = 2.5;
  private static final double TRADES_A_SECOND = 2.0;
  private static final double LATE_PACE = 0.1;
  private static final double ODD_LOTS = 0.45;
  private static final Conditions ODD_LOT = Conditions.of(37);
  private static final long SEQUENCES_A_MINUTE = 100_000;

  private final SimulatedDay day;
  private final Selection selection;
  private final VolatilityIndex volatilityIndex;
  private final Draws draws = new Draws(0);
  private long sequence;

  SpotMinute(SimulatedDay day, Selection selection) {
    this.day = day;
    this.selection = selection;
    this.volatilityIndex = new VolatilityIndex(day);
  }

  /// Adds the minute that begins at an instant.
  void fill(long minuteNanos, Block block) {
    DayHours hours = day.hours();
    if (minuteNanos < hours.openNanos() || minuteNanos >= hours.tapeEndNanos()) {
      return;
    }
    if (selection.wants(Kind.SPOT) && selection.underlyings().contains(SimulatedMarket.SPX)) {
      fillIndex(minuteNanos, block);
    }
    if (selection.wants(Kind.SPOT) && selection.underlyings().contains(SimulatedMarket.SPY)) {
      fillFund(minuteNanos, block);
    }
    if (selection.wants(Kind.VIX)) {
      for (long at = minuteNanos; at < minuteNanos + DayHours.MINUTE; at += VIX_STEP) {
        block.add(new IndexValue(VIX, at, at, cents(volatilityIndex.at(at))));
      }
    }
  }

  /// The index from the open to the close itself, which is its last value.
  private void fillIndex(long minuteNanos, Block block) {
    for (int i = 0; i < 60; i++) {
      long at = minuteNanos + i * DayHours.SECOND;
      if (at <= day.hours().closeNanos()) {
        block.add(new IndexValue(SPX, at, at, cents(day.path().level(at))));
      }
    }
  }

  private void fillFund(long minuteNanos, Block block) {
    long minute = (minuteNanos - day.hours().startNanos()) / DayHours.MINUTE;
    draws.restart(Draws.key(DayStream.STOCK.of(day.move()), minute));
    sequence = minute * SEQUENCES_A_MINUTE;
    double pace = minuteNanos < day.hours().closeNanos() ? 1 : LATE_PACE;
    for (int i = 0; i < 60; i++) {
      long second = minuteNanos + i * DayHours.SECOND;
      int quotes = draws.nextPoisson(QUOTES_A_SECOND * pace);
      for (int q = 0; q < quotes; q++) {
        long at = second + (long) (DayHours.SECOND * (q + draws.nextUniform()) / quotes);
        addQuote(at, block);
      }
      int trades = draws.nextPoisson(TRADES_A_SECOND * pace);
      for (int t = 0; t < trades; t++) {
        addTrade(second + (long) (DayHours.SECOND * draws.nextUniform()), block);
      }
    }
  }

  private void addQuote(long at, Block block) {
    double fair = fund(at) + 0.006 * (draws.nextUniform() - 0.5);
    double bid = Math.floor(fair * 100) / 100;
    int width = draws.happens(0.8) ? 1 : 2;
    double ask = (Math.rint(bid * 100) + width) / 100;
    block.add(new Quote(SPY, at, at, sequence++, bid, ask, lots(), lots()));
  }

  private long lots() {
    double u = draws.nextUniform();
    return 100 * (1 + (long) (12 * u * u * u));
  }

  private void addTrade(long at, Block block) {
    boolean buyer = draws.happens(0.5);
    double fair = fund(at);
    double price = buyer ? Math.ceil(fair * 100) / 100 : Math.floor(fair * 100) / 100;
    boolean odd = draws.happens(ODD_LOTS);
    int size = odd ? 1 + draws.nextInt(99) : 100 * TradeSizes.draw(draws, 3);
    long executed = at - (long) (2_000_000 * draws.nextUniform());
    block.add(
        new Trade(
            SPY,
            at,
            at,
            executed,
            sequence++,
            price,
            size,
            Venues.stock(draws),
            odd ? ODD_LOT : Conditions.NONE,
            0),
        buyer ? TradeSide.BOUGHT : TradeSide.SOLD);
  }

  private double fund(long at) {
    return day.path().level(at) * day.spotRatio(SimulatedMarket.SPY);
  }

  private static double cents(double value) {
    return Math.rint(value * 100) / 100;
  }
}
