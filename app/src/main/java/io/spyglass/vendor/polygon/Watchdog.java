package io.spyglass.vendor.polygon;

import java.time.Duration;

/// Tells a dead line from a quiet one: how long nothing of the market may come follows from the
/// longest pause that was lived through of late, and doubles where a new connection brings nothing
/// either. Times are those of [System#nanoTime]. Pure; owned by the stream's thread.
final class Watchdog {
  private static final long LONGEST_NANOS = Duration.ofMinutes(30).toNanos();
  private static final double FACTOR = 3;

  /// What is left of the longest pause with each further event.
  private static final double FADING = 0.999;

  private final long leastNanos;
  private long latestNanos;
  private double pauseNanos;
  private int bites;
  private boolean wasTrading;
  private long tradingNanos;

  /// @param least how long nothing may come where something comes all the time
  Watchdog(Duration least) {
    this.leastNanos = least.toNanos();
  }

  /// A line begins to stream.
  void begin(long nowNanos) {
    latestNanos = nowNanos;
  }

  /// Something of the market came.
  void heard(long nowNanos) {
    double pause = (double) Math.min(LONGEST_NANOS, nowNanos - latestNanos);
    pauseNanos = Math.max(pause, pauseNanos * FADING);
    latestNanos = nowNanos;
    bites = 0;
  }

  /// Since when something could have come.
  ///
  /// @param isTrading whether the market trades now
  /// @param patientNanos since when the line could have brought it
  long since(boolean isTrading, long patientNanos, long nowNanos) {
    tradingNanos = isTrading && !wasTrading ? nowNanos : tradingNanos;
    wasTrading = isTrading;
    return Math.max(tradingNanos, patientNanos);
  }

  /// Whether nothing has come for too long.
  ///
  /// @param sinceNanos since when something could have come
  boolean isDue(long sinceNanos, long nowNanos) {
    return nowNanos - Math.max(latestNanos, sinceNanos) >= patience().toNanos();
  }

  /// It was due, and the line is given up.
  void bitten() {
    bites = Math.min(bites + 1, Long.SIZE / 4);
  }

  /// How long nothing may come.
  Duration patience() {
    double patience = Math.max((double) leastNanos, FACTOR * pauseNanos) * (1L << bites);
    return Duration.ofNanos(
        Math.round(Math.min(patience, (double) Math.max(LONGEST_NANOS, leastNanos))));
  }
}
