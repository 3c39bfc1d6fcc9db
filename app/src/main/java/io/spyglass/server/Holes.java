package io.spyglass.server;

import io.spyglass.model.Hole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The holes in the feed of a day, in the order in which they were found. One is told of when it
/// opens, from and to the same instant, when its end is known, and when it is filled: what is told
/// later, with the same start and reason, stands in the place of the earlier. Guarded by the
/// board's monitor.
final class Holes {
  /// How many are kept: beyond it those that were found first go, the open ones last.
  static final int MOST = 1000;

  /// Which hole: it keeps these when it is filled.
  private record Name(long fromNanos, long toNanos, String reason) {
    static Name of(Hole hole) {
      return new Name(hole.fromNanos(), hole.toNanos(), hole.reason());
    }

    /// The same hole before its end was known.
    static Name open(Hole hole) {
      return new Name(hole.fromNanos(), hole.fromNanos(), hole.reason());
    }
  }

  private final Map<Name, Hole> kept = new LinkedHashMap<>();
  private long told;
  private long lacking;

  void add(Hole hole) {
    Hole open = kept.containsKey(Name.of(hole)) ? null : kept.remove(Name.open(hole));
    Hole same = kept.put(Name.of(hole), hole);
    Hole before = same == null ? open : same;
    told += before == null ? 1 : 0;
    lacking += (hole.isOpen() ? 1 : 0) - (before != null && before.isOpen() ? 1 : 0);
    if (kept.size() > MOST) {
      kept.remove(Name.of(leastNeeded()));
    }
  }

  private Hole leastNeeded() {
    for (Hole each : kept.values()) {
      if (!each.isOpen()) {
        return each;
      }
    }
    return kept.values().iterator().next();
  }

  void clear() {
    kept.clear();
    told = 0;
    lacking = 0;
  }

  /// How many were told, those included that are kept no more.
  long told() {
    return told;
  }

  /// How many of them lack something.
  long open() {
    return lacking;
  }

  /// Those that are kept.
  List<Hole> all() {
    return new ArrayList<>(kept.values());
  }
}
