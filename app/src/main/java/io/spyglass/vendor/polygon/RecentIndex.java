package io.spyglass.vendor.polygon;

import io.spyglass.model.Instrument;

/// Places of a ring by an instrument and a key, of which several may be equal; a key of 0 is none.
///
/// Algorithm: linear probing, at most half full; whoever leaves the ring leaves the table by
/// shifting those behind it (Knuth, The Art of Computer Programming 3, section 6.4, algorithm R).
final class RecentIndex {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final Instrument[] instruments;
  private final long[] keys;
  private final int[] table;
  private final int mask;

  /// @param instruments of the ring's places, as many as a power of two
  RecentIndex(Instrument[] instruments) {
    this.instruments = instruments;
    this.keys = new long[instruments.length];
    this.table = new int[2 * instruments.length];
    this.mask = table.length - 1;
  }

  /// The key of a place, 0 for none.
  long key(int place) {
    return keys[place];
  }

  /// Adds a place whose instrument is set.
  void add(int place, long key) {
    keys[place] = key;
    if (key == 0) {
      return;
    }
    int slot = home(place);
    while (table[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    table[slot] = place + 1;
  }

  /// The first place with an instrument and a key, or -1.
  int first(Instrument instrument, long key) {
    return find(home(instrument, key), instrument, key);
  }

  /// The next place with the same, or -1.
  int next(int place) {
    return find((slot(place) + 1) & mask, instruments[place], keys[place]);
  }

  private int find(int from, Instrument instrument, long key) {
    for (int slot = from; table[slot] != 0; slot = (slot + 1) & mask) {
      int at = table[slot] - 1;
      if (keys[at] == key && instruments[at].equals(instrument)) {
        return at;
      }
    }
    return -1;
  }

  /// Removes a place whose instrument is still set.
  void remove(int place) {
    if (keys[place] == 0) {
      return;
    }
    int free = slot(place);
    table[free] = 0;
    for (int at = (free + 1) & mask; table[at] != 0; at = (at + 1) & mask) {
      int home = home(table[at] - 1);
      if (((at - home) & mask) >= ((at - free) & mask)) {
        table[free] = table[at];
        table[at] = 0;
        free = at;
      }
    }
    keys[place] = 0;
  }

  private int slot(int place) {
    int slot = home(place);
    while (table[slot] != place + 1) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int home(int place) {
    return home(instruments[place], keys[place]);
  }

  private int home(Instrument instrument, long key) {
    return (int) (((key * 31 + instrument.hashCode()) * MULTIPLIER) >>> 40) & mask;
  }
}
