package io.spyglass.simulator;

import io.spyglass.pricing.kernel.Black;
import io.spyglass.pricing.kernel.Elementary;

/// The VIX of the simulated surface: the square root of the variance over 30 calendar days that a
/// strip of out-of-the-money options pays, times 100.
///
/// The strip is an integral over log-moneyness, 2 ∫ q(k) e^-k dk with q the undiscounted price over
/// the forward (Carr and Madan 1998), where the published index sums over listed strikes.
final class VolatilityIndex {
  private static final int TRADING_DAYS = 20;
  private static final double MORE_DAYS = 0.71;
  private static final double YEARS = 30.0 / 365;
  private static final double FIRST = -12;
  private static final double LAST = 7;
  private static final double STEP = 0.2;

  private final SimulatedDay day;
  private final Smile smile;
  private final TermVariance whole;
  private final TermVariance next;

  VolatilityIndex(SimulatedDay day) {
    this.day = day;
    this.smile = Smile.of(day.move());
    this.whole = day.term().upTo(TRADING_DAYS, true);
    this.next = day.term().upTo(TRADING_DAYS + 1, true);
  }

  double at(long nanos) {
    double remaining = VarianceClock.remaining(day.hours().fraction(nanos));
    double fast = day.path().fastChange(nanos);
    double slow = day.path().slowChange(nanos);
    double theta = whole.theta(remaining, fast, slow);
    double further = next.theta(remaining, fast, slow) - theta;
    double passed = (1 - VolatilityState.OVERNIGHT_SHARE) * (1 - remaining);
    return 100 * Math.sqrt(strip(theta + (MORE_DAYS + passed) * further) / YEARS);
  }

  private double strip(double theta) {
    double slope = smile.slope(theta);
    double root = Math.sqrt(theta);
    double sum = 0;
    for (double z = FIRST; z < LAST; z += STEP) {
      double k = (z + 0.5 * STEP) * root;
      double strike = Elementary.exp(k);
      double deviation = Math.sqrt(smile.variance(theta, slope, k));
      sum += Black.price(k < 0 ? -1 : 1, 1, strike, 1, deviation) / strike;
    }
    return 2 * sum * STEP * root;
  }
}
