package io.spyglass.vendor.polygon;

import io.spyglass.model.Bar;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Trade;
import org.jspecify.annotations.Nullable;

/// The last prints and bars that were delivered, to tell one that comes again from another.
///
/// A print is known by its instrument, its sequence number and the day, since the vendor counts
/// anew each day. Where the socket or the history gives no number it is known by its millisecond,
/// price, size and exchange, which several prints may share: each that came stands for one that is
/// fetched. A bar is known by its start and its length.
///
/// Memory is fixed: a ring, and two [RecentIndex] over it. Owned by one thread.
final class Recent {
  private static final long MILLI_NANOS = 1_000_000L;
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long DAY_NANOS = 86_400 * SECOND_NANOS;

  /// Vendors' numbers have fewer bits.
  private static final int SEQUENCE_BITS = 44;

  static final long NONE = 0;
  private static final long BAR = 1L << 62;
  private static final int BAR_BITS = 24;

  private final Instrument[] instruments;
  private final RecentIndex numbers;
  private final RecentIndex looks;
  private final long[] stamps;
  private final boolean[] spent;
  private int next;
  private int size;
  private long forgottenNanos = Long.MIN_VALUE;

  /// @param capacity how many are remembered, a power of two
  Recent(int capacity) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("a capacity of " + capacity + " is no power of two");
    }
    this.instruments = new Instrument[capacity];
    this.numbers = new RecentIndex(instruments);
    this.looks = new RecentIndex(instruments);
    this.stamps = new long[capacity];
    this.spent = new boolean[capacity];
  }

  /// One that has room for as many at least.
  static Recent holding(int events) {
    return new Recent(Math.max(1, Integer.highestOneBit(Math.max(1, events - 1)) << 1));
  }

  /// Whether a print or bar came already beyond doubt.
  boolean has(MarketEvent event) {
    Instrument instrument = instrument(event);
    long number = number(event);
    return instrument != null && number != NONE && numbers.first(instrument, number) >= 0;
  }

  /// Remembers a print or bar; false where it came already beyond doubt. Of anything else nothing
  /// is remembered.
  ///
  /// @param cameNanos what time it was when it came, by the vendor's clock
  boolean add(MarketEvent event, long cameNanos) {
    Instrument instrument = instrument(event);
    if (instrument == null) {
      return true;
    }
    if (has(event)) {
      return false;
    }
    put(instrument, number(event), look(event), cameNanos);
    return true;
  }

  /// Whether something that was fetched came before. One that came without a number, or stands for
  /// one without, stands for no other from then on.
  boolean took(MarketEvent event) {
    Instrument instrument = instrument(event);
    if (instrument == null) {
      return false;
    }
    long number = number(event);
    if (number != NONE && numbers.first(instrument, number) >= 0) {
      return true;
    }
    long look = look(event);
    for (int at = looks.first(instrument, look); at >= 0; at = looks.next(at)) {
      if (!spent[at] && (number == NONE || numbers.key(at) == NONE)) {
        spent[at] = true;
        return true;
      }
    }
    return false;
  }

  /// The latest time at which something came that had to be forgotten: of what happened up to then
  /// it cannot be told for sure whether it came.
  long forgottenNanos() {
    return forgottenNanos;
  }

  /// What happened up to then may have come without being remembered.
  void forget(long epochNanos) {
    forgottenNanos = Math.max(forgottenNanos, epochNanos);
  }

  /// Whose print or bar it is; null for anything else.
  static @Nullable Instrument instrument(MarketEvent event) {
    return switch (event) {
      case Trade trade -> trade.instrument();
      case Bar bar -> bar.instrument();
      default -> null;
    };
  }

  /// What a print or bar is known by within its instrument; [#NONE] where it has no number.
  static long number(MarketEvent event) {
    if (event instanceof Bar bar) {
      return ((bar.startNanos() / SECOND_NANOS) << BAR_BITS) ^ bar.seconds() ^ BAR;
    }
    return event.sequence() == MarketEvent.ABSENT
        ? NONE
        : ((event.epochNanos() / DAY_NANOS) << SEQUENCE_BITS) ^ event.sequence();
  }

  private static long look(MarketEvent event) {
    if (!(event instanceof Trade trade)) {
      return NONE;
    }
    long bits = trade.epochNanos() / MILLI_NANOS;
    bits = bits * 31 + Double.doubleToLongBits(trade.price());
    bits = (bits * 31 + Double.doubleToLongBits(trade.size())) * 31 + trade.exchange();
    return bits | Long.MIN_VALUE;
  }

  private void put(Instrument instrument, long number, long look, long cameNanos) {
    if (size == instruments.length) {
      forgottenNanos = Math.max(forgottenNanos, stamps[next]);
      numbers.remove(next);
      looks.remove(next);
    } else {
      size++;
    }
    instruments[next] = instrument;
    stamps[next] = cameNanos;
    spent[next] = false;
    numbers.add(next, number);
    looks.add(next, look);
    next = (next + 1) % instruments.length;
  }
}
