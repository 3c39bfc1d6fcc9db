package io.spyglass.vendor.polygon;

import io.spyglass.model.Bar;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Trade;

/// The last prints and bars that were delivered, to tell one that comes again from another.
///
/// A print is known by its instrument, its sequence number and the day, since the vendor counts
/// anew each day. One without a number is known by its millisecond, price, size and exchange, which
/// two prints may share; the vendor's history may give its number later. A bar is known by its
/// start and its length.
///
/// Algorithm: a ring of what came and a table of places in it by linear probing; whoever leaves the
/// ring leaves the table by shifting those behind it (Knuth, The Art of Computer Programming 3,
/// section 6.4, algorithm R). Memory is fixed. Owned by one thread.
final class Recent {
  private static final long MILLI_NANOS = 1_000_000L;
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long DAY_NANOS = 86_400 * SECOND_NANOS;

  /// Vendors' numbers have fewer bits.
  private static final int SEQUENCE_BITS = 44;

  private static final long UNNUMBERED = Long.MIN_VALUE;
  private static final long BAR = 1L << 62;
  private static final int BAR_BITS = 24;

  private final Instrument[] instruments;
  private final long[] keys;
  private final long[] times;
  private final int[] table;
  private final int mask;
  private int next;
  private int size;
  private long forgottenNanos = Long.MIN_VALUE;

  /// @param capacity how many are remembered, a power of two
  Recent(int capacity) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("a capacity of " + capacity + " is no power of two");
    }
    this.instruments = new Instrument[capacity];
    this.keys = new long[capacity];
    this.times = new long[capacity];
    this.table = new int[2 * capacity];
    this.mask = table.length - 1;
  }

  /// Whether a print or bar came already, as far as can be told.
  boolean contains(MarketEvent event) {
    return switch (event) {
      case Trade trade ->
          has(trade.instrument(), key(trade)) || has(trade.instrument(), unnumbered(trade));
      case Bar bar -> has(bar.instrument(), key(bar));
      default -> false;
    };
  }

  /// Remembers a print or bar; false where it came already beyond doubt. Of anything else nothing
  /// is remembered.
  boolean add(MarketEvent event) {
    return switch (event) {
      case Trade trade ->
          put(trade.instrument(), key(trade), trade.epochNanos())
              || trade.sequence() == MarketEvent.ABSENT;
      case Bar bar -> put(bar.instrument(), key(bar), bar.epochNanos());
      default -> true;
    };
  }

  /// The latest time of what had to be forgotten: whether something of that time or an earlier one
  /// came already cannot be told for sure.
  long forgottenNanos() {
    return forgottenNanos;
  }

  private static long key(Trade trade) {
    return trade.sequence() == MarketEvent.ABSENT
        ? unnumbered(trade)
        : ((trade.epochNanos() / DAY_NANOS) << SEQUENCE_BITS) ^ trade.sequence();
  }

  private static long unnumbered(Trade trade) {
    long bits = trade.epochNanos() / MILLI_NANOS;
    bits = bits * 31 + Double.doubleToLongBits(trade.price());
    bits = (bits * 31 + Double.doubleToLongBits(trade.size())) * 31 + trade.exchange();
    return bits | UNNUMBERED;
  }

  private static long key(Bar bar) {
    return ((bar.startNanos() / SECOND_NANOS) << BAR_BITS) ^ bar.seconds() ^ BAR;
  }

  private boolean has(Instrument instrument, long key) {
    return table[slot(instrument, key)] != 0;
  }

  private boolean put(Instrument instrument, long key, long epochNanos) {
    int slot = slot(instrument, key);
    if (table[slot] != 0) {
      return false;
    }
    if (size == instruments.length) {
      forgottenNanos = Math.max(forgottenNanos, times[next]);
      remove(slot(instruments[next], keys[next]));
      slot = slot(instrument, key);
    } else {
      size++;
    }
    instruments[next] = instrument;
    keys[next] = key;
    times[next] = epochNanos;
    table[slot] = next + 1;
    next = (next + 1) % instruments.length;
    return true;
  }

  /// Where something stands in the table, or the free slot where it would.
  private int slot(Instrument instrument, long key) {
    int slot = home(instrument, key);
    while (table[slot] != 0) {
      int at = table[slot] - 1;
      if (keys[at] == key && instruments[at].equals(instrument)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int home(Instrument instrument, long key) {
    long bits = (key * 31 + instrument.hashCode()) * 0x9E3779B97F4A7C15L;
    return (int) (bits >>> 40) & mask;
  }

  private void remove(int slot) {
    int free = slot;
    table[free] = 0;
    for (int at = (free + 1) & mask; table[at] != 0; at = (at + 1) & mask) {
      int place = table[at] - 1;
      int home = home(instruments[place], keys[place]);
      if (((at - home) & mask) >= ((at - free) & mask)) {
        table[free] = table[at];
        table[at] = 0;
        free = at;
      }
    }
  }
}
