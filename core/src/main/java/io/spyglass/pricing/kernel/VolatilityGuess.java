package io.spyglass.pricing.kernel;

/// A first guess of the total volatility σ√T, within 3 % of it for |ln(F/K)| up to 60.
///
/// Up to half the bound: Bachelier's inverse in a crude closed form, s ≈ |x| (1.0026 + q)/q² with
/// q² = 2 ln(1 + 0.2 |x|/β), times a polynomial in both of its variables, squashed. Above it: a
/// polynomial for d1 in √(-ln(1 - p)), p = price / bound, and 1/(1 + √(2|x|)); then s = d1 + √(d1²
/// + 2|x|). `first_guess.py` among the test resources fits both surfaces.
final class VolatilityGuess {
  private static final double SCALE = 0.2;

  /// |x| is taken as at least this part of β, which keeps the crude inverse from 0/0 at the money.
  private static final double LEAST = 1e-8;

  private VolatilityGuess() {}

  /// @param x |ln(F/K)|
  /// @param beta the out-of-the-money price per √(FK)
  /// @param part the price as part of its bound
  /// @param rest what is left to the bound, as part of it
  static double of(double x, double beta, double part, double rest) {
    return part <= 0.5 ? lower(x, beta) : upper(x, rest);
  }

  private static double lower(double x, double beta) {
    double least = Math.max(x, LEAST * beta);
    double squared = 2 * Elementary.logRatio(1 + SCALE * (least / beta), 1);
    double root = Math.sqrt(squared);
    double crude = least * (1.0026 + root) / squared;
    double u = Math.fma(2 / 0.905, root / (root + 4), -1);
    double v = Math.fma(2 / 0.75, crude / (crude + 3), -1);
    return crude * correction(Math.min(u, 1), Math.min(v, 1));
  }

  private static double upper(double x, double rest) {
    double depth = Math.sqrt(-Elementary.logRatio(rest, 1));
    double u = Math.fma(2 / (6.3 - 0.8325), depth - 0.8325, -1);
    double v = 2 / (1 + Math.sqrt(2 * x)) - 1;
    double d1 = quantile(Math.min(u, 1), v);
    return d1 + Math.sqrt(Math.fma(d1, d1, 2 * x));
  }

  /// σ√T over the crude inverse.
  private static double correction(double u, double v) {
    double a = row(v, 1.064580633, 0.141954297, 0.327764679, 1.001927937, 1.395505847, 0.628910994);
    double b =
        row(v, -0.129785577, -0.560412491, -3.038000579, -4.774888395, -1.075214956, 1.156593374);
    double c =
        row(v, -0.201449448, 1.614936828, 2.189084562, -2.09365363, -3.125863168, -0.245149266);
    double d =
        row(v, 0.580648469, 0.825288236, 8.058823895, 12.821907056, 0.936028466, -4.695507598);
    double e =
        row(v, -0.411685955, -4.853725363, -7.140892454, 0.807076456, 0.440602302, -3.377153775);
    double f =
        row(v, -0.472908426, 0.163889759, -2.954208205, -4.042506566, 3.827664765, 4.85457811);
    double g =
        row(v, 0.583114576, 2.869035448, 2.548876099, -4.462608489, -3.040297078, 1.60983577);
    return row(u, a, b, c, d, e, f, g);
  }

  /// d1 = ln(F/K)/s + s/2 of the out-of-the-money call.
  private static double quantile(double u, double v) {
    double a = row(v, 4.670295083, 0.044684296, -0.038342898, 0.005852003);
    double b = row(v, 4.007009049, -0.057969856, 0.035578286, 0.01120501);
    double c = row(v, -0.021844609, -0.286937679, -0.103286617, 0.247018423);
    double d = row(v, 0.034721974, -0.066176097, 0.102725571, -0.06990907);
    double e = row(v, -0.058476708, 0.455960374, 0.005860682, -0.251655921);
    return row(u, a, b, c, d, e);
  }

  private static double row(double x, double c0, double c1, double c2, double c3) {
    double p = Math.fma(x, c3, c2);
    p = Math.fma(x, p, c1);
    return Math.fma(x, p, c0);
  }

  private static double row(double x, double c0, double c1, double c2, double c3, double c4) {
    double p = Math.fma(x, c4, c3);
    p = Math.fma(x, p, c2);
    p = Math.fma(x, p, c1);
    return Math.fma(x, p, c0);
  }

  private static double row(
      double x, double c0, double c1, double c2, double c3, double c4, double c5) {
    double p = Math.fma(x, c5, c4);
    p = Math.fma(x, p, c3);
    p = Math.fma(x, p, c2);
    p = Math.fma(x, p, c1);
    return Math.fma(x, p, c0);
  }

  private static double row(
      double x, double c0, double c1, double c2, double c3, double c4, double c5, double c6) {
    double p = Math.fma(x, c6, c5);
    p = Math.fma(x, p, c4);
    p = Math.fma(x, p, c3);
    p = Math.fma(x, p, c2);
    p = Math.fma(x, p, c1);
    return Math.fma(x, p, c0);
  }
}
