package io.spyglass.session;

import io.spyglass.model.Tick;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The whole seconds that pass while time goes on, each given once, in order.
///
/// Time starts at the first call of [#due] and the first second given is the next whole one. Time
/// that stands or goes back gives none. A leap beyond the idle limit (a night between two recorded
/// days, a machine that slept) gives its first and its last second only, so that it costs two ticks
/// and not tens of thousands.
///
/// Live and replay share it: the first asks with its wall clock, the second with the time of the
/// next event. Owned by one thread.
public final class Cadence {
  /// The leap that is still ticked through.
  public static final Duration IDLE_LIMIT = Duration.ofHours(1);

  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long NOT_STARTED = Long.MIN_VALUE;

  private final long idleLimitNanos;
  private long nextNanos = NOT_STARTED;

  /// Seconds with [#IDLE_LIMIT].
  public Cadence() {
    this(IDLE_LIMIT);
  }

  /// Seconds with an idle limit of their own.
  public Cadence(Duration idleLimit) {
    if (idleLimit.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("an idle limit of " + idleLimit + " is below a second");
    }
    this.idleLimitNanos = idleLimit.toNanos();
  }

  /// The next second at or before `nanos` that was not given yet, or null.
  ///
  /// @param nanos how far time has come, nanoseconds since the epoch
  public @Nullable Tick due(long nanos) {
    if (nextNanos == NOT_STARTED) {
      nextNanos = secondOf(nanos) + SECOND_NANOS;
    }
    if (nanos < nextNanos) {
      return null;
    }
    long second = nextNanos;
    nextNanos = nanos - second > idleLimitNanos ? secondOf(nanos) : second + SECOND_NANOS;
    return new Tick(second);
  }

  /// Takes a second that somebody else gave: neither it nor one before it is given again.
  public void passed(Tick tick) {
    nextNanos = Math.max(nextNanos, secondOf(tick.epochNanos()) + SECOND_NANOS);
  }

  /// When the next second is due, or [Long#MIN_VALUE] before time started.
  public long nextNanos() {
    return nextNanos;
  }

  private static long secondOf(long nanos) {
    return nanos - Math.floorMod(nanos, SECOND_NANOS);
  }
}
