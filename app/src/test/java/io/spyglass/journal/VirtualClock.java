package io.spyglass.journal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/// A clock that a test moves. Thread-safe.
public final class VirtualClock implements Clock {
  private final AtomicLong nanos = new AtomicLong();

  /// A clock that reads `epochNanos` until it is moved.
  public VirtualClock(long epochNanos) {
    nanos.set(epochNanos);
  }

  /// Moves the clock on, or back.
  public void advance(long byNanos) {
    nanos.addAndGet(byNanos);
  }

  @Override
  public long epochNanos() {
    return nanos.get();
  }

  /// Returns early, and so often that a move is soon seen.
  @Override
  @SuppressWarnings("WaitNotInLoop") // The callers loop, as Clock#await asks.
  public void await(Condition condition, long epochNanos) throws InterruptedException {
    boolean _ = condition.await(100, TimeUnit.MICROSECONDS);
  }
}
