package io.spyglass.bench;

import io.spyglass.model.Hole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// When something truly was out, by the market's clock. Owned by one thread.
final class Outages {
  /// The server was killed.
  static final String KILL = "kill";

  /// It was started.
  static final String START = "start";

  private final List<Outage> all = new ArrayList<>();

  private record Outage(long fromNanos, long toNanos, String what) {
    boolean touches(Hole hole, long nearNanos) {
      return fromNanos <= hole.toNanos() + nearNanos && toNanos >= hole.fromNanos() - nearNanos;
    }
  }

  void add(long fromNanos, long toNanos, String what) {
    all.add(new Outage(fromNanos, toNanos, what));
  }

  int count() {
    return all.size();
  }

  /// Whether anything was out within a hole or near it.
  boolean explain(Hole hole, Duration near) {
    return all.stream().anyMatch(each -> each.touches(hole, near.toNanos()));
  }

  /// Whether something of a kind was out within a hole or near it.
  boolean explain(Hole hole, Duration near, String what) {
    return all.stream()
        .anyMatch(each -> each.what.equals(what) && each.touches(hole, near.toNanos()));
  }
}
