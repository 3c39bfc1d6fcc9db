package io.spyglass.vendor.polygon;

import io.spyglass.model.Bar;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Trade;
import org.jspecify.annotations.Nullable;

/// What came last by the socket, print and bars each by itself, and since when it streams: what the
/// history is measured by. The stream's thread writes, any reads.
final class Witnesses {
  private volatile @Nullable Trade trade;
  private volatile @Nullable Bar second;
  private volatile @Nullable Bar minute;
  private volatile boolean isUp;
  private volatile long upNanos;

  /// Keeps an event that was handed on, where it is not older than the one of its kind before.
  ///
  /// @param latestNanos what of the vendor's time is known: what is ahead of it is in doubt
  void keep(MarketEvent event, long latestNanos) {
    if (event.epochNanos() > latestNanos) {
      return;
    }
    switch (event) {
      case Trade print when isNewer(print, trade, latestNanos) -> trade = print;
      case Bar bar when bar.seconds() < 60 && isNewer(bar, second, latestNanos) -> second = bar;
      case Bar bar when bar.seconds() >= 60 && isNewer(bar, minute, latestNanos) -> minute = bar;
      default -> {
        // The history is not asked for others.
      }
    }
  }

  private static boolean isNewer(MarketEvent one, @Nullable MarketEvent other, long latestNanos) {
    return other == null
        || one.epochNanos() >= other.epochNanos()
        || other.epochNanos() > latestNanos;
  }

  /// What of a kind (`T`, `A`, `AM`) came last.
  @Nullable MarketEvent last(String kind) {
    return switch (kind) {
      case "T" -> trade;
      case "A" -> second;
      default -> minute;
    };
  }

  /// The line streams.
  void up(long nowNanos) {
    upNanos = nowNanos;
    isUp = true;
  }

  /// The line is lost.
  void down() {
    isUp = false;
  }

  /// For how long it has streamed, 0 where it does not.
  long upFor(long nowNanos) {
    return isUp ? nowNanos - upNanos : 0;
  }
}
