package io.spyglass.simulator;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.Quote;

/// Bid, ask and sizes around the middle of the market.
///
/// The spread grows with the root of the out-of-the-money price, with depth in the money, at the
/// open and towards the close, and with the day's volatility; far out of the money it is a tick or
/// two, which is much of the price, and there may be no bid at all: price and size 0. In SPY about
/// one quote in five thousand is locked and one in fifty thousand crossed, as between exchanges;
/// never in SPX. Owned by one feed.
final class QuoteMaker {
  private static final double LOCKED = 1 / 5000.0;
  private static final double CROSSED = 1 / 50_000.0;
  private static final double INSIDE_FROM = 0.6;
  private static final double INSIDE_FULL = 1.2;

  private final SeriesMarket market;
  private final Draws draws;
  private double bid;
  private double ask;

  QuoteMaker(SeriesMarket market, Draws draws) {
    this.market = market;
    this.draws = draws;
  }

  /// Makes the quote of a contract at the market's instant, `wide` times as wide as usual.
  void make(Series series, int index, double wide) {
    boolean onIndex = series.isIndex();
    double outside = market.outside(index >> 1);
    double price = market.price(index, outside);
    double tick = TickSize.dollars(onIndex, price);
    double width = Math.max(tick, wide * width(series, index, outside));
    double middle = price + 0.25 * width * (draws.nextUniform() - 0.5);
    bid = Math.max(0, TickSize.nearest(onIndex, middle - 0.5 * width));
    ask = TickSize.nearest(onIndex, middle + 0.5 * width);
    if (ask <= bid) {
      ask = TickSize.above(onIndex, bid);
    }
    if (!onIndex && bid > 0) {
      disturb();
    }
  }

  private void disturb() {
    double uniform = draws.nextUniform();
    if (uniform < LOCKED) {
      bid = ask;
    }
    if (uniform < CROSSED) {
      ask = TickSize.below(false, bid);
    }
  }

  private double width(Series series, int index, double outside) {
    double z = market.moneyness(index >> 1);
    double inside = (Series.isCall(index) ? -z : z) - INSIDE_FROM;
    double inner = Math.clamp(inside / INSIDE_FULL, 0, 1) * series.kind().innerWidth();
    double root = Math.sqrt(outside);
    return series.isIndex()
        ? 0.05 + indexSlope(series.days()) * root + inner
        : 0.005 + 0.008 * root + inner;
  }

  private static double indexSlope(int days) {
    return days == 0 ? 0.062 : days <= 5 ? 0.045 : days <= 63 ? 0.042 : 0.06;
  }

  double bid() {
    return bid;
  }

  double ask() {
    return ask;
  }

  /// The quote last made, as an event.
  MarketEvent event(Series series, int index, long nanos, long sequence) {
    double depth = series.isIndex() ? 14 : 90;
    depth *= 1 + 6 / (1 + ask);
    return new Quote(
        series.contract(index),
        nanos,
        nanos,
        sequence,
        bid,
        ask,
        bid > 0 ? size(depth) : 0,
        size(depth));
  }

  private long size(double depth) {
    double u = draws.nextUniform();
    double square = u * u;
    return 1 + (long) (depth * (0.25 * u + square * square * (0.8 + square * 1.5)));
  }
}
