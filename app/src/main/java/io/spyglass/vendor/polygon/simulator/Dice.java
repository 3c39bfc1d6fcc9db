package io.spyglass.vendor.polygon.simulator;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Decides which requests and answers the faults fall on. Thread-safe.
final class Dice {
  private final SplittableRandom random = new SplittableRandom(20_261_120);
  private final Supplier<Faults> faults;
  private final Stats stats;

  Dice(Supplier<Faults> faults, Stats stats) {
    this.faults = faults;
    this.stats = stats;
  }

  boolean happens(Knob share) {
    double likely = faults.get().get(share);
    if (likely <= 0 || next() >= likely) {
      return false;
    }
    stats.count(share.word());
    return true;
  }

  int below(int bound) {
    synchronized (random) {
      return random.nextInt(bound);
    }
  }

  private double next() {
    synchronized (random) {
      return random.nextDouble();
    }
  }

  /// 32 hexadecimal digits.
  String requestId() {
    synchronized (random) {
      return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }
  }
}
