package io.spyglass.monitor;

import io.spyglass.journal.Clock;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What time it is at the market. It is the only clock of a live session.
///
/// It is this machine's clock as long as that and the vendor's are no more than a minute apart.
/// Beyond that the vendor's is followed: what it says when it is asked, this machine's steady time
/// between, and no less than the time of any event. So a machine with a wrong clock shows the right
/// market, and a simulated market runs on any date and at any speed. The vendor tells whole
/// seconds, so a followed clock is right to about a second; it is set back where it has run ahead.
///
/// A machine's clock that leaps was set, or the machine slept; which of them the vendor tells.
/// Until it is heard, steady time counts.
///
/// Thread-safe. Times are nanoseconds since the epoch, UTC.
public final class MarketClock implements Clock {
  private static final Logger LOGGER = LoggerFactory.getLogger(MarketClock.class);
  private static final long MILLI_NANOS = 1_000_000L;
  private static final long SECOND_NANOS = 1_000_000_000L;

  /// Clocks that are further apart are no longer taken for the same.
  private static final long FOLLOW_NANOS = 60 * SECOND_NANOS;

  /// Clocks that were apart and come as near as this are the same again.
  private static final long TRUST_NANOS = 30 * SECOND_NANOS;

  /// How far a followed clock may be ahead of what the vendor says: its seconds are cut off, and
  /// the answer took a while.
  private static final long AHEAD_NANOS = 2 * SECOND_NANOS;

  /// How far this machine's clock and its steady time may part before the clock is in doubt.
  private static final long PARTED_NANOS = 10 * SECOND_NANOS;

  /// How far ahead of this clock the market can be.
  private static final long REACHED_NANOS = FOLLOW_NANOS + PARTED_NANOS;

  /// The longest wait, so that a clock that was set, or a machine that slept, is soon noticed.
  private static final long LONGEST_WAIT_NANOS = SECOND_NANOS;

  /// The same while the vendor's clock is followed, which may run at any speed.
  private static final long LONGEST_FOLLOWED_WAIT_NANOS = 20 * MILLI_NANOS;

  private final Clock wall;
  private final Clock session = new Delayed();
  private volatile Runnable asking = () -> {};
  private volatile @Nullable Anchor anchor;
  private volatile long skewNanos;
  private volatile long delayNanos;

  /// Where the market was when this machine's clock and its steady time were so far.
  private record Anchor(long wallNanos, long steadyNanos, long marketNanos, boolean isFollowed) {
    /// How much further the clock has come since than the steady time.
    long leapNanos(Clock now) {
      return now.epochNanos() - wallNanos - (now.steadyNanos() - steadyNanos);
    }

    /// Where the market is by steady time.
    long steadily(Clock now) {
      return marketNanos + (now.steadyNanos() - steadyNanos);
    }
  }

  /// The market's clock, which is `wall` until the vendor's is heard.
  ///
  /// @param wall this machine's clock
  public MarketClock(Clock wall) {
    this.wall = wall;
  }

  /// Takes what the vendor says its time is, in whole seconds.
  public void hear(long vendorNanos) {
    hear(vendorNanos, wall.epochNanos());
  }

  /// What time it is by this machine's clock.
  long wallNanos() {
    return wall.epochNanos();
  }

  /// Takes what the vendor said its time was when this machine's clock read `wallNanos`.
  synchronized void hear(long vendorNanos, long wallNanos) {
    skewNanos = vendorNanos - wallNanos;
    boolean wasFollowing = isFollowing();
    if (Math.abs(skewNanos) <= (wasFollowing ? TRUST_NANOS : FOLLOW_NANOS)) {
      anchor = at(wallNanos, wallNanos, false);
      if (wasFollowing) {
        LOGGER.info("this machine's clock and the vendor's are the same again");
      }
      return;
    }
    long aheadNanos = wasFollowing ? epochNanos() - vendorNanos : -1;
    boolean isKept = aheadNanos >= 0 && aheadNanos <= AHEAD_NANOS;
    anchor = at(wallNanos, isKept ? epochNanos() : vendorNanos, true);
    if (!wasFollowing) {
      LOGGER.warn("{}", note());
    }
  }

  private Anchor at(long wallNanos, long marketNanos, boolean isFollowed) {
    return new Anchor(wallNanos, wall.steadyNanos(), marketNanos, isFollowed);
  }

  /// Takes note that the vendor was asked in vain. A clock that leapt forward is taken for that of
  /// a machine that slept; one that was set back is not believed before the vendor is heard.
  synchronized void unheard() {
    Anchor known = anchor;
    if (known != null) {
      long leapNanos = known.leapNanos(wall);
      if (leapNanos > PARTED_NANOS) {
        anchor = at(wall.epochNanos(), known.steadily(wall) + leapNanos, known.isFollowed());
      }
    }
  }

  /// Whether this machine's clock has leapt since the vendor was heard, so that it wants to be
  /// asked.
  boolean isInDoubt() {
    Anchor known = anchor;
    return known != null && Math.abs(known.leapNanos(wall)) > PARTED_NANOS;
  }

  /// Names who asks the vendor for its time at once, on the thread that it is told on.
  void asking(Runnable vendor) {
    asking = vendor;
  }

  /// Whether the market can have come to an instant: it is no more than about a minute ahead. Where
  /// it is, the vendor is asked first.
  boolean isReached(long marketNanos) {
    if (marketNanos - epochNanos() <= REACHED_NANOS) {
      return true;
    }
    asking.run();
    return marketNanos - epochNanos() <= REACHED_NANOS;
  }

  /// Takes note that the market has come to `marketNanos` at least. It counts only while the
  /// vendor's clock is followed.
  public void observe(long marketNanos) {
    if (isFollowing() && marketNanos > epochNanos()) {
      advance(marketNanos);
    }
  }

  private synchronized void advance(long marketNanos) {
    if (isFollowing() && marketNanos > epochNanos()) {
      anchor = at(wall.epochNanos(), marketNanos, true);
    }
  }

  /// Says by how much the plan delivers late.
  ///
  /// @param lateNanos 0 or more
  public void delay(long lateNanos) {
    if (lateNanos < 0) {
      throw new IllegalArgumentException("a delay of " + lateNanos + " ns is below zero");
    }
    delayNanos = lateNanos;
  }

  @Override
  public long epochNanos() {
    Anchor known = anchor;
    if (known == null) {
      return wall.epochNanos();
    }
    boolean isSteady = known.isFollowed() || Math.abs(known.leapNanos(wall)) > PARTED_NANOS;
    return isSteady ? known.steadily(wall) : wall.epochNanos();
  }

  @Override
  public long steadyNanos() {
    return wall.steadyNanos();
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // The callers loop, as Clock#await asks.
  public void await(Condition condition, long epochNanos) throws InterruptedException {
    long longest = isFollowing() ? LONGEST_FOLLOWED_WAIT_NANOS : LONGEST_WAIT_NANOS;
    long marketNanos = epochNanos();
    long rest = epochNanos > marketNanos + longest ? longest : epochNanos - marketNanos;
    wall.await(condition, wall.epochNanos() + rest);
  }

  /// The clock of what the plan delivers: the market's less the delay.
  public Clock session() {
    return session;
  }

  private final class Delayed implements Clock {
    @Override
    public long epochNanos() {
      return MarketClock.this.epochNanos() - delayNanos;
    }

    @Override
    public long steadyNanos() {
      return wall.steadyNanos();
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // The callers loop, as Clock#await asks.
    public void await(Condition condition, long epochNanos) throws InterruptedException {
      long late = delayNanos;
      boolean isBeyond = epochNanos > Long.MAX_VALUE - late;
      MarketClock.this.await(condition, isBeyond ? Long.MAX_VALUE : epochNanos + late);
    }
  }

  /// The vendor's clock less this machine's, as last heard; 0 before that.
  public long skewNanos() {
    return skewNanos;
  }

  /// By how much the plan delivers late.
  public long delayNanos() {
    return delayNanos;
  }

  /// Whether the vendor's clock is followed in place of this machine's.
  public boolean isFollowing() {
    Anchor known = anchor;
    return known != null && known.isFollowed();
  }

  /// What is wrong with this machine's clock and what to do, in plain words; null for nothing.
  public @Nullable String note() {
    if (!isFollowing()) {
      return null;
    }
    long seconds = skewNanos / SECOND_NANOS;
    return "this machine's clock is %,d s %s the vendor's, which is followed: set the clock"
        .formatted(Math.abs(seconds), seconds > 0 ? "behind" : "ahead of");
  }
}
