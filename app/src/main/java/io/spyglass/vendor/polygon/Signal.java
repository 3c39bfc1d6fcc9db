package io.spyglass.vendor.polygon;

import io.spyglass.model.MarketEvent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /// The stream is to stop.
  record Wake() implements Signal {}

  /// Other channels are wanted.
  ///
  /// @param since from when those are missing that were not wanted before, and why; null where they
  ///   are not
  record Want(Set<String> channels, @Nullable Since since) implements Signal {
    public Want {
      channels = Set.copyOf(channels);
    }

    record Since(long epochNanos, String why) {}
  }

  /// Holes that were told before are to be fetched.
  record Fetch(Arrears arrears) implements Signal {}

  /// Some of what a gap's history holds, in the order of time.
  record Fetched(Gap gap, List<MarketEvent> events) implements Signal {
    public Fetched {
      events = List.copyOf(events);
    }
  }

  /// A gap is done with.
  ///
  /// @param isFilled whether all of it that counts was handed over
  record Done(Gap gap, boolean isFilled) implements Signal {}
}
