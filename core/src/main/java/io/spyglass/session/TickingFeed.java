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
  private final Feed source;
  private final Cadence cadence = new Cadence();
  private @Nullable MarketEvent held;
  private boolean ended;

  /// The events of `source` and their ticks; closing it closes the source.
  public TickingFeed(Feed source) {
    this.source = source;
  }

  @Override
  public @Nullable MarketEvent next() {
    MarketEvent event = held != null ? held : pull();
    if (event == null) {
      return cadence.closing();
    }
    Tick tick = cadence.before(event);
    held = tick == null ? null : event;
    return tick == null ? event : tick;
  }

  private @Nullable MarketEvent pull() {
    MarketEvent event = ended ? null : source.next();
    ended = event == null;
    return event;
  }

  @Override
  public void close() {
    source.close();
  }
}
