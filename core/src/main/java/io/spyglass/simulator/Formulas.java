package io.spyglass.simulator;

import io.spyglass.pricing.kernel.Elementary;

/// The elementary functions that a simulated market needs beyond [Elementary], with the same bits
/// on every machine for the same reason.
final class Formulas {
  private Formulas() {}

  /// The natural logarithm of a positive `x`.
  static double log(double x) {
    return Elementary.logRatio(x, 1);
  }

  /// `x` to the power `y`, for positive `x`.
  static double pow(double x, double y) {
    return Elementary.exp(y * log(x));
  }

  /// The standard normal deviate below which lies `p`, in (0, 1).
  ///
  /// Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied
  /// Statistics 37 (1988), PPND16.
  static double normalQuantile(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      return q * centre(r);
    }
    double r = Math.sqrt(-log(q < 0 ? p : 1 - p));
    double deviate = r <= 5 ? shoulder(r - 1.6) : tail(r - 5);
    return q < 0 ? -deviate : deviate;
  }

  private static double centre(double r) {
    double up = Math.fma(2509.0809287301227, r, 33430.57558358813);
    up = Math.fma(up, r, 67265.7709270087);
    up = Math.fma(up, r, 45921.95393154987);
    up = Math.fma(up, r, 13731.69376550946);
    up = Math.fma(up, r, 1971.5909503065513);
    up = Math.fma(up, r, 133.14166789178438);
    up = Math.fma(up, r, 3.3871328727963665);
    double down = Math.fma(5226.495278852854, r, 28729.085735721943);
    down = Math.fma(down, r, 39307.89580009271);
    down = Math.fma(down, r, 21213.794301586597);
    down = Math.fma(down, r, 5394.196021424751);
    down = Math.fma(down, r, 687.1870074920579);
    down = Math.fma(down, r, 42.31333070160091);
    return up / Math.fma(down, r, 1.0);
  }

  private static double shoulder(double r) {
    double up = Math.fma(0.0007745450142783414, r, 0.022723844989269184);
    up = Math.fma(up, r, 0.2417807251774506);
    up = Math.fma(up, r, 1.2704582524523684);
    up = Math.fma(up, r, 3.6478483247632045);
    up = Math.fma(up, r, 5.769497221460691);
    up = Math.fma(up, r, 4.630337846156546);
    up = Math.fma(up, r, 1.4234371107496835);
    double down = Math.fma(1.0507500716444169e-09, r, 0.0005475938084995345);
    down = Math.fma(down, r, 0.015198666563616457);
    down = Math.fma(down, r, 0.14810397642748008);
    down = Math.fma(down, r, 0.6897673349851);
    down = Math.fma(down, r, 1.6763848301838038);
    down = Math.fma(down, r, 2.053191626637759);
    return up / Math.fma(down, r, 1.0);
  }

  private static double tail(double r) {
    double up = Math.fma(2.0103343992922881e-07, r, 2.7115555687434876e-05);
    up = Math.fma(up, r, 0.0012426609473880784);
    up = Math.fma(up, r, 0.026532189526576124);
    up = Math.fma(up, r, 0.29656057182850487);
    up = Math.fma(up, r, 1.7848265399172913);
    up = Math.fma(up, r, 5.463784911164114);
    up = Math.fma(up, r, 6.657904643501103);
    double down = Math.fma(2.0442631033899397e-15, r, 1.421511758316446e-07);
    down = Math.fma(down, r, 1.8463183175100548e-05);
    down = Math.fma(down, r, 0.0007868691311456133);
    down = Math.fma(down, r, 0.014875361290850615);
    down = Math.fma(down, r, 0.1369298809227358);
    down = Math.fma(down, r, 0.599832206555888);
    return up / Math.fma(down, r, 1.0);
  }
}
