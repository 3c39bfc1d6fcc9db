package io.spyglass.monitor;

import io.spyglass.calendar.Span;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.model.Underlying;
import io.spyglass.session.Feed;
import io.spyglass.session.Output;
import io.spyglass.session.Session;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/// A trading day in the options of an underlying, recorded or simulated, that can be played as
/// often as wanted.
///
/// @param feeds opens the day's events from the first, with ticks: a journal brings its own, any
///   other source gets them from [io.spyglass.session.TickingFeed]
/// @param rules how its flow is watched
public record Day(
    LocalDate date,
    Underlying underlying,
    TradingCalendar calendar,
    FlowRules rules,
    Supplier<? extends Feed> feeds) {

  /// The day's events from the first, with ticks.
  public Feed feed() {
    return feeds.get();
  }

  /// A session of the day before its first event, whose facts go to `output`.
  public Session session(Output output) {
    FlowState flow = new FlowState(date, calendar, Map.of(underlying, rules), output);
    return new Session(flow, output);
  }

  /// From the opening of the tape to its close.
  public Span span() {
    return calendar.hours(underlying, date).tape();
  }
}
