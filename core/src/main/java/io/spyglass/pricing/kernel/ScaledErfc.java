package io.spyglass.pricing.kernel;

/// The scaled complementary error function erfcx(z) = e^(z²) erfc(z) for z ≥ -1/2, and its
/// difference at two arguments without cancellation.
///
/// With i = 1 / (z + 4.5) and w = 1 - 8i, which lies in [-1, 1), erfcx(z) = i P(w), where P is one
/// polynomial of degree 26 (relative error 2e-18; `polynomials.py` among the test resources prints
/// it). For w at the argument `near` and v at `far` ≥ `near`, gap = far - near, and D the divided
/// difference (P(w) - P(v)) / (w - v),
///
/// ```
/// P(v)                     = P(w) + 8 gap i(near) i(far) D
/// erfcx(near) - erfcx(far) = gap i(near) i(far) (P(w) - 8 i(far) D)
/// ```
///
/// D comes from two coupled Horner schemes, d ← d v + p and p ← p w + c, so nothing cancels however
/// small the gap is. P is split as A(w²) + w B(w²) to shorten the chains of dependent operations;
/// its parts are separate methods, small enough to be inlined, whose common steps the compiler
/// merges.
final class ScaledErfc {
  /// The smallest argument.
  static final double LOWEST = -0.5;

  private ScaledErfc() {}

  /// i(z) of the class comment, from which the methods below start.
  static double inverse(double z) {
    return 1 / (z + 4.5);
  }

  /// P(w).
  static double polynomial(double inverse) {
    double w = Math.fma(-8, inverse, 1);
    double u = w * w;
    return Math.fma(w, odd(u), even(u));
  }

  /// D, from the inverses of `near` and `far`.
  static double dividedDifference(double nearInverse, double farInverse) {
    double w = Math.fma(-8, nearInverse, 1);
    double v = Math.fma(-8, farInverse, 1);
    double sum = w + v;
    double u = w * w;
    double t = v * v;
    return Math.fma(sum, Math.fma(v, oddSlope(u, t), evenSlope(u, t)), odd(u));
  }

  /// A(u).
  private static double even(double u) {
    double p = -6.183144854615871e-10;
    p = Math.fma(p, u, 7.631994243161712e-09);
    p = Math.fma(p, u, -5.5464746286259204e-08);
    p = Math.fma(p, u, 3.2834833039136043e-07);
    p = Math.fma(p, u, -1.6375427647894863e-06);
    p = Math.fma(p, u, 4.35867762004768e-06);
    p = Math.fma(p, u, 4.647393124814871e-05);
    p = Math.fma(p, u, -0.0009350695833984185);
    p = Math.fma(p, u, 0.005077558212700378);
    p = Math.fma(p, u, 0.0939620237756189);
    p = Math.fma(p, u, 0.42879263412226865);
    p = Math.fma(p, u, 1.0060884269970314);
    p = Math.fma(p, u, 1.4114314767802498);
    return Math.fma(p, u, 1.2423492448711544);
  }

  /// B(u).
  private static double odd(double u) {
    double p = 1.9779839892982649e-10;
    p = Math.fma(p, u, -3.738551571866538e-09);
    p = Math.fma(p, u, 4.7673679862533e-08);
    p = Math.fma(p, u, -5.25047154985962e-07);
    p = Math.fma(p, u, 5.161562884072377e-06);
    p = Math.fma(p, u, -4.268837537288827e-05);
    p = Math.fma(p, u, 0.00022305557690252794);
    p = Math.fma(p, u, 0.0009191361885468216);
    p = Math.fma(p, u, -0.02970454135531143);
    p = Math.fma(p, u, -0.22203700483810687);
    p = Math.fma(p, u, -0.7044390677820636);
    p = Math.fma(p, u, -1.2651900201974813);
    return Math.fma(p, u, -1.402359736457005);
  }

  /// (A(u) - A(v)) / (u - v).
  private static double evenSlope(double u, double v) {
    double p = -6.183144854615871e-10;
    double d = p;
    p = Math.fma(p, u, 7.631994243161712e-09);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, -5.5464746286259204e-08);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, 3.2834833039136043e-07);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, -1.6375427647894863e-06);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, 4.35867762004768e-06);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, 4.647393124814871e-05);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, -0.0009350695833984185);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, 0.005077558212700378);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, 0.0939620237756189);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, 0.42879263412226865);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, 1.0060884269970314);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, 1.4114314767802498);
    d = Math.fma(d, v, p);
    return d;
  }

  /// (B(u) - B(v)) / (u - v).
  private static double oddSlope(double u, double v) {
    double p = 1.9779839892982649e-10;
    double d = p;
    p = Math.fma(p, u, -3.738551571866538e-09);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, 4.7673679862533e-08);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, -5.25047154985962e-07);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, 5.161562884072377e-06);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, -4.268837537288827e-05);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, 0.00022305557690252794);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, 0.0009191361885468216);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, -0.02970454135531143);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, -0.22203700483810687);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, -0.7044390677820636);
    d = Math.fma(d, v, p);
    p = Math.fma(p, u, -1.2651900201974813);
    d = Math.fma(d, v, p);
    return d;
  }
}
