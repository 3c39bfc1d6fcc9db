package io.spyglass.vendor.polygon;

import io.spyglass.model.Trade;
import java.util.List;

/// What a stream's own thread hears of.
sealed interface Signal {
  /// What it takes in memory, in bytes.
  default int weight() {
    return 0;
  }

  /// A whole text frame.
  @SuppressWarnings("ArrayRecordComponent") // Read in place, once.
  record Frame(byte[] text, long receivedNanos) implements Signal {
    @Override
    public int weight() {
      return text.length;
    }
  }

  /// The vendor answered a ping.
  record Pong() implements Signal {}

  /// The connection ended.
  record Ended(String why) implements Signal {}

  /// Something else is wanted, or the stream is to stop.
  record Wake() implements Signal {}

  /// What a hole's history holds; the failure is empty where all of it came.
  record Fetched(OpenHole hole, List<Trade> trades, String failure, boolean isLast)
      implements Signal {
    public Fetched {
      trades = List.copyOf(trades);
    }

    /// The same, after which nothing more is fetched.
    Fetched asLast() {
      return new Fetched(hole, trades, failure, true);
    }
  }

  /// A hole that is known on both ends.
  record OpenHole(long fromNanos, long toNanos, String reason) {}
}
