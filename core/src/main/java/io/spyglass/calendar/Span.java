package io.spyglass.calendar;

/// A stretch of time: from an instant on, up to another that no longer belongs to it.
///
/// @param fromNanos its first instant
/// @param toNanos the first instant behind it; equal to `fromNanos` for an empty stretch
public record Span(long fromNanos, long toNanos) {
  /// No time at all.
  public static final Span EMPTY = new Span(0, 0);

  public Span {
    if (toNanos < fromNanos) {
      throw new IllegalArgumentException(
          "a span ends at " + toNanos + " before it begins at " + fromNanos);
    }
  }

  /// Whether the instant lies within.
  public boolean contains(long epochNanos) {
    return epochNanos >= fromNanos && epochNanos < toNanos;
  }

  /// Whether a stretch that lasted from one instant to another lies within as a whole, as the last
  /// minute bar of a day does: it happens at its end, which [#contains] excludes.
  public boolean covers(long startNanos, long endNanos) {
    return startNanos >= fromNanos && endNanos <= toNanos && !isEmpty();
  }

  /// Whether no instant lies within.
  public boolean isEmpty() {
    return fromNanos == toNanos;
  }

  /// The length in nanoseconds.
  public long nanos() {
    return toNanos - fromNanos;
  }
}
