package io.spyglass.net;

import java.time.Duration;

/// Time that never jumps, and waiting in it. Thread-safe.
interface SteadyTime {
  /// The machine's.
  SteadyTime SYSTEM =
      new SteadyTime() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
          Thread.sleep(Duration.ofNanos(nanos));
        }
      };

  /// Nanoseconds since some fixed instant; differences alone mean something.
  long nanoTime();

  /// Waits that long.
  void sleep(long nanos) throws InterruptedException;
}
