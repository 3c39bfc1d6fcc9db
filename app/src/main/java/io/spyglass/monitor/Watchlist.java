package io.spyglass.monitor;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.PrintRules;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What is watched live. Immutable.
///
/// @param rules how each underlying is watched, the one shown first ahead
public record Watchlist(TradingCalendar calendar, Map<Underlying, FlowRules> rules) {
  public Watchlist {
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to watch");
    }
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
  }

  /// The underlyings, the one shown first ahead.
  Set<Underlying> underlyings() {
    return rules.keySet();
  }

  /// How each is watched where these rules say which prints count.
  Map<Underlying, FlowRules> counting(PrintRules prints) {
    Map<Underlying, FlowRules> counting = new LinkedHashMap<>();
    rules.forEach((underlying, how) -> counting.put(underlying, how.counting(prints)));
    return counting;
  }

  /// A day of which nothing is known.
  Day empty(LocalDate date) {
    return new Day(date, calendar, rules, Map.of(), () -> () -> null);
  }
}
