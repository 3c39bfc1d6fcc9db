package io.spyglass.vendor.polygon;

import io.spyglass.model.MarketEvent;

/// The vendor's time, as its events tell it: this machine's clock may be wrong, may jump, and the
/// plan may be a quarter of an hour late.
///
/// A time that is further ahead than what has passed since is believed once another event agrees;
/// many events in a row that are all far behind take it back. Owned by one thread.
final class EventTime {
  private static final long SECOND_NANOS = 1_000_000_000L;

  /// How far apart two times are that agree.
  private static final long LEAP_NANOS = 60 * SECOND_NANOS;

  /// How far this machine's clock and its counter may part before one of them is in doubt.
  private static final long PARTED_NANOS = 10 * SECOND_NANOS;

  private static final int TAKEN_BACK = 50;

  private long latestNanos = MarketEvent.ABSENT;
  private long doubtedNanos = MarketEvent.ABSENT;
  private long steadyAtDoubt;
  private long steadyAtLatest;
  private long wallAtLatest;
  private int behind;
  private long steadyNanos = System.nanoTime();
  private long wallNanos;

  /// An instant, as well as it is known.
  ///
  /// @param epochNanos by the vendor's clock, [MarketEvent#ABSENT] before its first event
  record Mark(long epochNanos, long steadyNanos, long wallNanos) {
    /// An instant that is known, other than [MarketEvent#ABSENT].
    static Mark at(long epochNanos) {
      return new Mark(epochNanos, 0, 0);
    }
  }

  /// @param wall what this machine's clock says
  EventTime(long wall) {
    this.wallNanos = wall;
  }

  /// Looks at the clocks.
  ///
  /// @param steady by [System#nanoTime]
  /// @param wall by this machine's clock
  void look(long steady, long wall) {
    steadyNanos = steady;
    wallNanos = wall;
  }

  /// Notes when an event from the socket happened; whether it is the latest so far.
  boolean advance(long epochNanos) {
    if (isKnown() && epochNanos <= latestNanos) {
      takeBack(epochNanos);
      return false;
    }
    boolean isPlausible = isKnown() && epochNanos - latestNanos <= passed() + SECOND_NANOS;
    if (!isPlausible && !isAgreed(epochNanos)) {
      doubtedNanos = epochNanos;
      steadyAtDoubt = steadyNanos;
      return false;
    }
    set(epochNanos);
    return true;
  }

  /// Whether a time agrees with the one in doubt: it is near it, or as far from it as the two came
  /// one after the other.
  private boolean isAgreed(long epochNanos) {
    long apart = epochNanos - doubtedNanos;
    return doubtedNanos != MarketEvent.ABSENT
        && apart != 0
        && (Math.abs(apart) <= LEAP_NANOS
            || Math.abs(apart - (steadyNanos - steadyAtDoubt)) <= LEAP_NANOS);
  }

  private void takeBack(long epochNanos) {
    behind = epochNanos < latestNanos - LEAP_NANOS ? behind + 1 : 0;
    if (behind >= TAKEN_BACK) {
      set(epochNanos);
    }
  }

  private void set(long epochNanos) {
    latestNanos = epochNanos;
    steadyAtLatest = steadyNanos;
    wallAtLatest = wallNanos;
    doubtedNanos = MarketEvent.ABSENT;
    behind = 0;
  }

  private long passed() {
    return steadyNanos - steadyAtLatest;
  }

  /// How much later than it happened the latest event came, by this machine's clock; 0 where that
  /// is behind, [MarketEvent#ABSENT] before the first event.
  long delayNanos() {
    return isKnown() ? Math.max(0, wallAtLatest - latestNanos) : MarketEvent.ABSENT;
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

  /// About what time it is: the latest event and what has passed since, or the clock before any.
  long nowNanos() {
    return isKnown() ? latestNanos + passed() : wallNanos;
  }

  /// What time it is at the most: the latest event and what has passed since by the clock that says
  /// more. A market that is followed at another speed than the counter's is no further than that.
  long mostNanos() {
    return isKnown() ? latestNanos + Math.max(passed(), wallNanos - wallAtLatest) : wallNanos;
  }

  /// Whether [#nowNanos] can be relied on: it cannot after a sleep of the machine or a leap of its
  /// clock, which cannot be told from one another, until the next event comes.
  boolean isSure() {
    return isKnown()
        && Math.abs(wallNanos - wallAtLatest - (steadyNanos - steadyAtLatest)) <= PARTED_NANOS;
  }

  /// The last instant that is known to be whole.
  Mark mark() {
    return new Mark(latestNanos, steadyNanos, wallNanos);
  }

  /// A mark with its instant: before the first event this machine's clock tells it, less as much as
  /// that may be wrong.
  Mark known(Mark mark) {
    return mark.epochNanos() != MarketEvent.ABSENT
        ? mark
        : Mark.at(since(mark, nowNanos()) - LEAP_NANOS);
  }

  /// When a mark was, seen from an instant that is known now: before the first event, as long ago
  /// as the clock that says more says.
  long since(Mark mark, long epochNanos) {
    if (mark.epochNanos() != MarketEvent.ABSENT) {
      return mark.epochNanos();
    }
    long passed = Math.max(steadyNanos - mark.steadyNanos(), wallNanos - mark.wallNanos());
    return epochNanos - passed;
  }
}
