package io.spyglass.server;

import io.spyglass.calendar.Span;

/// The minutes of a day's tape, numbered from 0 at its opening. Immutable.
///
/// @param fromNanos when minute 0 begins
/// @param count how many there are
record MinuteGrid(long fromNanos, int count) {
  static final long MINUTE_NANOS = 60_000_000_000L;

  static MinuteGrid of(Span tape) {
    return new MinuteGrid(tape.fromNanos(), (int) (tape.nanos() / MINUTE_NANOS));
  }

  /// The minute that an instant lies in, which begins with it on a whole one; -1 outside the tape.
  int minute(long epochNanos) {
    long minute = Math.floorDiv(epochNanos - fromNanos, MINUTE_NANOS);
    return minute >= 0 && minute < count ? (int) minute : -1;
  }

  /// The minute that a stretch of time belongs to which ends with an instant: on a whole one it is
  /// the minute before.
  int minuteEnding(long epochNanos) {
    return minute(epochNanos - 1);
  }
}
