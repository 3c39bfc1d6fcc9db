package io.spyglass.lake;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.Underlying;
import io.spyglass.session.Feed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A recorded day of an underlying and its options, in [MarketEvent#ORDER], without ticks.
///
/// It holds: listings and open interest, at the time of the first other event; cached trades and
/// quotes; for the contracts that have none, minute bars and minute quotes, each at its minute's
/// end; bars of the underlying and of the VIX; news. Events of equal time and sequence come in the
/// order of their contracts, then as delivered. Received time equals event time.
///
/// Memory is bounded whatever the day's size: the engine sorts within the lake's memory and spills
/// beyond it, and 2048 rows of each kind are in the heap. Owned by one thread.
public final class LakeFeed implements Feed {
  private final Feed events;
  private final LakeSummary summary;

  private LakeFeed(Feed events, LakeSummary summary) {
    this.events = events;
    this.summary = summary;
  }

  static LakeFeed open(Lake lake, LocalDate date, Underlying underlying) {
    Recording recording = new Recording(lake, date, underlying);
    try {
      return new LakeFeed(recording.open(), recording.summary());
    } catch (RuntimeException e) {
      recording.close();
      throw e;
    }
  }

  /// What the day holds.
  public LakeSummary summary() {
    return summary;
  }

  @Override
  public @Nullable MarketEvent next() {
    return events.next();
  }

  @Override
  public void close() {
    events.close();
  }
}
