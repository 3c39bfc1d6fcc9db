package io.spyglass.simulator;

/// The price grid of option quotes and trades, in whole cents so that prices are exact decimals.
///
/// SPX and SPXW trade in steps of 0.05 below 3.00 and of 0.10 from there on, SPY in cents.
final class TickSize {
  private static final int FINE = 5;
  private static final int COARSE = 10;
  private static final double COARSE_FROM = 3.0;

  private TickSize() {}

  /// The step at a price, in cents.
  static int cents(boolean index, double price) {
    return !index ? 1 : price < COARSE_FROM ? FINE : COARSE;
  }

  /// The step at a price, in dollars.
  static double dollars(boolean index, double price) {
    return cents(index, price) / 100.0;
  }

  /// The nearest price on the grid.
  static double nearest(boolean index, double price) {
    int step = cents(index, price);
    return Math.rint(price * 100 / step) * step / 100;
  }

  /// The next price on the grid above one that lies on it.
  static double above(boolean index, double price) {
    return (Math.rint(price * 100) + cents(index, price)) / 100;
  }

  /// The next price on the grid below one that lies on it, 0 at the least.
  static double below(boolean index, double price) {
    double cents = Math.rint(price * 100);
    return Math.max(0, cents - cents(index, price - 0.01)) / 100;
  }
}
