package io.spyglass.journal;

import java.time.Instant;
import java.util.concurrent.locks.Condition;

/// The wall clock. Waiting is by the machine's steady time, so a clock that is set cannot hold it.
final class SystemClock implements Clock {
  private static final long SECOND_NANOS = 1_000_000_000L;

  @Override
  public long epochNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * SECOND_NANOS + now.getNano();
  }

  @Override
  public long steadyNanos() {
    return System.nanoTime();
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // The callers loop, as Clock#await asks.
  public void await(Condition condition, long epochNanos) throws InterruptedException {
    long _ = condition.awaitNanos(epochNanos - epochNanos());
  }
}
