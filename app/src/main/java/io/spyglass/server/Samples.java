package io.spyglass.server;

import java.util.Arrays;

/// A contract's price, volatility and Greeks at the end of each minute, `NaN` where unknown: 32
/// bytes a minute, in single precision, which holds three decimals of a price. Guarded by the
/// board's monitor.
final class Samples {
  /// The place in a [Row] of the first number that is sampled, `last`.
  static final int FIRST = 8;

  /// `last`, `bid`, `ask`, `iv`, `delta`, `gamma`, `theta`, `vega`.
  static final int NUMBERS = 8;

  private static final int PRICES = 3;
  private static final int PRICE_DECIMALS = 3;
  private static final int DECIMALS = 8;

  private final float[] values;

  Samples(int minutes) {
    values = new float[NUMBERS * minutes];
    Arrays.fill(values, Float.NaN);
  }

  /// How many decimals of a number hold.
  static int decimals(int number) {
    return number < PRICES ? PRICE_DECIMALS : DECIMALS;
  }

  /// Notes a row's numbers.
  void take(int minute, double[] row) {
    for (int i = 0; i < NUMBERS; i++) {
      values[minute * NUMBERS + i] = (float) row[FIRST + i];
    }
  }

  /// One of the numbers at a minute's end.
  double value(int number, int minute) {
    return values[minute * NUMBERS + number];
  }
}
