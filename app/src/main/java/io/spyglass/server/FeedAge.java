package io.spyglass.server;

/// How long ago a board heard its last fact.
///
/// It notices a fact when it is asked, so it is as fine as the questions are frequent: the stream
/// asks with every cut. Thread-safe.
final class FeedAge {
  private final FlowBoard board;
  private long facts;
  private long heardNanos;

  FeedAge(FlowBoard board) {
    this.board = board;
  }

  /// The age in nanoseconds, negative before the first fact.
  synchronized long nanos() {
    long now = System.nanoTime();
    long heard = board.facts();
    if (heard != facts) {
      facts = heard;
      heardNanos = now;
    }
    return heard == 0 ? -1 : now - heardNanos;
  }
}
