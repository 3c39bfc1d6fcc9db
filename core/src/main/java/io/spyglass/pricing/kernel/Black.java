package io.spyglass.pricing.kernel;

import java.util.Arrays;

/// European options on a lognormal forward: price and Greeks (Black 1976; with a dividend yield,
/// Black, Scholes and Merton 1973).
///
/// With x = |ln(F/K)|, s = σ√T, h = x/s and t = s/2, everything is written on the out-of-the-money
/// side, in-the-money values following by parity, in terms of one density and the scaled tails:
///
/// ```
/// E     = exp(-(h² + t²)/2)
/// near  = √(FK) E erfcx((h - t)/√2) / 2       the leg that pays: F N(d1) of a call, K N(-d2) of a put
/// far   = √(FK) E erfcx((h + t)/√2) / 2       the leg that is paid
/// price = near - far                          by [ScaledErfc] without cancellation
/// ```
///
/// Where (h - t)/√2 is below -1/2 the near tail is reflected: near = min(F, K) - √(FK) E erfcx((t -
/// h)/√2) / 2. This is the normalised Black function of P. Jäckel, "Let's Be Rational" (Wilmott,
/// 2015), with the four regions there reduced to two.
///
/// The relative error is a few units in the last place of what the rounding of the arguments alone
/// moves the price, 1 + h² units; the Greeks follow.
public final class Black {
  /// Position in the result of [#spotGreeks] and [#forwardGreeks]: the discounted price.
  public static final int PRICE = 0;

  /// Position of the derivative of the price by the spot.
  public static final int DELTA = 1;

  /// Position of the second derivative by the spot.
  public static final int GAMMA = 2;

  /// Position of the derivative by the volatility, per 1.00.
  public static final int VEGA = 3;

  /// Position of the derivative by the passing of time, per year: negative where time costs.
  public static final int THETA = 4;

  /// Position of the derivative by the rate, per 1.00.
  public static final int RHO = 5;

  /// How many values the Greeks fill.
  public static final int GREEKS = 6;

  static final double SQRT_HALF = 0x1.6a09e667f3bcdp-1;
  static final double SQRT_TWO = 0x1.6a09e667f3bcdp0;
  private static final double TWO_OVER_SQRT_TWO_PI = 0x1.9884533d43651p-1;

  /// Forward and strike are taken while their ratio is between this and its inverse.
  private static final double SMALLEST_RATIO = 0x1p-1000;

  private static final double LARGEST_RATIO = 0x1p1000;

  private Black() {}

  /// True where the forward and the strike are above zero, finite and not absurdly far apart.
  static boolean inRange(double forward, double strike) {
    double ratio = forward / strike;
    return forward > 0 && ratio >= SMALLEST_RATIO && ratio <= LARGEST_RATIO;
  }

  /// The undiscounted price. At zero volatility or zero time it is the intrinsic value, at infinite
  /// volatility its bound (the forward for a call, the strike for a put).
  ///
  /// NaN for a NaN, for a negative time or volatility, and for a forward or strike out of range.
  public static double price(
      double sign, double forward, double strike, double years, double volatility) {
    double x = Elementary.logRatio(forward, strike);
    return undiscounted(sign, forward, strike, x, forward - strike, years, volatility);
  }

  /// The discounted price where the spot is known: the forward is S e^((r - q) T). What [#price]
  /// says of special values holds here too.
  public static double spotPrice(
      double sign,
      double spot,
      double strike,
      double years,
      double volatility,
      double rate,
      double dividendYield) {
    double carry = rate - dividendYield;
    double x = Math.fma(carry, years, Elementary.logRatio(spot, strike));
    double forward = spot * Elementary.exp(carry * years);
    double excess = strike * Elementary.expMinusOne(x);
    double discount = Elementary.exp(-rate * years);
    return discount * undiscounted(sign, forward, strike, x, excess, years, volatility);
  }

  /// The price from the forward, x = ln(F/K) and excess = F - K, which near the money carry more
  /// digits than a rounded forward does.
  private static double undiscounted(
      double sign,
      double forward,
      double strike,
      double x,
      double excess,
      double years,
      double volatility) {
    double total = volatility * Math.sqrt(years);
    if (!(inRange(forward, strike) && volatility >= 0 && total >= 0)) {
      return Double.NaN;
    }
    double intrinsic = Math.max(sign * excess, 0);
    return total == 0 ? intrinsic : intrinsic + timeValue(forward, strike, Math.abs(x), total);
  }

  private static double timeValue(double forward, double strike, double x, double total) {
    double h = x / total;
    double t = 0.5 * total;
    double difference = (h - t) * SQRT_HALF;
    boolean reflected = difference < ScaledErfc.LOWEST;
    double gap = SQRT_TWO * (reflected ? h : t);
    double near = ScaledErfc.inverse(reflected ? -difference : difference);
    double far = ScaledErfc.inverse((h + t) * SQRT_HALF);
    double p = ScaledErfc.polynomial(near);
    double slope = ScaledErfc.dividedDifference(near, far);
    double half = halfDensity(forward, strike, h, t);
    if (reflected) {
      double other = Math.fma(8 * gap * near * far, slope, p);
      return Math.min(forward, strike) - half * Math.fma(near, p, far * other);
    }
    return half * (gap * near * far * Math.fma(-8 * far, slope, p));
  }

  /// √(FK) E / 2 of the class comment.
  private static double halfDensity(double forward, double strike, double h, double t) {
    double scale = strike * Math.sqrt(forward / strike);
    return 0.5 * scale * Elementary.exp(-0.5 * Math.fma(h, h, t * t));
  }

  /// Price and Greeks where the spot is known: the forward is S e^((r - q) T), and moves with the
  /// rate.
  ///
  /// Fills `out[at]` to `out[at + 5]`, at the positions that the constants name; with NaN where an
  /// argument is NaN or out of range, or where time or volatility is not above zero.
  ///
  /// @param out takes [#GREEKS] values from index `at`
  public static void spotGreeks(
      double sign,
      double spot,
      double strike,
      double years,
      double volatility,
      double rate,
      double dividendYield,
      double[] out,
      int at) {
    double carry = rate - dividendYield;
    double growth = Elementary.exp(carry * years);
    double x = Math.fma(carry, years, Elementary.logRatio(spot, strike));
    double excess = strike * Elementary.expMinusOne(x);
    greeks(
        sign,
        spot * growth,
        strike,
        x,
        excess,
        years,
        volatility,
        rate,
        carry,
        growth,
        true,
        out,
        at);
  }

  /// Price and Greeks where only the forward is known: with respect to its spot equivalent at zero
  /// carry, which is the forward itself and stays where it is as time passes and the rate moves.
  ///
  /// Fills `out` as [#spotGreeks] does.
  ///
  /// @param out takes [#GREEKS] values from index `at`
  public static void forwardGreeks(
      double sign,
      double forward,
      double strike,
      double years,
      double volatility,
      double rate,
      double[] out,
      int at) {
    double x = Elementary.logRatio(forward, strike);
    greeks(
        sign, forward, strike, x, forward - strike, years, volatility, rate, 0, 1, false, out, at);
  }

  private static void greeks(
      double sign,
      double forward,
      double strike,
      double x,
      double excess,
      double years,
      double volatility,
      double rate,
      double carry,
      double growth,
      boolean forwardMoves,
      double[] out,
      int at) {
    double rootYears = Math.sqrt(years);
    double total = volatility * rootYears;
    if (!(inRange(forward, strike) && volatility > 0 && total > 0)) {
      Arrays.fill(out, at, at + GREEKS, Double.NaN);
      return;
    }
    // The tails, as for the price.
    double h = Math.abs(x) / total;
    double t = 0.5 * total;
    double difference = (h - t) * SQRT_HALF;
    boolean reflected = difference < ScaledErfc.LOWEST;
    double gap = SQRT_TWO * (reflected ? h : t);
    double near = ScaledErfc.inverse(reflected ? -difference : difference);
    double far = ScaledErfc.inverse((h + t) * SQRT_HALF);
    double p = ScaledErfc.polynomial(near);
    double slope = ScaledErfc.dividedDifference(near, far);
    double half = halfDensity(forward, strike, h, t);

    // The legs of the out-of-the-money option; `complement` is what the near one leaves of its
    // bound.
    double product = gap * near * far;
    double bound = Math.min(forward, strike);
    double nearTail = half * near * p;
    double farLeg = half * far * Math.fma(8 * product, slope, p);
    double nearLeg = reflected ? bound - nearTail : nearTail;
    double complement = reflected ? nearTail : bound - nearTail;
    double timeValue =
        reflected ? bound - (nearTail + farLeg) : half * (product * Math.fma(-8 * far, slope, p));

    // The legs of the option asked for: its value is forwardLeg - strikeLeg.
    boolean call = sign > 0;
    boolean outside = sign * excess <= 0;
    double outsideForward = call ? nearLeg : -farLeg;
    double outsideStrike = call ? farLeg : -nearLeg;
    double insideForward = call ? forward - farLeg : -complement;
    double insideStrike = call ? complement : farLeg - strike;
    double forwardLeg = outside ? outsideForward : insideForward;
    double strikeLeg = outside ? outsideStrike : insideStrike;
    double value = timeValue + Math.max(sign * excess, 0);

    double discount = Elementary.exp(-rate * years);
    double density = discount * half * TWO_OVER_SQRT_TWO_PI;
    double price = discount * value;
    double decay = density * volatility / (2 * rootYears);
    double spotShare = growth / forward;
    out[at + PRICE] = price;
    out[at + DELTA] = discount * forwardLeg * spotShare;
    out[at + GAMMA] = density / total * spotShare * spotShare;
    out[at + VEGA] = density * rootYears;
    out[at + THETA] = rate * price - carry * (discount * forwardLeg) - decay;
    out[at + RHO] = years * discount * (forwardMoves ? strikeLeg : -value);
  }
}
