package io.spyglass.session;

import io.spyglass.model.MarketEvent;
import org.jspecify.annotations.Nullable;

/// A source of events in [MarketEvent#ORDER].
///
/// Owned by one thread at a time. [#next] may wait for an event that has not happened yet; a source
/// that is out of reach throws [Outage].
public interface Feed extends AutoCloseable {

  /// The next event, or null once there are no more.
  @Nullable MarketEvent next();

  /// Lets go of what the feed holds. May be called more than once.
  @Override
  default void close() {}
}
