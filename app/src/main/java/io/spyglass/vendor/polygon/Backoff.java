package io.spyglass.vendor.polygon;

import io.spyglass.config.StreamingSettings;
import io.spyglass.vendor.polygon.Lost.Kind;
import java.util.concurrent.ThreadLocalRandom;

/// How long a stream waits before it dials again: each time longer, drawn at random from the upper
/// half, so that many clients do not come back at once. Owned by the stream's thread.
final class Backoff {
  private final StreamingSettings settings;
  private int attempts;

  Backoff(StreamingSettings settings) {
    this.settings = settings;
  }

  /// The wait behind another loss.
  long nextNanos(Kind kind) {
    double grown = settings.firstWait().toNanos() * StrictMath.pow(2, attempts);
    attempts++;
    double longest = Math.min(grown, (double) settings.longestWait().toNanos());
    double drawn = longest * (0.5 + ThreadLocalRandom.current().nextDouble() / 2);
    double least = kind == Kind.BROKEN ? 0 : settings.coolDown().toNanos();
    return Math.round(Math.max(drawn, least));
  }

  /// A connection has streamed for a while: the waits begin anew.
  void reset() {
    attempts = 0;
  }
}
