package io.spyglass.simulator;

import io.spyglass.pricing.kernel.Elementary;

/// The at-the-money total variance that is priced up to one expiry, within one day.
///
/// @param today the variance of the regular hours of this day
/// @param later the variance from this day's close to the expiry
/// @param fastWeight how much of a change of the fast factor the average up to the expiry feels
/// @param slowWeight the same for the slow factor
record TermVariance(double today, double later, double fastWeight, double slowWeight) {

  /// The variance with `remaining` of this day's hours to come and the factors changed since the
  /// open.
  double theta(double remaining, double fastChange, double slowChange) {
    double shift = fastWeight * fastChange + slowWeight * slowChange;
    return (today * remaining + later) * Elementary.exp(2 * shift);
  }

  /// The share of a change of a factor that the average of `days` days feels, if `decay` of it is
  /// left after each.
  static double weight(double decay, double days) {
    return days < 1 ? 1 : (1 - Formulas.pow(decay, days)) / (days * (1 - decay));
  }
}
