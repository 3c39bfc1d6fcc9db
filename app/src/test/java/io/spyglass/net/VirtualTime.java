package io.spyglass.net;

import java.util.concurrent.atomic.AtomicLong;

/// Time that passes only by sleeping. Thread-safe.
final class VirtualTime implements SteadyTime {
  static final long ORIGIN = -7_000_000_000_000L;

  private final AtomicLong now = new AtomicLong(ORIGIN);

  @Override
  public long nanoTime() {
    return now.get();
  }

  @Override
  public void sleep(long nanos) {
    long _ = now.addAndGet(nanos);
  }
}
