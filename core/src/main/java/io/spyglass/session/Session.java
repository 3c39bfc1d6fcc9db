package io.spyglass.session;

import io.spyglass.flow.FlowState;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.Tick;

/// The one loop: takes the events of a trading day in order and tells an [Output] the facts.
///
/// Live, paper, replay and backtest wire it to other feeds and outputs. "Now" is the event being
/// handled. Owned by one thread.
public final class Session {
  private final FlowState flow;
  private final Output output;

  /// A session before its first event.
  ///
  /// @param flow the state of the day, which tells the same output
  public Session(FlowState flow, Output output) {
    this.flow = flow;
    this.output = output;
  }

  /// Handles every event of the feed, until it ends.
  public void run(Feed feed) {
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      accept(event);
    }
  }

  /// Handles the next event.
  public void accept(MarketEvent event) {
    flow.accept(event);
    switch (event) {
      case Tick tick -> output.tick(tick);
      case News news -> output.news(news);
      case Hole hole -> output.hole(hole);
      default -> {}
    }
  }

  /// The flow as it stands.
  public FlowState flow() {
    return flow;
  }
}
