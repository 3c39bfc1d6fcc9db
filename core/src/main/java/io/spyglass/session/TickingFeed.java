package io.spyglass.session;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.Tick;
import org.jspecify.annotations.Nullable;

/// A feed with a [Tick] for every whole second of its own time, as [Cadence] gives them.
///
/// The tick of a second comes behind every event up to that second, and the last event is followed
/// by the tick that closes its second. Where the source has ticks of its own they are kept, none is
/// given twice and none is added before one, so a ticking feed around a ticking feed adds nothing.
/// An event that is late (before the one it follows) goes through where it stands. Owned by one
/// thread.
public final class TickingFeed implements Feed {
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final Feed source;
  private final Cadence cadence = new Cadence();
  private @Nullable MarketEvent held;
  private long latestNanos = Long.MIN_VALUE;
  private boolean ended;

  /// The events of `source` and their ticks; closing it closes the source.
  public TickingFeed(Feed source) {
    this.source = source;
  }

  @Override
  public @Nullable MarketEvent next() {
    MarketEvent event = held != null ? held : pull();
    if (event == null) {
      return latestNanos == Long.MIN_VALUE ? null : cadence.due(closingSecond(latestNanos));
    }
    held = event;
    Tick tick = event instanceof Tick ? null : cadence.due(event.epochNanos() - 1);
    return tick != null ? tick : handOn(event);
  }

  private MarketEvent handOn(MarketEvent event) {
    held = null;
    latestNanos = Math.max(latestNanos, event.epochNanos());
    if (event instanceof Tick own) {
      cadence.passed(own);
    }
    return event;
  }

  private @Nullable MarketEvent pull() {
    MarketEvent event = ended ? null : source.next();
    ended = event == null;
    return event;
  }

  /// The first whole second at or behind an instant: the one whose tick closes it.
  private static long closingSecond(long nanos) {
    return -Math.floorDiv(-nanos, SECOND_NANOS) * SECOND_NANOS;
  }

  @Override
  public void close() {
    source.close();
  }
}
