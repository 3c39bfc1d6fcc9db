package io.spyglass.journal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/// A clock that a test moves. Thread-safe.
public final class VirtualClock implements Clock {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong steady = new AtomicLong();

  /// A clock that reads `epochNanos` until it is moved.
  public VirtualClock(long epochNanos) {
    nanos.set(epochNanos);
  }

  /// Time passes, or goes back.
  public void advance(long byNanos) {
    steady.addAndGet(byNanos);
    nanos.addAndGet(byNanos);
  }

  /// The clock is set, or the machine slept: no time passes that it could count.
  public void step(long byNanos) {
    nanos.addAndGet(byNanos);
  }

  @Override
  public long epochNanos() {
    return nanos.get();
  }

  @Override
  public long steadyNanos() {
    return steady.get();
  }

  /// Returns early, and so often that a move is soon seen.
  @Override
  @SuppressWarnings("WaitNotInLoop") // The callers loop, as Clock#await asks.
  public void await(Condition condition, long epochNanos) throws InterruptedException {
    boolean _ = condition.await(100, TimeUnit.MICROSECONDS);
  }
}
