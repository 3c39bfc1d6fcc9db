package io.spyglass.simulator;

/// The variance priced for each trading day ahead, seen from one day's open.
final class TermStructure {
  private final double[] forward;
  private final double[] cumulative;

  TermStructure(VolatilityState atOpen, int days) {
    forward = new double[days + 1];
    cumulative = new double[days + 2];
    for (int i = 0; i <= days; i++) {
      forward[i] = atOpen.forwardVariance(i);
      cumulative[i + 1] = cumulative[i] + forward[i];
    }
  }

  /// The variance up to the close, or else the open, of the trading day `days` ahead.
  TermVariance upTo(int days, boolean close) {
    double today = days == 0 && !close ? 0 : (1 - VolatilityState.OVERNIGHT_SHARE) * forward[0];
    double later = 0;
    if (days > 0) {
      double last = close ? forward[days] : VolatilityState.OVERNIGHT_SHARE * forward[days];
      later = cumulative[days] - cumulative[1] + last;
    }
    return new TermVariance(
        today,
        later,
        TermVariance.weight(VolatilityState.FAST_DECAY, days),
        TermVariance.weight(VolatilityState.SLOW_DECAY, days));
  }
}
