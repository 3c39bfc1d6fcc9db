package io.spyglass.lake;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.Underlying;
import io.spyglass.session.Feed;
import io.spyglass.session.MergedFeed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A recorded day of some underlyings and their options, in [MarketEvent#ORDER], without ticks.
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
  private final List<LakeSummary> summaries;

  private LakeFeed(Feed events, List<LakeSummary> summaries) {
    this.events = events;
    this.summaries = List.copyOf(summaries);
  }

  static LakeFeed open(Lake lake, LocalDate date, List<Underlying> underlyings) {
    List<Feed> feeds = new ArrayList<>();
    List<LakeSummary> summaries = new ArrayList<>();
    try {
      for (Underlying underlying : underlyings) {
        Recording recording = new Recording(lake, date, underlying, feeds.isEmpty());
        feeds.add(recording);
        recording.open();
        summaries.add(recording.summary());
      }
      return new LakeFeed(feeds.size() == 1 ? feeds.getFirst() : new MergedFeed(feeds), summaries);
    } catch (RuntimeException e) {
      new MergedFeed(feeds).close();
      throw e;
    }
  }

  /// What the day holds of each underlying, as they were asked for.
  public List<LakeSummary> summaries() {
    return summaries;
  }

  /// What the day holds of the first underlying.
  public LakeSummary summary() {
    return summaries.getFirst();
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
