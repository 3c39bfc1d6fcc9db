package io.spyglass.server;

/// The contracts that one option traded in the last 60 seconds, by whole seconds: as a second ends,
/// what traded 60 seconds before it is let go. A second ends with its whole instant, as a bar does.
/// Takes 0.5 kB. Guarded by the board's monitor.
final class LastMinute {
  private static final int SECONDS = 60;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final double[] bySecond = new double[SECONDS];
  private long newest = Long.MIN_VALUE;
  private double volume;

  /// Adds a print. One that is older than a minute is none of it.
  void add(long epochNanos, double size) {
    advance(epochNanos);
    long second = second(epochNanos);
    if (second > newest - SECONDS) {
      bySecond[place(second)] += size;
      volume = sum();
    }
  }

  /// Goes on to an instant, if it is not there yet; gives whether the volume is another one.
  boolean advance(long epochNanos) {
    long second = second(epochNanos);
    if (second <= newest) {
      return false;
    }
    for (long each = Math.max(newest + 1, second - SECONDS + 1); each <= second; each++) {
      bySecond[place(each)] = 0;
    }
    newest = second;
    double before = volume;
    volume = before == 0 ? 0 : sum();
    return volume != before;
  }

  double volume() {
    return volume;
  }

  private double sum() {
    double sum = 0;
    for (double size : bySecond) {
      sum += size;
    }
    return sum;
  }

  /// The second that ends with an instant, or that it lies in.
  private static long second(long epochNanos) {
    return Math.floorDiv(epochNanos - 1, SECOND_NANOS);
  }

  private static int place(long second) {
    return Math.floorMod(second, SECONDS);
  }
}
