package io.spyglass.simulator;

import io.spyglass.pricing.kernel.Elementary;

/// Random numbers by counter: the n-th draw of a stream is a function of the stream's key and n.
///
/// The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014) with the key as its origin; keys are made by hashing what a stream
/// decides, so that two streams never depend on one another or on the order in which they are read.
/// Owned by one thread.
final class Draws {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1p-53;

  private long state;

  Draws(long key) {
    state = key;
  }

  /// The key of the stream `name` below `parent`.
  static long key(long parent, long name) {
    return mix(mix(parent + GOLDEN_GAMMA) ^ (name * 0xD1342543DE82EF95L + 0x632BE59BD9B4E019L));
  }

  /// Begins the stream of `key`.
  void restart(long key) {
    state = key;
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /// Uniform in the open interval (0, 1).
  double nextUniform() {
    return ((nextLong() >>> 11) + 0.5) * UNIT;
  }

  /// Whether something of probability `probability` happens.
  boolean happens(double probability) {
    return nextUniform() < probability;
  }

  /// Uniform over 0 to `bound` - 1.
  int nextInt(int bound) {
    return (int) (nextUniform() * bound);
  }

  /// Standard normal.
  double nextNormal() {
    return Formulas.normalQuantile(nextUniform());
  }

  /// Poisson with mean `mean`, by inversion in slices of at most 16.
  int nextPoisson(double mean) {
    int count = 0;
    double left = mean;
    while (left > 16) {
      count += poissonSlice(16);
      left -= 16;
    }
    return count + poissonSlice(left);
  }

  private int poissonSlice(double mean) {
    double uniform = nextUniform();
    if (uniform < 1 - mean) {
      return 0;
    }
    double probability = Elementary.exp(-mean);
    double cumulative = probability;
    int count = 0;
    while (uniform > cumulative && count < 100) {
      count++;
      probability *= mean / count;
      cumulative += probability;
    }
    return count;
  }

  /// Stafford's thirteenth variant of the 64-bit finalizer.
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
