package io.spyglass.simulator;

import io.spyglass.pricing.kernel.Elementary;

/// How far volatility is from its usual level, as two factors of its logarithm: a fast one that
/// halves in about six trading days and a slow one that halves in about sixty.
///
/// @param fast the fast factor, 0 at its mean
/// @param slow the slow factor, 0 at its mean
record VolatilityState(double fast, double slow) {
  /// What is left of each factor a trading day later.
  static final double FAST_DECAY = 0.89;

  static final double SLOW_DECAY = 0.988;

  /// The factors' response to a fall of one standard deviation of a day.
  static final double FAST_LEVERAGE = 0.05;

  static final double SLOW_LEVERAGE = 0.032;

  /// The deviation of each factor's own noise in a day.
  static final double FAST_NOISE = 0.055;

  static final double SLOW_NOISE = 0.028;

  private static final double SPOT_VOLATILITY = 0.142;
  private static final double LONG_VOLATILITY = 0.205;

  /// Volatility falls less far below its usual level than it rises above it.
  private static final double CALM_DAMPING = 0.75;

  private static final double CONTANGO_DAYS = 30;

  /// The share of a day's variance that falls between the previous close and the open.
  static final double OVERNIGHT_SHARE = 0.30;

  /// The variance of realised returns over that which options price.
  static final double REALISED_SHARE = 0.80;

  static final double TRADING_DAYS = 252;

  /// The variance that options price for the trading day `days` ahead, 0 being this one.
  double forwardVariance(int days) {
    double approach = 1 - Elementary.exp(-days / CONTANGO_DAYS);
    double level =
        Formulas.log(SPOT_VOLATILITY) * (1 - approach) + Formulas.log(LONG_VOLATILITY) * approach;
    double factors = fast * Formulas.pow(FAST_DECAY, days) + slow * Formulas.pow(SLOW_DECAY, days);
    double bounded = factors < 0 ? CALM_DAMPING * factors : factors;
    return Elementary.exp(2 * (level + bounded)) / TRADING_DAYS;
  }

  /// The standard deviation of this day's logarithmic return as it will be, not as it is priced.
  double dailyDeviation() {
    return Math.sqrt(forwardVariance(0) * REALISED_SHARE);
  }
}
