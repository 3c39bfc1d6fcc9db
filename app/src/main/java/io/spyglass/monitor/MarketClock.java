package io.spyglass.monitor;

import io.spyglass.journal.Clock;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What time it is at the market. It is the only clock of a live session.
///
/// It is this machine's clock as long as that and the vendor's are no more than a minute apart.
/// Beyond that the vendor's is followed: what it says when it is asked, this machine's steps
/// between, and no less than the time of any event. So a machine with a wrong clock shows the right
/// market, and a simulated market runs on any date and at any speed. The vendor tells whole
/// seconds, so a followed clock is right to about a second; it is set back where it has run ahead.
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

  /// The longest wait, so that a clock that was set, or a machine that slept, is soon noticed.
  private static final long LONGEST_WAIT_NANOS = SECOND_NANOS;

  /// The same while the vendor's clock is followed, which may run at any speed.
  private static final long LONGEST_FOLLOWED_WAIT_NANOS = 20 * MILLI_NANOS;

  private final Clock wall;
  private final Clock session = new Delayed();
  private volatile @Nullable Anchor followed;
  private volatile long skewNanos;
  private volatile long delayNanos;

  /// Where the market was when this machine's clock stood at `wallNanos`.
  private record Anchor(long wallNanos, long marketNanos) {
    long at(long nowNanos) {
      return marketNanos + (nowNanos - wallNanos);
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
    Anchor known = followed;
    boolean isApart = Math.abs(skewNanos) > (known == null ? FOLLOW_NANOS : TRUST_NANOS);
    if (!isApart) {
      followed = null;
      if (known != null) {
        LOGGER.info("this machine's clock and the vendor's are the same again");
      }
      return;
    }
    long aheadNanos = known == null ? -1 : known.at(wallNanos) - vendorNanos;
    if (aheadNanos < 0 || aheadNanos > AHEAD_NANOS) {
      followed = new Anchor(wallNanos, vendorNanos);
    }
    if (known == null) {
      LOGGER.warn("{}", note());
    }
  }

  /// Takes note that the market has come to `marketNanos` at least. It counts only while the
  /// vendor's clock is followed.
  public void observe(long marketNanos) {
    if (followed != null && marketNanos > epochNanos()) {
      advance(marketNanos);
    }
  }

  private synchronized void advance(long marketNanos) {
    long wallNanos = wall.epochNanos();
    Anchor known = followed;
    if (known != null && marketNanos > known.at(wallNanos)) {
      followed = new Anchor(wallNanos, marketNanos);
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
    long wallNanos = wall.epochNanos();
    Anchor known = followed;
    return known == null ? wallNanos : known.at(wallNanos);
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
    return followed != null;
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
