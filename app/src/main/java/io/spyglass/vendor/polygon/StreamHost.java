package io.spyglass.vendor.polygon;

import io.spyglass.model.MarketEvent;

/// Where a [Stream] runs: who takes its events, and what time it is. Thread-safe.
public interface StreamHost {
  /// Takes the next event, waiting while there is no room for it, or until it is interrupted.
  void event(MarketEvent event);

  /// The wall clock: nanoseconds since the epoch. It may jump.
  long epochNanos();

  /// Whether something is bound to be traded or quoted at an instant, so that silence means a dead
  /// line.
  boolean isTrading(long epochNanos);
}
