package io.spyglass.vendor.polygon.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bars of one length that are under way, closed as time passes. Owned by the market thread.
final class Windows {
  /// How many lengths there are: seconds and minutes.
  static final int COUNT = 2;

  private static final int SECONDS = 0;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final int index;
  private final long nanos;
  private final Channel channel;
  private final List<Line> touched = new ArrayList<>();
  private long endNanos;

  private Windows(int index, long nanos, Channel channel) {
    this.index = index;
    this.nanos = nanos;
    this.channel = channel;
  }

  static Windows ofSeconds() {
    return new Windows(SECONDS, SECOND_NANOS, Channel.A);
  }

  static Windows ofMinutes() {
    return new Windows(SECONDS + 1, 60 * SECOND_NANOS, Channel.AM);
  }

  /// The bar under way of a line that something happens in.
  Candle of(Line line, long epochNanos) {
    endNanos = epochNanos - Math.floorMod(epochNanos, nanos) + nanos;
    Candle open = line.open[index];
    if (open == null) {
      open = new Candle(endNanos - nanos);
      line.open[index] = open;
      touched.add(line);
    }
    return open;
  }

  /// Whether bars are over at an instant.
  boolean areOver(long epochNanos) {
    return epochNanos >= endNanos && !touched.isEmpty();
  }

  /// Ends the bars under way and tells those that exist.
  void close(@Nullable Broadcast broadcast) {
    for (Line line : touched) {
      Candle bar = line.open[index];
      line.open[index] = null;
      if (bar != null && bar.exists()) {
        if (channel == Channel.AM) {
          line.minute = bar;
        }
        if (broadcast != null) {
          broadcast.bar(line, channel, bar, nanos);
        }
      }
    }
    touched.clear();
  }

  void clear() {
    touched.clear();
    endNanos = 0;
  }
}
