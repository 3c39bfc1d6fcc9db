package io.spyglass.simulator;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.calendar.TradingHours;
import io.spyglass.model.Underlying;
import java.time.LocalDate;

/// The instants that divide a simulated day.
///
/// @param openNanos the regular open
/// @param closeNanos the regular close
/// @param tapeEndNanos the end of the tape, a quarter of an hour later
/// @param indexCurbEndNanos the end of the index options' curb session; the tape's where there is
///   none
record DayHours(long openNanos, long closeNanos, long tapeEndNanos, long indexCurbEndNanos) {
  static final long SECOND = 1_000_000_000L;
  static final long MINUTE = 60 * SECOND;

  /// From so long before the open on there are events: listings first.
  static final long LEAD = 30 * MINUTE;

  /// From so long before the open on there are quotes.
  static final long ROTATION = 5 * MINUTE;

  static DayHours of(LocalDate date, TradingCalendar calendar) {
    TradingHours hours = calendar.hours(SimulatedMarket.SPX, date);
    long tapeEnd = hours.tape().toNanos();
    long curbEnd = hours.curb().isEmpty() ? tapeEnd : hours.curb().toNanos();
    return new DayHours(hours.regular().fromNanos(), hours.regular().toNanos(), tapeEnd, curbEnd);
  }

  /// The first instant that has events.
  long startNanos() {
    return openNanos - LEAD;
  }

  /// The first instant behind the day.
  long endNanos() {
    return indexCurbEndNanos;
  }

  /// The end of trading in the options of `underlying` that do not expire.
  long lastTradeNanos(Underlying underlying) {
    return underlying.isIndex() ? indexCurbEndNanos : tapeEndNanos;
  }

  /// How much of the regular hours has passed: 0 at the open, 1 at the close, less before and more
  /// behind.
  double fraction(long epochNanos) {
    return (epochNanos - openNanos) / (double) (closeNanos - openNanos);
  }
}
