package io.spyglass.vendor.polygon;

import io.spyglass.model.MarketEvent;

/// The vendor's time, as its events tell it. This machine's clock, which may jump, and the delay of
/// a plan matter only where no event comes. Owned by one thread.
final class EventTime {
  private static final long SECOND_NANOS = 1_000_000_000L;

  /// A time further ahead than this is believed once another event agrees.
  private static final long LEAP_NANOS = 60 * SECOND_NANOS;

  private long latestNanos = MarketEvent.ABSENT;
  private long doubtedNanos = MarketEvent.ABSENT;
  private long steadyNanos;

  /// How far behind this machine's clock the promptest event was.
  private long delayNanos = Long.MAX_VALUE;

  /// Notes an event from the socket; whether it is the latest so far.
  boolean advance(MarketEvent event) {
    long at = event.epochNanos();
    if (at <= latestNanos) {
      return false;
    }
    boolean isLeap = !isKnown() || at > latestNanos + LEAP_NANOS;
    boolean isAgreed =
        doubtedNanos != MarketEvent.ABSENT && Math.abs(at - doubtedNanos) <= LEAP_NANOS;
    if (isLeap && !isAgreed) {
      doubtedNanos = at;
      return false;
    }
    doubtedNanos = MarketEvent.ABSENT;
    latestNanos = at;
    steadyNanos = System.nanoTime();
    delayNanos = Math.min(delayNanos, Math.max(0, event.receivedNanos() - at));
    return true;
  }

  /// Whether any event told it.
  boolean isKnown() {
    return latestNanos != MarketEvent.ABSENT;
  }

  /// The latest event; [MarketEvent#ABSENT] where none came.
  long latestNanos() {
    return latestNanos;
  }

  /// Whether a time is more than a second behind the latest.
  boolean isLate(long epochNanos) {
    return isKnown() && epochNanos < latestNanos - SECOND_NANOS;
  }

  /// About what time it is: the latest event and what has passed since, by whichever clock says
  /// more, since one stands still while the machine sleeps.
  ///
  /// @param wallNanos this machine's clock
  long nowNanos(long wallNanos) {
    if (!isKnown()) {
      return wallNanos;
    }
    long passed = System.nanoTime() - steadyNanos;
    return Math.max(latestNanos + passed, wallNanos - delayNanos);
  }
}
