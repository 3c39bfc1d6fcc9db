package io.spyglass.simulator;

import io.spyglass.pricing.kernel.Elementary;

/// The smile: total variance by log-moneyness for each level of at-the-money total variance.
///
/// It is the surface SVI with a power law, w(k) = θ/2 (1 + ρφk + √((φk + ρ)² + 1 - ρ²)) with φ = η
/// θ^-γ (1 + θ)^(γ-1), which is free of butterfly arbitrage where θφ(1 + |ρ|) ≤ 4 and θφ²(1 + |ρ|)
/// ≤ 4, and of calendar arbitrage where θ grows with the expiry. Source: Gatheral and Jacquier,
/// "Arbitrage-free SVI volatility surfaces", Quantitative Finance 14 (2014), section 4.
///
/// @param skew ρ, the correlation of level and volatility
/// @param curvature η, the size of the smile
record Smile(double skew, double curvature) {
  private static final double POWER = 0.3;

  /// The smile of a day.
  static Smile of(DayMove move) {
    Draws draws = new Draws(DayStream.SMILE.of(move));
    return new Smile(
        -0.70 + 0.02 * draws.nextNormal(), 1.65 * Elementary.exp(0.05 * draws.nextNormal()));
  }

  /// φ at the at-the-money total variance `theta`.
  double slope(double theta) {
    return curvature * Formulas.pow(theta, -POWER) * Formulas.pow(1 + theta, POWER - 1);
  }

  /// The total variance at log-moneyness `k`, given `theta` and its [#slope].
  double variance(double theta, double slope, double k) {
    double x = slope * k;
    double bent = x + skew;
    return 0.5 * theta * (1 + skew * x + Math.sqrt(bent * bent + 1 - skew * skew));
  }
}
