package io.spyglass.monitor;

import io.spyglass.session.FeedState;
import io.spyglass.session.Output;
import java.util.List;

/// What brings a live day of the market into its [Capture]. Thread-safe.
interface Inflow extends AutoCloseable {
  /// What is to hear the facts of the session from the journal's first event on.
  Output output();

  /// Makes a capture live and delivers into it from now on. Called once.
  ///
  /// @throws io.spyglass.session.CorruptFile where the journal is damaged
  void start(Capture into);

  /// How its sources are doing.
  List<FeedState> feeds();

  /// Ends the deliveries; the holes that are open then are told before it returns.
  @Override
  void close();
}
