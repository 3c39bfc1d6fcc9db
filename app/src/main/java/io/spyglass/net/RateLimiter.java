package io.spyglass.net;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// Lets requests go so that a vendor's limit is never exceeded: at most a number in any 60 seconds,
/// and no more in any one second than that number's share of it. There is one for each key, used by
/// whatever asks with that key; who asked first goes first.
///
/// Thread-safe. The memory grows with the number of requests a minute: eight bytes each.
public final class RateLimiter {
  /// The longest pause. The limits of vendors are by the second and by the minute: what asks for
  /// more is an error or a wrong clock, and holds nobody back for hours.
  public static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long MINUTE_NANOS = 60 * SECOND_NANOS;

  private final SteadyTime time;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Window minute;
  private final Window second;
  private final long originNanos;
  private final AtomicLong pausedUntil;

  /// At most `perMinute` requests in a minute.
  public RateLimiter(int perMinute) {
    this(perMinute, SteadyTime.SYSTEM);
  }

  RateLimiter(int perMinute, SteadyTime time) {
    if (perMinute < 1) {
      throw new IllegalArgumentException(
          "a limit of " + perMinute + " requests a minute is below 1");
    }
    this.time = time;
    this.originNanos = time.nanoTime();
    this.pausedUntil = new AtomicLong(0);
    this.minute = new Window(perMinute, MINUTE_NANOS);
    this.second = new Window(Math.ceilDiv(perMinute, 60), SECOND_NANOS);
  }

  /// Waits until the next request may go; the caller then sends it.
  public void acquire() throws InterruptedException {
    turn.lockInterruptibly();
    try {
      long now = elapsed();
      for (long go = goAt(); go > now; go = goAt()) {
        time.sleep(go - now);
        now = elapsed();
      }
      minute.add(now);
      second.add(now);
    } finally {
      turn.unlock();
    }
  }

  /// Holds every request back for a time, as the vendor asked, at most for [#LONGEST_PAUSE]; a
  /// shorter hold than one that is on changes nothing.
  public void pause(Duration duration) {
    Duration held = duration.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : duration;
    pausedUntil.accumulateAndGet(elapsed() + held.toNanos(), Math::max);
  }

  private long elapsed() {
    return time.nanoTime() - originNanos;
  }

  private long goAt() {
    return Math.max(pausedUntil.get(), Math.max(minute.nextNanos(), second.nextNanos()));
  }

  /// The last requests: as many as may go in a stretch of time.
  private static final class Window {
    private final long lengthNanos;
    private final long[] sent;
    private int count;
    private int at;

    Window(int capacity, long lengthNanos) {
      this.lengthNanos = lengthNanos;
      this.sent = new long[capacity];
    }

    /// When the next one may go.
    long nextNanos() {
      return count < sent.length ? 0 : sent[at] + lengthNanos;
    }

    void add(long nanos) {
      sent[at] = nanos;
      at = (at + 1) % sent.length;
      count = Math.min(count + 1, sent.length);
    }
  }
}
