package io.spyglass.simulator;

import io.spyglass.flow.TradeSide;
import io.spyglass.model.MarketEvent;
import java.util.Arrays;

/// A minute of events: filled in any order, read in [MarketEvent#ORDER]. Events that the order
/// leaves equal keep the order in which they were added. Owned by one feed.
final class Block {
  private static final int INDEX_BITS = 24;
  private static final int RANK_BITS = 3;

  private final long fromNanos;
  private final long toNanos;
  private long originNanos;
  private MarketEvent[] events = new MarketEvent[1 << 14];
  private TradeSide[] sides = new TradeSide[1 << 14];
  private long[] order = new long[1 << 14];
  private int count;
  private int position;

  /// A block that drops what happens before `fromNanos` or from `toNanos` on.
  Block(long fromNanos, long toNanos) {
    this.fromNanos = fromNanos;
    this.toNanos = toNanos;
  }

  /// Empties the block for the minute that begins at `minuteNanos`.
  void restart(long minuteNanos) {
    Arrays.fill(events, 0, count, null);
    originNanos = minuteNanos;
    count = 0;
    position = 0;
  }

  void add(MarketEvent event) {
    add(event, TradeSide.UNCLASSIFIED);
  }

  void add(MarketEvent event, TradeSide side) {
    long nanos = event.epochNanos();
    if (nanos < fromNanos || nanos >= toNanos) {
      return;
    }
    if (count == events.length) {
      grow();
    }
    events[count] = event;
    sides[count] = side;
    order[count] =
        ((nanos - originNanos) << (INDEX_BITS + RANK_BITS))
            | ((long) event.rank() << INDEX_BITS)
            | count;
    count++;
  }

  private void grow() {
    events = Arrays.copyOf(events, 2 * count);
    sides = Arrays.copyOf(sides, 2 * count);
    order = Arrays.copyOf(order, 2 * count);
  }

  /// Puts the events in order.
  void sort() {
    Arrays.sort(order, 0, count);
    for (int i = 1; i < count; i++) {
      int at = i;
      while (at > 0 && isTie(at) && sequence(at - 1) > sequence(at)) {
        long swapped = order[at];
        order[at] = order[at - 1];
        order[at - 1] = swapped;
        at--;
      }
    }
  }

  private boolean isTie(int at) {
    return order[at] >>> INDEX_BITS == order[at - 1] >>> INDEX_BITS;
  }

  private long sequence(int at) {
    return events[index(at)].sequence();
  }

  private int index(int at) {
    return (int) (order[at] & ((1 << INDEX_BITS) - 1));
  }

  boolean hasNext() {
    return position < count;
  }

  MarketEvent next() {
    return events[index(position++)];
  }

  /// Who crossed the spread in the event last read.
  TradeSide lastSide() {
    return position == 0 ? TradeSide.UNCLASSIFIED : sides[index(position - 1)];
  }
}
