package io.spyglass.vendor.polygon;

import io.spyglass.model.MarketEvent;
import java.util.List;

/// What a stream's own thread hears of.
sealed interface Signal {
  /// What it takes in memory, in bytes.
  default int weight() {
    return 0;
  }

  /// What a connection's line has to say.
  sealed interface OfLine extends Signal {
    Line line();
  }

  /// A whole text frame.
  @SuppressWarnings("ArrayRecordComponent") // Read in place, once.
  record Frame(Line line, byte[] text, long receivedNanos) implements OfLine {
    @Override
    public int weight() {
      return text.length;
    }
  }

  /// The vendor answered a ping.
  record Pong(Line line) implements OfLine {}

  /// The connection ended.
  record Ended(Line line, String why) implements OfLine {}

  /// Something else is wanted, or the stream is to stop.
  record Wake() implements Signal {}

  /// Some of what a gap's history holds, in the order of time.
  record Fetched(Gap gap, List<MarketEvent> events) implements Signal {
    public Fetched {
      events = List.copyOf(events);
    }
  }

  /// All that a gap's history holds was handed over.
  record Filled(Gap gap) implements Signal {}
}
