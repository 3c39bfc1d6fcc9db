package io.spyglass.monitor;

import io.spyglass.calendar.Phase;
import io.spyglass.calendar.Span;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Underlying;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// When the trading days of some underlyings are watched: each from a little before its first
/// session, which may be on the evening before, until a little behind its last. Immutable.
final class Shifts {
  /// How long before a day's first session it is watched, and behind its last.
  static final Duration MARGIN = Duration.ofMinutes(5);

  private final TradingCalendar calendar;
  private final List<Underlying> underlyings;

  Shifts(TradingCalendar calendar, Collection<Underlying> underlyings) {
    this.calendar = calendar;
    this.underlyings = List.copyOf(underlyings);
  }

  /// The latest trading day whose watch has begun by an instant; it may be over.
  LocalDate date(long epochNanos) {
    LocalDate date = calendar.next(calendar.tradeDate(epochNanos));
    while (span(date).fromNanos() > epochNanos) {
      date = calendar.previous(date);
    }
    return date;
  }

  /// When the last session of a trading day ends.
  long closeNanos(LocalDate date) {
    return span(date).toNanos() - MARGIN.toNanos();
  }

  /// When a trading day is watched by a plan that tells at once.
  Span span(LocalDate date) {
    return span(date, 0);
  }

  /// When a trading day is watched by a plan that tells `lateNanos` late: its end comes as late.
  Span span(LocalDate date, long lateNanos) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Underlying each : underlyings) {
      List<Phase> phases = calendar.hours(each, date).phases();
      from = Math.min(from, phases.getFirst().span().fromNanos());
      to = Math.max(to, phases.getLast().span().toNanos());
    }
    return new Span(from - MARGIN.toNanos(), to + MARGIN.toNanos() + lateNanos);
  }
}
