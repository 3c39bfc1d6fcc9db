package io.spyglass.vendor.polygon;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Where signals wait for the stream's thread. It takes everything, and says when it holds more
/// bytes than it should: the socket is then asked for nothing until half of them are gone.
/// Thread-safe.
final class Inbox {
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final ArrayDeque<Signal> waiting = new ArrayDeque<>();
  private @Nullable Runnable onRoom;
  private long bytes;
  private long stalls;

  /// @param most bytes that may wait
  Inbox(int most) {
    this.most = most;
  }

  /// Adds a signal.
  ///
  /// @param more asks for the next one: at once where there is room, else once there is again
  void put(Signal signal, @Nullable Runnable more) {
    lock.lock();
    try {
      waiting.add(signal);
      bytes += signal.weight();
      filled.signal();
      if (more != null && bytes > most) {
        stalls++;
        onRoom = more;
        return;
      }
    } finally {
      lock.unlock();
    }
    if (more != null) {
      more.run();
    }
  }

  /// The next signal, or null once `nanos` have passed without one.
  @Nullable Signal poll(long nanos) throws InterruptedException {
    Runnable more = null;
    Signal signal;
    lock.lock();
    try {
      long left = nanos;
      while (waiting.isEmpty() && left > 0) {
        left = filled.awaitNanos(left);
      }
      signal = waiting.poll();
      if (signal != null) {
        bytes -= signal.weight();
      }
      if (onRoom != null && bytes <= most / 2) {
        more = onRoom;
        onRoom = null;
      }
    } finally {
      lock.unlock();
    }
    if (more != null) {
      more.run();
    }
    return signal;
  }

  /// Whether nothing waits.
  boolean isEmpty() {
    lock.lock();
    try {
      return waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /// Drops what lines that were cut left behind; what has nothing to do with a line stays.
  void forgetLines() {
    lock.lock();
    try {
      waiting.removeIf(each -> each instanceof Signal.OfLine);
      bytes = waiting.stream().mapToLong(Signal::weight).sum();
      onRoom = null;
    } finally {
      lock.unlock();
    }
  }

  /// How many bytes wait.
  long bytes() {
    lock.lock();
    try {
      return bytes;
    } finally {
      lock.unlock();
    }
  }

  /// How often the socket had to wait.
  long stalls() {
    lock.lock();
    try {
      return stalls;
    } finally {
      lock.unlock();
    }
  }
}
