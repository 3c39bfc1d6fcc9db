package io.spyglass.vendor.polygon.simulator;

import io.spyglass.calendar.NewYork;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// The time that trades or quotes are asked for.
///
/// @param fromNanos the first instant
/// @param toNanos the last instant
record TimeWindow(long fromNanos, long toNanos) {
  private static final int DAYS_BACK = 30;
  private static final String TIME = "timestamp";

  static TimeWindow of(Call call, long nowNanos, History history) {
    String at = call.parameter(TIME);
    long from = Long.MIN_VALUE;
    long to = nowNanos;
    if (at != null) {
      from = instant(at, false);
      to = Math.min(to, instant(at, true));
    }
    from = Math.max(from, bound(call, ".gte", false, 0, Long.MIN_VALUE));
    from = Math.max(from, bound(call, ".gt", true, 1, Long.MIN_VALUE));
    to = Math.min(to, bound(call, ".lte", true, 0, Long.MAX_VALUE));
    to = Math.min(to, bound(call, ".lt", false, -1, Long.MAX_VALUE));
    if (from == Long.MIN_VALUE) {
      from = NewYork.epochNanos(back(history, NewYork.date(to)), LocalTime.MIDNIGHT);
    }
    return new TimeWindow(from, to);
  }

  private static LocalDate back(History history, LocalDate last) {
    LocalDate date = last;
    for (int i = 0; i < DAYS_BACK; i++) {
      date = history.calendar().previous(date);
    }
    return date;
  }

  private static long bound(Call call, String operator, boolean end, int more, long otherwise) {
    String text = call.parameter(TIME + operator);
    return text == null ? otherwise : instant(text, end) + more;
  }

  /// A date's first or last instant, nanoseconds, or an instant as RFC 3339 has it.
  private static long instant(String given, boolean end) {
    try {
      if (given.indexOf('T') > 0) {
        Instant instant = Instant.parse(given);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
      }
      if (given.indexOf('-') > 0) {
        LocalDate date = LocalDate.parse(given);
        long next = NewYork.epochNanos(date.plusDays(1), LocalTime.MIDNIGHT);
        return end ? next - 1 : NewYork.epochNanos(date, LocalTime.MIDNIGHT);
      }
      return Long.parseLong(given);
    } catch (DateTimeException | NumberFormatException e) {
      throw Refused.bad(
          "Could not parse the time parameter: 'timestamp'. Use YYYY-MM-DD or Unix NS"
              + " Timestamps");
    }
  }

  LocalDate from() {
    return NewYork.date(fromNanos);
  }

  LocalDate to() {
    return toNanos < fromNanos ? from().minusDays(1) : NewYork.date(toNanos);
  }

  boolean has(long epochNanos) {
    return epochNanos >= fromNanos && epochNanos <= toNanos;
  }
}
