package io.spyglass.simulator;

import io.spyglass.pricing.kernel.Elementary;

/// How the variance of a trading day spreads over its regular hours: fast after the open, slow at
/// noon, faster again into the close.
///
/// The rate at the fraction s of the hours is 1 + 2.2 exp(-s / 0.07) + 0.9 exp(-(1 - s) / 0.08),
/// divided by its integral.
final class VarianceClock {
  private static final double OPENING = 2.2;
  private static final double OPENING_LENGTH = 0.07;
  private static final double CLOSING = 0.9;
  private static final double CLOSING_LENGTH = 0.08;
  private static final double WHOLE = integral(1);

  private VarianceClock() {}

  /// The rate at a fraction of the regular hours; 1 on average.
  static double rate(double fraction) {
    return (1
            + OPENING * Elementary.exp(-fraction / OPENING_LENGTH)
            + CLOSING * Elementary.exp((fraction - 1) / CLOSING_LENGTH))
        / WHOLE;
  }

  /// The share of the variance that is still to come: 1 up to the open, 0 from the close on.
  static double remaining(double fraction) {
    return fraction <= 0 ? 1 : fraction >= 1 ? 0 : 1 - integral(fraction) / WHOLE;
  }

  private static double integral(double fraction) {
    double opening = OPENING * OPENING_LENGTH * (1 - Elementary.exp(-fraction / OPENING_LENGTH));
    double closing =
        CLOSING
            * CLOSING_LENGTH
            * (Elementary.exp((fraction - 1) / CLOSING_LENGTH)
                - Elementary.exp(-1 / CLOSING_LENGTH));
    return fraction + opening + closing;
  }
}
