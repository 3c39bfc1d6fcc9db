package io.spyglass.monitor;

import io.spyglass.journal.Clock;

/// How long ago something happened last: by a clock, or by this machine's steady time where that
/// says more. So neither a clock that was set back nor a machine that slept makes anything younger.
///
/// Renewed by one thread, read by any.
final class Age {
  private static final long UNKNOWN = -1;

  private final Clock clock;
  private volatile boolean isKnown;
  private volatile long clockNanos;
  private volatile long steadyNanos;

  /// The age of what has not happened yet.
  Age(Clock clock) {
    this.clock = clock;
  }

  /// It happens now.
  void renew() {
    clockNanos = clock.epochNanos();
    steadyNanos = System.nanoTime();
    isKnown = true;
  }

  /// Nanoseconds since it happened, -1 where it never did.
  long nanos() {
    if (!isKnown) {
      return UNKNOWN;
    }
    return Math.max(clock.epochNanos() - clockNanos, System.nanoTime() - steadyNanos);
  }
}
