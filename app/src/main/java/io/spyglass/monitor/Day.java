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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A trading day in the options of some underlyings, recorded or simulated, that can be played as
/// often as wanted.
///
/// @param rules how the flow of each underlying is watched, the one shown first ahead
/// @param previousCloses where an underlying closed on the trading day before, where that is known
/// @param feeds opens the day's events from the first, with ticks: a journal brings its own, any
///   other source gets them from [io.spyglass.session.TickingFeed]
public record Day(
    LocalDate date,
    TradingCalendar calendar,
    Map<Underlying, FlowRules> rules,
    Map<Underlying, Double> previousCloses,
    Supplier<? extends Feed> feeds) {

  public Day {
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("a day without an underlying has nothing to play");
    }
    previousCloses = Map.copyOf(previousCloses);
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
  }

  /// A day in the options of one underlying.
  public Day(
      LocalDate date,
      Underlying underlying,
      TradingCalendar calendar,
      FlowRules rules,
      Supplier<? extends Feed> feeds) {
    this(date, calendar, Map.of(underlying, rules), Map.of(), feeds);
  }

  /// What is watched, the one shown first ahead.
  public List<Underlying> underlyings() {
    return List.copyOf(rules.keySet());
  }

  /// The day's events from the first, with ticks.
  public Feed feed() {
    return feeds.get();
  }

  /// A session of the day before its first event, whose facts go to `output`.
  public Session session(Output output) {
    FlowState flow = new FlowState(date, calendar, rules, output);
    return new Session(flow, output);
  }

  /// From the opening of the tape to the last close of those watched.
  public Span span() {
    Span first = calendar.hours(underlyings().getFirst(), date).tape();
    long to = first.toNanos();
    for (Underlying each : underlyings()) {
      to = Math.max(to, calendar.hours(each, date).tape().toNanos());
    }
    return new Span(first.fromNanos(), to);
  }
}
