package io.spyglass.calendar;

import java.time.LocalDate;

/// What the market of an underlying's options is doing, and until when: the screen's clock.
///
/// @param kind what it is doing
/// @param tradeDate the trade date that a print of now would carry
/// @param span since when, and until when: its end is the next change
public record Phase(Kind kind, LocalDate tradeDate, Span span) {

  /// What a market is doing, in the order of a trade date.
  public enum Kind {
    /// The overnight session ("global trading hours").
    OVERNIGHT,
    /// The last quarter of an hour before the regular open.
    PRE_OPEN,
    /// The regular hours.
    REGULAR,
    /// The options' quarter of an hour behind the exchange's close.
    LATE,
    /// The curb session.
    CURB,
    /// Nothing trades.
    CLOSED
  }
}
