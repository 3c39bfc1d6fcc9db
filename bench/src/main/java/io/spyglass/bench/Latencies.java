package io.spyglass.bench;

/// How long things took, by the tenth of a millisecond up to a minute. Thread-safe.
final class Latencies {
  private static final long STEP_NANOS = 100_000;
  private static final int STEPS = 600_000;

  private final long[] counts = new long[STEPS + 1];
  private long count;
  private long mostNanos;

  synchronized void add(long nanos) {
    counts[Math.clamp(nanos / STEP_NANOS, 0, STEPS)]++;
    count++;
    mostNanos = Math.max(mostNanos, nanos);
  }

  synchronized long count() {
    return count;
  }

  /// Within how many milliseconds a share of them was over; NaN for none.
  synchronized double millis(double share) {
    long rank = (long) Math.ceil(share * count);
    long seen = 0;
    for (int i = 0; i <= STEPS; i++) {
      seen += counts[i];
      if (seen >= rank && count > 0) {
        return (i + 1) * STEP_NANOS / 1e6;
      }
    }
    return Double.NaN;
  }

  synchronized double mostMillis() {
    return mostNanos / 1e6;
  }
}
