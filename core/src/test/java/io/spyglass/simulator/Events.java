package io.spyglass.simulator;

import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Ways to read simulated feeds in tests.
final class Events {
  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Events() {}

  static List<MarketEvent> all(SimulatedDay day, Selection selection) {
    return matching(day, selection, event -> true);
  }

  static List<MarketEvent> matching(
      SimulatedDay day, Selection selection, Predicate<MarketEvent> wanted) {
    List<MarketEvent> events = new ArrayList<>();
    try (SimulatedFeed feed = day.feed(selection)) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        if (wanted.test(event)) {
          events.add(event);
        }
      }
    }
    return events;
  }

  /// The quotes in force at the end of a selection.
  static Map<OptionContract, Quote> book(SimulatedDay day, Selection selection) {
    Map<OptionContract, Quote> book = new HashMap<>();
    for (MarketEvent event : all(day, selection.only(Selection.Kind.QUOTE))) {
      if (event instanceof Quote quote && quote.instrument() instanceof OptionContract contract) {
        book.put(contract, quote);
      }
    }
    return book;
  }

  static double mid(Quote quote) {
    return (quote.bid() + quote.ask()) / 2;
  }

  /// The 64-bit FNV-1a hash over everything that events say.
  static long digest(List<MarketEvent> events) {
    long hash = OFFSET_BASIS;
    for (MarketEvent event : events) {
      hash = (hash ^ event.epochNanos()) * PRIME;
      hash = (hash ^ event.sequence()) * PRIME;
      hash = (hash ^ contentHash(event)) * PRIME;
    }
    return hash;
  }

  private static long contentHash(MarketEvent event) {
    return switch (event) {
      case Quote q ->
          Double.doubleToLongBits(q.bid()) * 31
              + Double.doubleToLongBits(q.ask()) * 37
              + q.bidSize() * 41
              + q.askSize();
      case Trade t ->
          Double.doubleToLongBits(t.price()) * 31
              + Double.doubleToLongBits(t.size()) * 37
              + t.exchange() * 41L
              + t.conditions().mask()
              + t.participantNanos();
      case IndexValue v -> Double.doubleToLongBits(v.value());
      case News n -> n.title().hashCode();
      case OpenInterest o -> o.contracts();
      default -> event.rank();
    };
  }
}
