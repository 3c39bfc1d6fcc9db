package io.spyglass.journal;

import io.spyglass.model.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Where events of many threads wait for the next group. It holds one group; a producer that finds
/// it full waits. Thread-safe.
final class Intake {
  private final Clock clock;
  private final long windowNanos;
  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition room = lock.newCondition();
  private List<MarketEvent> waiting = new ArrayList<>();
  private long firstNanos;
  private boolean finished;

  /// @param windowNanos how long a group's first event waits for others at most
  /// @param capacity the events of a group at most
  Intake(Clock clock, long windowNanos, int capacity) {
    this.clock = clock;
    this.windowNanos = windowNanos;
    this.capacity = capacity;
  }

  /// Adds an event, waiting for room; false once [#finish] was called, and the event is not taken.
  boolean offer(MarketEvent event) {
    lock.lock();
    try {
      while (waiting.size() >= capacity && !finished) {
        room.awaitUninterruptibly();
      }
      if (finished) {
        return false;
      }
      if (waiting.isEmpty()) {
        firstNanos = clock.epochNanos();
        changed.signal();
      }
      waiting.add(event);
      if (waiting.size() == capacity) {
        changed.signal();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// How many events wait for the next group.
  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /// No more events are taken.
  void finish() {
    lock.lock();
    try {
      finished = true;
      changed.signal();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until a group is due and takes it, in the order of arrival. It is due once its first
  /// event has waited for the window, once it is full, or at `untilNanos`, when it may be empty.
  /// Null once all was taken and there will be no more.
  @Nullable List<MarketEvent> take(long untilNanos) throws InterruptedException {
    lock.lock();
    try {
      while (!isDue(untilNanos)) {
        long windowEnd = waiting.isEmpty() ? untilNanos : firstNanos + windowNanos;
        clock.await(changed, Math.min(untilNanos, windowEnd));
      }
      if (finished && waiting.isEmpty()) {
        return null;
      }
      List<MarketEvent> group = waiting;
      waiting = new ArrayList<>(group.size());
      room.signalAll();
      return group;
    } finally {
      lock.unlock();
    }
  }

  /// A clock that was set back closes the window: nothing waits longer for it.
  private boolean isDue(long untilNanos) {
    long now = clock.epochNanos();
    boolean windowClosed =
        !waiting.isEmpty() && (now >= firstNanos + windowNanos || now < firstNanos);
    return finished || windowClosed || waiting.size() >= capacity || now >= untilNanos;
  }
}
