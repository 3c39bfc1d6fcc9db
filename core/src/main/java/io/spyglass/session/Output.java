package io.spyglass.session;

import io.spyglass.flow.FlowListener;
import io.spyglass.model.Hole;
import io.spyglass.model.News;
import io.spyglass.model.Tick;

/// Receives the facts of a session, on the session's thread, at the moment they come about.
///
/// The same events give the same facts in the same order, whatever the feed and the speed. What is
/// handed over is live: an output copies what it keeps.
public interface Output extends FlowListener {

  /// A second of the session's clock has passed and everything that runs on it is done.
  default void tick(Tick tick) {}

  /// An article was published.
  default void news(News news) {}

  /// A hole in the feed was found, or filled.
  default void hole(Hole hole) {}
}
