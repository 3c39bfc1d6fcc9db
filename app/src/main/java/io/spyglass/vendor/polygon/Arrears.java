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
  Arrears {
    holes = List.copyOf(holes);
  }

  /// Holes apart, so that nothing of the history is asked for twice.
  ///
  /// @param channels of which something is missing
  /// @param had what came within the holes and [Backfill#MARGIN_NANOS] beside them
  static List<Arrears> of(
      Collection<Hole> holes, Set<String> channels, Collection<? extends MarketEvent> had) {
    List<Arrears> apart = new ArrayList<>();
    List<Hole> near = new ArrayList<>();
    long to = Long.MIN_VALUE;
    for (Hole hole : sorted(holes)) {
      if (!near.isEmpty() && hole.fromNanos() - to > 2 * Backfill.MARGIN_NANOS) {
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

  private static List<Hole> sorted(Collection<Hole> holes) {
    return holes.stream().sorted(Comparator.comparingLong(Hole::fromNanos)).toList();
  }

  private static Arrears together(
      List<Hole> holes, long toNanos, Set<String> channels, Collection<? extends MarketEvent> had) {
    Hole first = holes.getFirst();
    long least = first.fromNanos() - Backfill.MARGIN_NANOS;
    long most = toNanos + Backfill.MARGIN_NANOS;
    List<MarketEvent> beside = new ArrayList<>();
    for (MarketEvent event : had) {
      if (event.epochNanos() >= least && event.epochNanos() <= most) {
        beside.add(event);
      }
    }
    Recent came = Recent.holding(beside.size());
    beside.forEach(event -> came.add(event, event.epochNanos()));
    return new Arrears(
        new Gap(first.fromNanos(), toNanos, false, first.reason(), channels), holes, came);
  }
}
