package io.spyglass.pricing.kernel;

/// Exponential and logarithm that give the same bits on every machine, scalar or vector.
///
/// Both reduce the argument by a power of two and evaluate one polynomial, without a table or a
/// branch. The coefficients are Chebyshev interpolants (`polynomials.py` among the test resources
/// prints them with their errors); the bounds below are asserted against `BigDecimal`.
public final class Elementary {
  private static final double LOG2_E = 0x1.71547652b82fep0;
  private static final double LN2_HIGH = 0x1.62e42feep-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /// Adding and subtracting it rounds to the nearest whole number and leaves that in the low bits.
  private static final double ROUNDER = 0x1.8p52;

  private static final long EXPONENT_BIAS = 1023;
  private static final long HALF_OCTAVE = 1L << 51;

  private Elementary() {}

  /// e to the power `x`, within 1 unit in the last place; gradual underflow, 0 and infinity beyond.
  public static double exp(double x) {
    double clamped = Math.max(Math.min(x, 710), -750);
    double shifted = Math.fma(clamped, LOG2_E, ROUNDER);
    double n = shifted - ROUNDER;
    double r = Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, clamped));
    double power = Math.fma(r * r, expTail(r), r) + 1;
    long exponent = (Double.doubleToRawLongBits(shifted) << 32) >> 32;
    long half = exponent >> 1;
    return power * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  /// e to the power `x`, less 1, within 2 units in the last place also near zero; for `x` up to
  /// 700.
  public static double expMinusOne(double x) {
    double clamped = Math.max(Math.min(x, 700), -60);
    double shifted = Math.fma(clamped, LOG2_E, ROUNDER);
    double n = shifted - ROUNDER;
    double r = Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, clamped));
    double power = powerOfTwo((Double.doubleToRawLongBits(shifted) << 32) >> 32);
    return Math.fma(power, Math.fma(r * r, expTail(r), r), power - 1);
  }

  /// (e^r - 1 - r) / r² for `r` within half of ln 2 of zero, relative error 3e-18.
  private static double expTail(double r) {
    double r2 = r * r;
    double r4 = r2 * r2;
    double a = Math.fma(r, 0.1666666666666667, 0.5);
    double b = Math.fma(r, 0.008333333333326084, 0.04166666666666667);
    double c = Math.fma(r, 0.0001984126987500228, 0.0013888888888883711);
    double d = Math.fma(r, 2.755725517000089e-06, 2.480158732567746e-05);
    double e = Math.fma(r, 2.5105312729622103e-08, 2.755727347871858e-07);
    double low = Math.fma(r2, b, a);
    double middle = Math.fma(r2, d, c);
    double high = Math.fma(r2, 2.09147553258932e-09, e);
    return Math.fma(r4, Math.fma(r4, high, middle), low);
  }

  /// ln(numerator / denominator), within 2 units in the last place also where the ratio is near 1,
  /// for positive normal numbers whose ratio lies within 2^±1000.
  ///
  /// With n the nearest power of two by exponent and mantissa bits, the ratio without it is within
  /// 2/3 and 3/2, the difference below is exact (Sterbenz), and the logarithm is 2 atanh(s) + n ln
  /// 2.
  public static double logRatio(double numerator, double denominator) {
    long octaves = Double.doubleToRawLongBits(numerator) - Double.doubleToRawLongBits(denominator);
    long exponent = (octaves + HALF_OCTAVE) >> 52;
    double scaled = denominator * powerOfTwo(exponent);
    double s = (numerator - scaled) / (numerator + scaled);
    double z = s * s;
    double n = (double) exponent;
    double low = Math.fma(n, LN2_LOW, s * z * logTail(z));
    return Math.fma(n, LN2_HIGH, s + s + low);
  }

  /// (2 atanh(s)/s - 2) / s² in z = s², for z up to 0.0405, relative error 4e-19.
  private static double logTail(double z) {
    double z2 = z * z;
    double z4 = z2 * z2;
    double a = Math.fma(z, 0.3999999999999992, 0.6666666666666666);
    double b = Math.fma(z, 0.22222222206637787, 0.2857142857148731);
    double c = Math.fma(z, 0.1538446945751236, 0.1818182020565265);
    double d = Math.fma(z, 0.11616122734743883, 0.13339462046001818);
    double low = Math.fma(z2, b, a);
    double high = Math.fma(z4, 0.12433732857543146, Math.fma(z2, d, c));
    return Math.fma(z4, high, low);
  }

  private static double powerOfTwo(long exponent) {
    return Double.longBitsToDouble((exponent + EXPONENT_BIAS) << 52);
  }
}
