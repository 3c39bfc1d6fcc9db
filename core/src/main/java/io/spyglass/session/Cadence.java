package io.spyglass.session;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.Tick;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The whole seconds that pass while time goes on, each given once, in order.
///
/// Time starts at the first call, and the first second given is the next whole one. Time that
/// stands or goes back gives none. A leap beyond the idle limit (a night between two recorded days,
/// a machine that slept) gives its first and its last second only: two ticks, not tens of
/// thousands.
///
/// Live and replay share it: live asks with its wall clock ([#due]), a replay with its events
/// ([#before], and [#closing] at the end). Owned by one thread.
public final class Cadence {
  /// The leap that is still ticked through.
  public static final Duration IDLE_LIMIT = Duration.ofHours(1);

  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long NOT_STARTED = Long.MIN_VALUE;

  private final long idleLimitNanos;
  private long nextNanos = NOT_STARTED;
  private long latestNanos = NOT_STARTED;

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

  /// Begins with the first whole second behind `nanos`.
  public void start(long nanos) {
    nextNanos = secondOf(nanos) + SECOND_NANOS;
  }

  /// The next second at or before `nanos` that was not given yet, or null.
  ///
  /// @param nanos how far time has come, nanoseconds since the epoch
  public @Nullable Tick due(long nanos) {
    if (nextNanos == NOT_STARTED) {
      start(nanos);
    }
    if (nanos < nextNanos) {
      return null;
    }
    long second = nextNanos;
    nextNanos = nanos - second > idleLimitNanos ? secondOf(nanos) : second + SECOND_NANOS;
    return new Tick(second);
  }

  /// The next second that passed before `event` and was not given yet, or null where `event` itself
  /// is next. The tick of a second comes behind the events of its instant. None comes before an
  /// event that is a tick: its source has ticks of its own.
  public @Nullable Tick before(MarketEvent event) {
    if (event instanceof Tick own) {
      nextNanos = Math.max(nextNanos, secondOf(own.epochNanos()) + SECOND_NANOS);
    } else {
      Tick tick = due(event.epochNanos() - 1);
      if (tick != null) {
        return tick;
      }
    }
    latestNanos = Math.max(latestNanos, event.epochNanos());
    return null;
  }

  /// The second that ends with or behind the latest event that [#before] let through, or null where
  /// it was given or there was no event.
  public @Nullable Tick closing() {
    return latestNanos == NOT_STARTED
        ? null
        : due(-Math.floorDiv(-latestNanos, SECOND_NANOS) * SECOND_NANOS);
  }

  /// When the next second is due, or [Long#MIN_VALUE] before time started.
  public long nextNanos() {
    return nextNanos;
  }

  private static long secondOf(long nanos) {
    return nanos - Math.floorMod(nanos, SECOND_NANOS);
  }
}
