package io.spyglass.pricing;

import io.spyglass.pricing.kernel.Black;

/// Price and Greeks of one option per share, in the units they are quoted in.
///
/// All are NaN where the inputs do not determine them: a number is missing, or time or volatility
/// is not above zero.
///
/// @param price discounted
/// @param delta per $1 of the underlying
/// @param gamma change of delta per $1 of the underlying
/// @param vega per volatility point (0.01)
/// @param theta per calendar day, negative where time costs
/// @param rho per 1 % of the rate (0.01)
public record Greeks(
    double price, double delta, double gamma, double vega, double theta, double rho) {

  private static final double DAYS_PER_YEAR = 365;
  private static final double POINTS = 100;

  /// The quoted Greeks from what the kernel wrote to `kernel` from index `at`, which is per 1.00 of
  /// volatility, per year and per 1.00 of the rate.
  public static Greeks ofKernel(double[] kernel, int at) {
    return new Greeks(
        kernel[at + Black.PRICE],
        kernel[at + Black.DELTA],
        kernel[at + Black.GAMMA],
        kernel[at + Black.VEGA] / POINTS,
        kernel[at + Black.THETA] / DAYS_PER_YEAR,
        kernel[at + Black.RHO] / POINTS);
  }
}
