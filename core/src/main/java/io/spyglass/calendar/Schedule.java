package io.spyglass.calendar;

import java.time.LocalTime;

/// The exchange's opening and closing time of a date; equal where it stays closed.
record Schedule(LocalTime open, LocalTime close) {
  static final LocalTime OPEN = LocalTime.of(9, 30);
  static final LocalTime CLOSE = LocalTime.of(16, 0);
  static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

  static final Schedule FULL_DAY = new Schedule(OPEN, CLOSE);
  static final Schedule SHORT_DAY = new Schedule(OPEN, EARLY_CLOSE);
  static final Schedule CLOSED = new Schedule(OPEN, OPEN);

  /// How far the exchange may be off its usual time before data are held to the unusual one.
  private static final int MOMENT_MINUTES = 5;

  Schedule {
    if (open.isBefore(OPEN) || close.isAfter(CLOSE) || close.isBefore(open)) {
      throw new IllegalArgumentException(
          "hours from " + open + " to " + close + " are not within " + OPEN + " to " + CLOSE);
    }
  }

  boolean isClosed() {
    return open.equals(close);
  }

  /// The hours that data are held to: a moment of silence at the open, or a close that came minutes
  /// early, does not shorten them.
  Schedule regular() {
    if (isClosed()) {
      return CLOSED;
    }
    boolean moment = open.isBefore(OPEN.plusMinutes(MOMENT_MINUTES));
    boolean nearlyWhole = close.isAfter(CLOSE.minusMinutes(MOMENT_MINUTES));
    return new Schedule(moment ? OPEN : open, nearlyWhole ? CLOSE : close);
  }
}
