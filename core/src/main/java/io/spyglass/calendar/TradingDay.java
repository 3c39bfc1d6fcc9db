package io.spyglass.calendar;

import java.time.LocalDate;

/// A date, and whether and when the stock exchange trades on it.
///
/// Two stretches of a day differ only where something went wrong by minutes: the exchange's own
/// open and close as they were, and the regular hours that data are held to. A moment of silence at
/// the open, up to five minutes of it, leaves the regular hours whole.
///
/// @param date New York's
/// @param kind open, early close or closed; a late open is [Kind#OPEN]
/// @param exchange from the exchange's open to its close, [Span#EMPTY] on a closed day
/// @param regular the regular hours: 09:30 to 16:00, to 13:00 on a short day, [Span#EMPTY] on a
///   closed one
public record TradingDay(LocalDate date, Kind kind, Span exchange, Span regular) {

  /// What sort of day it is.
  public enum Kind {
    /// The exchange closes at 16:00.
    OPEN,
    /// The exchange closes before 16:00, as a rule at 13:00.
    EARLY_CLOSE,
    /// The exchange does not open: a weekend, a holiday or a special closure.
    CLOSED
  }

  public TradingDay {
    if ((kind == Kind.CLOSED) != exchange.isEmpty() || exchange.isEmpty() != regular.isEmpty()) {
      throw new IllegalArgumentException(date + " is " + kind + " from " + exchange);
    }
  }

  static TradingDay of(LocalDate date, Schedule schedule) {
    if (schedule.isClosed()) {
      return new TradingDay(date, Kind.CLOSED, Span.EMPTY, Span.EMPTY);
    }
    boolean early = schedule.close().isBefore(Schedule.CLOSE);
    Schedule regular = schedule.regular();
    return new TradingDay(
        date,
        early ? Kind.EARLY_CLOSE : Kind.OPEN,
        NewYork.span(date, schedule.open(), schedule.close()),
        NewYork.span(date, regular.open(), regular.close()));
  }

  /// Whether the exchange trades on this date.
  public boolean isOpen() {
    return kind != Kind.CLOSED;
  }
}
