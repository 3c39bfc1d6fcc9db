package io.spyglass.vendor.polygon;

import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Holes that were told before, which are fetched together since they overlap, and what had come of
/// them. Owned by one thread.
///
/// @param gap all of them in one
/// @param holes the earliest first
/// @param had what came beside them, and of them
record Arrears(Gap gap, List<Hole> holes, Recent had) {
  /// How far the history is read ahead of a hole: what was on its way when a run ended, by the
  /// socket or to the disk, happened before the last that is known of it.
  static final long LEAD_NANOS = 60_000_000_000L;

  Arrears {
    holes = List.copyOf(holes);
  }

  /// Holes apart, so that nothing of the history is asked for twice.
  ///
  /// @param channels of which something is missing
  /// @param had what came within the holes, behind them up to [Backfill#MARGIN_NANOS], and ahead of
  ///   them as much further as [#LEAD_NANOS]; more does no harm
  static List<Arrears> of(
      Collection<Hole> holes, Set<String> channels, Collection<? extends MarketEvent> had) {
    List<Arrears> apart = new ArrayList<>();
    List<Hole> near = new ArrayList<>();
    long to = Long.MIN_VALUE;
    for (Hole hole : sorted(holes)) {
      if (!near.isEmpty() && hole.fromNanos() - to > LEAD_NANOS + 2 * Backfill.MARGIN_NANOS) {
        apart.add(together(near, to, channels, had));
        near.clear();
      }
      near.add(hole);
      to = Math.max(to, hole.toNanos());
    }
    if (!near.isEmpty()) {
      apart.add(together(near, to, channels, had));
    }
    return apart;
  }

  /// Whether what is fetched for these is all that others lack too.
  boolean covers(Arrears others) {
    return gap.fromNanos() <= others.gap.fromNanos()
        && gap.toNanos() + Backfill.MARGIN_NANOS >= others.gap.toNanos()
        && gap.channels().containsAll(others.gap.channels());
  }

  /// The same for further holes.
  Arrears with(List<Hole> further) {
    List<Hole> all = new ArrayList<>(holes);
    all.addAll(further);
    return new Arrears(gap, all, had);
  }

  private static List<Hole> sorted(Collection<Hole> holes) {
    return holes.stream().sorted(Comparator.comparingLong(Hole::fromNanos)).toList();
  }

  private static Arrears together(
      List<Hole> holes, long toNanos, Set<String> channels, Collection<? extends MarketEvent> had) {
    Hole first = holes.getFirst();
    long fromNanos = first.fromNanos() - LEAD_NANOS;
    Recent came = Recent.holding(had.size());
    had.forEach(event -> came.add(event, event.epochNanos()));
    return new Arrears(new Gap(fromNanos, toNanos, false, first.reason(), channels), holes, came);
  }
}
