package io.spyglass.lake;

import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Instruments by small numbers, given in the order in which they are first seen, and whether each
/// one's events came in order: then no two of them have one key. Owned by one thread.
final class Instruments {
  private final Map<Instrument, Entry> entries = new HashMap<>();
  private final List<Instrument> instruments = new ArrayList<>();

  private static final class Entry {
    private final int number;
    private long latestNanos = Long.MIN_VALUE;
    private long latestSequence = MarketEvent.ABSENT;
    private boolean disordered;

    Entry(int number) {
      this.number = number;
    }
  }

  /// The number of an instrument of which this event comes next, a new one where it has none yet.
  int number(Instrument instrument, long nanos, long sequence) {
    Entry entry = entries.get(instrument);
    if (entry == null) {
      entry = new Entry(instruments.size());
      entries.put(instrument, entry);
      instruments.add(instrument);
    }
    boolean after = nanos > entry.latestNanos || sequence > entry.latestSequence;
    entry.disordered |= nanos < entry.latestNanos || (!after && sequence != MarketEvent.ABSENT);
    entry.latestSequence =
        nanos > entry.latestNanos ? sequence : Math.max(entry.latestSequence, sequence);
    entry.latestNanos = nanos;
    return entry.number;
  }

  /// Whether two events of an instrument may have one key.
  boolean mayRepeat(Instrument instrument) {
    Entry entry = entries.get(instrument);
    return entry == null || entry.disordered;
  }

  /// The instruments, each at its number.
  List<Instrument> all() {
    return Collections.unmodifiableList(instruments);
  }
}
