package io.spyglass.simulator;

import io.spyglass.pricing.kernel.Elementary;

/// How many contracts a trade is for: many ones and twos, a heavy tail, and lumps at round numbers.
final class TradeSizes {
  private static final double ONE = 0.36;
  private static final double TWO = 0.13;
  private static final double ROUNDED = 0.6;
  private static final double LARGEST = 5000;
  private static final int[] LUMPS = {
    5, 10, 15, 20, 25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000, 2500, 3000,
    4000, 5000
  };

  private TradeSizes() {}

  /// A size around the median `typical` of the trades that are for more than two.
  static int draw(Draws draws, double typical) {
    double uniform = draws.nextUniform();
    if (uniform < ONE) {
      return 1;
    }
    if (uniform < ONE + TWO) {
      return 2;
    }
    double normal = draws.nextNormal();
    double tail = normal > 0 ? 0.35 * normal * normal : 0;
    double size = Math.min(LARGEST, typical * Elementary.exp(0.85 * normal + tail));
    return draws.happens(ROUNDED) ? lump(size) : (int) Math.max(1, Math.rint(size));
  }

  private static int lump(double size) {
    if (size < 3.5) {
      return (int) Math.max(1, Math.rint(size));
    }
    int best = LUMPS[0];
    for (int lump : LUMPS) {
      if (Math.abs(lump - size) < Math.abs(best - size)) {
        best = lump;
      }
    }
    return best;
  }
}
