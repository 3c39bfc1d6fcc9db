package io.spyglass.monitor;

import java.util.concurrent.locks.LockSupport;

/// The clock that paces a replay, and the waiting for it.
interface Stopwatch {

  /// The machine's own.
  Stopwatch SYSTEM =
      new Stopwatch() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void park(long nanos) {
          LockSupport.parkNanos(this, nanos);
        }
      };

  /// Nanoseconds since some instant.
  long nanos();

  /// Lets the calling thread rest for so many nanoseconds, or less: until another unparks it.
  void park(long nanos);
}
