package io.spyglass.vendor.polygon;

import io.spyglass.model.Hole;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Trade;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells of what was fetched whether it had come, and which holes a gap stands for. Owned by one
/// thread.
final class Refill {
  /// How far inside a gap what is fetched may come otherwise too: by the socket, or with the gap
  /// beside it.
  private static final long OVERLAP_NANOS = 60_000_000_000L;

  private final Recent recent;
  private final Map<Gap, Arrears> arrears = new HashMap<>();

  /// What was fetched while holes of an earlier run are: these may overlap with one another and
  /// with those of this run.
  private final Set<Handed> handed = new HashSet<>();

  /// Something that was fetched, by its instrument and number.
  private record Handed(Instrument instrument, long number) {}

  /// @param recent what came by the socket
  Refill(Recent recent) {
    this.recent = recent;
  }

  /// Holes that were told before are to be fetched; false where they lie within others that are
  /// being fetched, and are filled with these.
  boolean begin(Arrears told) {
    for (Arrears other : arrears.values()) {
      if (other.covers(told)) {
        arrears.put(other.gap(), other.with(told.holes()));
        return false;
      }
    }
    arrears.put(told.gap(), told);
    return true;
  }

  /// Takes something that was fetched; whether it had not come, as far as can be told.
  ///
  /// @param cameNanos what time it is, by the vendor's clock
  boolean take(MarketEvent event, Gap gap, long cameNanos) {
    if (!isMissed(event, gap) || !isFirst(event)) {
      return false;
    }
    long at = event.epochNanos();
    boolean isOfThisRun = arrears.containsKey(gap) && at > recent.forgottenNanos();
    if (isOfThisRun
        || gap.isEstimated()
        || at >= gap.toNanos() - OVERLAP_NANOS
        || at <= gap.fromNanos() + OVERLAP_NANOS) {
      boolean _ = recent.add(event, cameNanos);
    }
    return true;
  }

  /// Whether something did not come. Beside the gap the socket delivers too, so that what cannot be
  /// told there did come; a bar behind it may not be complete.
  private boolean isMissed(MarketEvent event, Gap gap) {
    long at = event.epochNanos();
    Arrears told = arrears.get(gap);
    boolean isInside = at >= gap.fromNanos() && at <= gap.toNanos();
    boolean isKnown = told != null || at > recent.forgottenNanos();
    boolean isBeside = isKnown && (at < gap.fromNanos() || event instanceof Trade);
    boolean hadCome = told != null && told.had().took(event);
    return (isInside || isBeside) && !hadCome && !recent.took(event);
  }

  private boolean isFirst(MarketEvent event) {
    long number = Recent.number(event);
    Instrument instrument = Recent.instrument(event);
    return arrears.isEmpty()
        || instrument == null
        || number == Recent.NONE
        || handed.add(new Handed(instrument, number));
  }

  /// A gap is done with: the holes it stood for.
  List<Hole> end(Gap gap) {
    Arrears told = arrears.remove(gap);
    if (arrears.isEmpty()) {
      handed.clear();
    }
    return told == null ? List.of(gap.hole()) : told.holes();
  }
}
