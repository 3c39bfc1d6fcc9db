package io.spyglass.pricing.kernel;

import java.math.BigDecimal;
import java.math.MathContext;

/// Exponential and logarithm to 40 digits by series, and distances from them: the oracle of tests.
final class Precise {
  static final MathContext DIGITS = new MathContext(45);
  private static final int HALVINGS = 12;

  private Precise() {}

  static BigDecimal exp(BigDecimal x) {
    MathContext working = new MathContext(60);
    BigDecimal small = x.divide(BigDecimal.valueOf(1L << HALVINGS), working);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; n < 40; n++) {
      term = term.multiply(small, working).divide(BigDecimal.valueOf(n), working);
      sum = sum.add(term, working);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum, working);
    }
    return sum;
  }

  /// By Newton's method of third order, y + 2 (a - e^y)/(a + e^y), from a double's logarithm.
  static BigDecimal log(BigDecimal a) {
    BigDecimal y = new BigDecimal(StrictMath.log(a.doubleValue()));
    for (int i = 0; i < 2; i++) {
      BigDecimal power = exp(y);
      BigDecimal ratio = a.subtract(power).divide(a.add(power), DIGITS);
      y = y.add(ratio.add(ratio));
    }
    return y;
  }

  /// How many units in the last place of the true value `found` is away from it.
  static double units(double found, BigDecimal truth) {
    BigDecimal distance = new BigDecimal(found).subtract(truth).abs();
    BigDecimal unit = new BigDecimal(Math.ulp(truth.doubleValue()));
    return distance.divide(unit, DIGITS).doubleValue();
  }

  /// The relative error of `found` in units of 2^-52.
  static double relativeUnits(double found, BigDecimal truth) {
    if (truth.signum() == 0) {
      return found == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    BigDecimal relative = new BigDecimal(found).subtract(truth).divide(truth, DIGITS);
    return relative.abs().doubleValue() * 0x1p52;
  }
}
