package io.spyglass.pricing.kernel;

/// The volatility that a European price implies: the inverse of [Black#price].
///
/// The price is mapped to the out-of-the-money side by parity. With the notation of [Black] and b'
/// = E/√(2π), the derivative of the price by s (per √(FK)), the ratio of the price to b' is M =
/// √(π/2)(erfcx((h - t)/√2) - erfcx((h + t)/√2)), and what the bound leaves above the price has the
/// same form with a sum and the first argument reflected. So with B the price, or in the upper
/// region the rest,
///
/// ```
/// ln B(target) - ln B(s) = (h² + t²)/2 + ln(√(2π) B(target) / M)
/// ```
///
/// needs one logarithm and no exponential, and neither underflows nor cancels in the wings. Each
/// step is Householder's of third order on it (P. Jäckel, "Let's Be Rational", Wilmott 2015,
/// section 4; he solves for 1/ln b in the lower region): the error of a step is about the fourth
/// power of that of the one before, so a correction below 2^-14 is the last. From [VolatilityGuess]
/// that is the second.
///
/// The relative error is a few times (1 + P/(σ vega)) × 2.2e-16, which is what the rounding of the
/// price and of the volatility themselves amount to.
public final class BlackVolatility {
  private static final double SQRT_HALF_PI = 0x1.40d931ff62706p0;
  private static final double SQRT_TWO_PI = 0x1.40d931ff62706p1;
  private static final double LAST_CORRECTION = 0x1p-14;
  private static final int MOST_STEPS = 12;

  /// Prices and rests below this part of √(FK) are not inverted.
  private static final double SMALLEST = 0x1p-1000;

  /// A unit in the last place of the price over the largest relative change of volatility it may
  /// make.
  private static final double UNIT_OVER_TOLERANCE = 0x1p-52 * 1024;

  /// Prices this close to the intrinsic value are at it: 4 units in the last place.
  private static final double ROUNDING = 4 * 0x1p-52;

  private BlackVolatility() {}

  /// The volatility at which [Black#price] gives `price` (undiscounted), or NaN where [#status]
  /// says why there is none.
  public static double of(double sign, double price, double forward, double strike, double years) {
    double x = Elementary.logRatio(forward, strike);
    return invert(sign, price, forward, strike, x, forward - strike, years);
  }

  /// The volatility at which [Black#spotPrice] gives `price` (discounted), or NaN where
  /// [#spotStatus] says why there is none.
  public static double ofSpot(
      double sign,
      double price,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield) {
    double carry = rate - dividendYield;
    double x = Math.fma(carry, years, Elementary.logRatio(spot, strike));
    double forward = spot * Elementary.exp(carry * years);
    double excess = strike * Elementary.expMinusOne(x);
    return invert(sign, price * Elementary.exp(rate * years), forward, strike, x, excess, years);
  }

  private static double invert(
      double sign,
      double price,
      double forward,
      double strike,
      double x,
      double excess,
      double years) {
    double bound = Math.min(forward, strike);
    double above = price - Math.max(sign * excess, 0);
    double below = bound - above;
    double scale = strike * Math.sqrt(forward / strike);
    double beta = above / scale;
    double gamma = below / scale;
    if (!(Black.inRange(forward, strike)
        && years > 0
        && years < Double.POSITIVE_INFINITY
        && beta >= SMALLEST
        && gamma >= SMALLEST)) {
      return Double.NaN;
    }
    double distance = Math.abs(x);
    double start = VolatilityGuess.of(distance, beta, above / bound, below / bound);
    double least = price / scale * UNIT_OVER_TOLERANCE;
    return solve(distance, beta, gamma, start, least) / Math.sqrt(years);
  }

  /// The total volatility σ√T with out-of-the-money price `beta` and rest `gamma`, both per √(FK);
  /// NaN where its relative change of 1 moves the price by less than `least`.
  private static double solve(double x, double beta, double gamma, double start, double least) {
    double s = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      double h = x / s;
      double t = 0.5 * s;
      double difference = (h - t) * Black.SQRT_HALF;
      boolean reflected = difference < ScaledErfc.LOWEST;
      double target = reflected ? gamma : beta;
      double m = reflected ? sum(h, t, -difference) : difference(h, t, difference);
      double squares = 0.5 * Math.fma(h, h, t * t);
      double residual = squares + Elementary.logRatio(SQRT_TWO_PI * target, m);
      double lambda = (reflected ? -1 : 1) / m;
      double newton = residual / lambda;
      double move = newton * householder(newton, lambda, h / s, h * (h / s) - 0.25 * s);
      double next = Math.max(Math.min(s + move, 2 * s), 0.5 * s);
      if (Math.abs(newton) <= LAST_CORRECTION * s) {
        return target * s >= least * m ? next : Double.NaN;
      }
      s = next;
    }
    return Double.NaN;
  }

  /// What Newton's step to the root of ln B is to be multiplied by: `lambda` = B'/B is the first
  /// derivative, `curvature` = b''/b' and `slope` = h/s give the next two.
  private static double householder(double newton, double lambda, double slope, double curvature) {
    double second = curvature - lambda;
    double third =
        Math.fma(curvature, curvature, -0.25)
            - 3 * Math.fma(slope, slope, lambda * curvature)
            + 2 * (lambda * lambda);
    double above = Math.fma(0.5 * newton, second, 1);
    double under = Math.fma(newton, Math.fma(newton * third, 1.0 / 6, second), 1);
    return above / under;
  }

  private static double difference(double h, double t, double nearArgument) {
    double gap = Black.SQRT_TWO * t;
    double near = ScaledErfc.inverse(nearArgument);
    double far = ScaledErfc.inverse((h + t) * Black.SQRT_HALF);
    double p = ScaledErfc.polynomial(near);
    double slope = ScaledErfc.dividedDifference(near, far);
    return SQRT_HALF_PI * (gap * near * far * Math.fma(-8 * far, slope, p));
  }

  private static double sum(double h, double t, double nearArgument) {
    double gap = Black.SQRT_TWO * h;
    double near = ScaledErfc.inverse(nearArgument);
    double far = ScaledErfc.inverse((h + t) * Black.SQRT_HALF);
    double p = ScaledErfc.polynomial(near);
    double slope = ScaledErfc.dividedDifference(near, far);
    return SQRT_HALF_PI * Math.fma(near, p, far * Math.fma(8 * gap * near * far, slope, p));
  }

  /// Why [#of] gave `volatility` for these arguments.
  public static VolatilityStatus status(
      double volatility, double sign, double price, double forward, double strike, double years) {
    if (!Double.isNaN(volatility)) {
      return VolatilityStatus.OK;
    }
    if (isNaN(sign, price, forward, strike) || Double.isNaN(years)) {
      return VolatilityStatus.NOT_A_NUMBER;
    }
    if (!Black.inRange(forward, strike) || years == Double.POSITIVE_INFINITY) {
      return VolatilityStatus.OUT_OF_RANGE;
    }
    if (years <= 0) {
      return VolatilityStatus.NO_TIME;
    }
    double intrinsic = Math.max(sign * (forward - strike), 0);
    if (price < intrinsic - ROUNDING * intrinsic) {
      return VolatilityStatus.BELOW_INTRINSIC;
    }
    return price >= (sign > 0 ? forward : strike)
        ? VolatilityStatus.ABOVE_BOUND
        : VolatilityStatus.UNDETERMINED;
  }

  private static boolean isNaN(double a, double b, double c, double d) {
    return Double.isNaN(a) || Double.isNaN(b) || Double.isNaN(c) || Double.isNaN(d);
  }

  /// Why [#ofSpot] gave `volatility` for these arguments.
  public static VolatilityStatus spotStatus(
      double volatility,
      double sign,
      double price,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield) {
    double forward = spot * Elementary.exp((rate - dividendYield) * years);
    double undiscounted = price * Elementary.exp(rate * years);
    return status(volatility, sign, undiscounted, forward, strike, years);
  }
}
