package io.spyglass.vendor.polygon.simulator;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.Span;
import io.spyglass.calendar.TradingCalendar;
import java.time.LocalDate;
import java.time.LocalTime;

/// What the stock market is doing, in the vendor's words.
final class MarketClock {
  private static final LocalTime EARLY = LocalTime.of(4, 0);
  private static final LocalTime LATE = LocalTime.of(20, 0);

  private MarketClock() {}

  /// `open`, `early_trading`, `late_trading` or `closed`.
  static String status(TradingCalendar calendar, long nowNanos) {
    LocalDate date = NewYork.date(nowNanos);
    LocalTime time = NewYork.time(nowNanos);
    if (!calendar.isTradingDay(date) || time.isBefore(EARLY) || !time.isBefore(LATE)) {
      return "closed";
    }
    Span open = calendar.day(date).exchange();
    if (open.contains(nowNanos)) {
      return "open";
    }
    return nowNanos < open.fromNanos() ? "early_trading" : "late_trading";
  }
}
