package io.spyglass.vendor.polygon;

import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Trade;

/// The last prints that were delivered, to tell one that comes again from another: by instrument
/// and sequence number or, where the vendor gives none, by millisecond, price, size and exchange,
/// which two prints may share.
///
/// Algorithm: a ring of the prints and a table of places in it by linear probing; whoever leaves
/// the ring leaves the table by shifting those behind it (Knuth, The Art of Computer Programming 3,
/// section 6.4, algorithm R). Memory is fixed. Owned by one thread.
final class RecentPrints {
  private static final long MILLI_NANOS = 1_000_000L;

  private final Instrument[] instruments;
  private final long[] sequences;
  private final int[] table;
  private final int mask;
  private int next;
  private int size;

  /// @param capacity how many prints are remembered, a power of two
  RecentPrints(int capacity) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("a capacity of " + capacity + " is no power of two");
    }
    this.instruments = new Instrument[capacity];
    this.sequences = new long[capacity];
    this.table = new int[2 * capacity];
    this.mask = table.length - 1;
  }

  /// Whether a print came already, as far as can be told.
  boolean contains(Trade trade) {
    return table[slot(trade.instrument(), key(trade))] != 0;
  }

  /// Remembers a print; false where it came already beyond doubt.
  boolean add(Trade trade) {
    long key = key(trade);
    int slot = slot(trade.instrument(), key);
    if (table[slot] != 0) {
      return trade.sequence() == MarketEvent.ABSENT;
    }
    if (size == instruments.length) {
      remove(slot(instruments[next], sequences[next]));
      slot = slot(trade.instrument(), key);
    } else {
      size++;
    }
    instruments[next] = trade.instrument();
    sequences[next] = key;
    table[slot] = next + 1;
    next = (next + 1) % instruments.length;
    return true;
  }

  /// The sequence number, or below zero what stands for it.
  private static long key(Trade trade) {
    if (trade.sequence() != MarketEvent.ABSENT) {
      return trade.sequence();
    }
    long bits = trade.epochNanos() / MILLI_NANOS;
    bits = bits * 31 + Double.doubleToLongBits(trade.price());
    bits = (bits * 31 + Double.doubleToLongBits(trade.size())) * 31 + trade.exchange();
    return bits | Long.MIN_VALUE;
  }

  /// Where a print stands in the table, or the free slot where it would.
  private int slot(Instrument instrument, long sequence) {
    int slot = home(instrument, sequence);
    while (table[slot] != 0) {
      int at = table[slot] - 1;
      if (sequences[at] == sequence && instruments[at].equals(instrument)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int home(Instrument instrument, long sequence) {
    long bits = (sequence * 31 + instrument.hashCode()) * 0x9E3779B97F4A7C15L;
    return (int) (bits >>> 40) & mask;
  }

  private void remove(int slot) {
    int free = slot;
    table[free] = 0;
    for (int at = (free + 1) & mask; table[at] != 0; at = (at + 1) & mask) {
      int place = table[at] - 1;
      int home = home(instruments[place], sequences[place]);
      if (((at - home) & mask) >= ((at - free) & mask)) {
        table[free] = table[at];
        table[at] = 0;
        free = at;
      }
    }
  }
}
