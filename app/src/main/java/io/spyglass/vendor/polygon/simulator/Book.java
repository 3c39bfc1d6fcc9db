package io.spyglass.vendor.polygon.simulator;

import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The market at the clock's instant: a [Line] for every instrument, of the day that began last.
/// The market thread fills it; others read it through [#read]. Thread-safe.
final class Book {
  private final Map<Instrument, Line> lines = new HashMap<>();
  private final Windows seconds = Windows.ofSeconds();
  private final Windows minutes = Windows.ofMinutes();
  private long dayNanos;

  /// What a reader finds, while nothing moves.
  synchronized <T extends @Nullable Object> T read(Function<Map<Instrument, Line>, T> reader) {
    return reader.apply(lines);
  }

  /// Begins a day anew, with nothing known.
  ///
  /// @param midnightNanos where the bars of the day begin
  synchronized void begin(long midnightNanos) {
    dayNanos = midnightNanos;
    lines.clear();
    seconds.clear();
    minutes.clear();
  }

  /// Ends the bars that are over at an instant.
  ///
  /// @param broadcast who hears of them, null for nobody
  synchronized void pass(long epochNanos, @Nullable Broadcast broadcast) {
    if (seconds.areOver(epochNanos)) {
      seconds.close(broadcast);
    }
    if (minutes.areOver(epochNanos)) {
      minutes.close(broadcast);
    }
  }

  /// Takes an event.
  ///
  /// @param broadcast who hears of it, null for nobody
  synchronized void take(MarketEvent event, @Nullable Broadcast broadcast) {
    pass(event.epochNanos(), broadcast);
    switch (event) {
      case Quote quote -> take(quote, broadcast);
      case Trade trade -> take(trade, broadcast);
      case IndexValue value -> take(value, broadcast);
      case OpenInterest open -> line(open.contract()).openInterest = open.contracts();
      case Listing listing -> {
        Line _ = line(listing.contract());
      }
      default -> {
        // News is asked for, never pushed.
      }
    }
  }

  private Line line(Instrument instrument) {
    Line line = lines.get(instrument);
    if (line == null) {
      line = new Line(instrument, dayNanos);
      lines.put(instrument, line);
    }
    return line;
  }

  private void take(Quote quote, @Nullable Broadcast broadcast) {
    Line line = line(quote.instrument());
    line.quote = quote;
    if (broadcast != null) {
      broadcast.quote(line, quote);
    }
  }

  private void take(Trade trade, @Nullable Broadcast broadcast) {
    Line line = line(trade.instrument());
    line.day.add(trade);
    seconds.of(line, trade.epochNanos()).add(trade);
    minutes.of(line, trade.epochNanos()).add(trade);
    if (ConditionRules.updatesPrices(trade)) {
      line.trade = trade;
    }
    if (broadcast != null) {
      broadcast.trade(line, trade);
    }
  }

  private void take(IndexValue value, @Nullable Broadcast broadcast) {
    Line line = line(value.index());
    line.value = value;
    line.day.add(value.value(), value.epochNanos());
    seconds.of(line, value.epochNanos()).add(value.value(), value.epochNanos());
    minutes.of(line, value.epochNanos()).add(value.value(), value.epochNanos());
    if (broadcast != null) {
      broadcast.value(line, value);
    }
  }
}
