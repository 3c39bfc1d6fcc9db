package io.spyglass.vendor.polygon;

import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Trade;
import java.util.List;

/// Where a [Stream] runs: who takes its events, what time it is, and where it finds what it missed.
/// Thread-safe.
public interface StreamHost {
  /// Takes the next event, waiting while there is no room for it.
  void event(MarketEvent event);

  /// The wall clock: nanoseconds since the epoch. It may jump.
  long epochNanos();

  /// Whether something is bound to be traded or quoted at an instant, so that silence means a dead
  /// line.
  boolean isTrading(long epochNanos);

  /// The prints of an instrument from an instant on, from the vendor's history.
  ///
  /// @throws io.spyglass.session.Outage where the history is out of reach
  /// @throws io.spyglass.net.Refusal where the plan has none
  List<Trade> trades(Instrument instrument, long fromNanos) throws InterruptedException;
}
