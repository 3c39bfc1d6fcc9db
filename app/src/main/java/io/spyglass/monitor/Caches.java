package io.spyglass.monitor;

import io.spyglass.journal.Clock;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes captured days into the lake's caches from time to time and when they are over. What fails
/// is tried again.
///
/// A thread of its own writes; [#trouble] is for any thread, the rest for the monitor's.
final class Caches implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Caches.class);
  private static final long RETRY_NANOS = Duration.ofMinutes(1).toNanos();
  private static final long GOODBYE_SECONDS = 2;

  private final DayExport export;
  private final Clock clock;
  private final long intervalNanos;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("caches").daemon().factory());
  private final Deque<CapturedDay> owed = new ArrayDeque<>();
  private boolean isBegun;
  private boolean isOwed;
  private long dueNanos;
  private volatile boolean isBusy;
  private volatile @Nullable String trouble;

  /// @param interval between two writings of a day that goes on
  Caches(DayExport export, Clock clock, Duration interval) {
    this.export = export;
    this.clock = clock;
    this.intervalNanos = interval.toNanos();
    this.dueNanos = clock.epochNanos() + intervalNanos;
  }

  /// A day is over and wants to be written.
  void owe(CapturedDay over) {
    owed.add(over);
    dueNanos = clock.epochNanos();
  }

  /// Writes what is due. Asked again and again.
  ///
  /// @param running the day that goes on, null for none
  void look(@Nullable CapturedDay running) {
    if (isBusy) {
      return;
    }
    long now = clock.epochNanos();
    if (isBegun) {
      isBegun = false;
      settle(now);
    }
    CapturedDay next = owed.isEmpty() ? running : owed.peek();
    boolean isDue = now >= dueNanos || dueNanos - now > intervalNanos;
    if (isDue && next != null) {
      isOwed = !owed.isEmpty();
      isBegun = true;
      isBusy = true;
      thread.execute(() -> write(next));
    }
  }

  /// What was owed and is written is owed no more; what follows is due at its time.
  private void settle(long now) {
    boolean isDone = trouble == null;
    if (isDone && isOwed) {
      owed.remove();
    }
    long pause = isDone ? intervalNanos : RETRY_NANOS;
    dueNanos = isDone && !owed.isEmpty() ? now : now + pause;
  }

  private void write(CapturedDay day) {
    try {
      var _ = export.write(day);
      trouble = null;
    } catch (Outage | CorruptFile e) {
      String why = String.valueOf(e.getMessage());
      if (!why.equals(trouble)) {
        LOG.warn("The caches of {} were not written: {}", day.date(), why);
      }
      trouble = why;
    } catch (RuntimeException e) {
      LOG.error("The caches of {} were not written, by a fault of the software", day.date(), e);
      trouble = "the caches of " + day.date() + " were not written: " + e;
    } finally {
      isBusy = false;
    }
  }

  /// Why the last attempt failed, null where it did not.
  @Nullable String trouble() {
    return trouble;
  }

  /// Ends when what is being written is, or soon: the journal has it all.
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        LOG.info("The caches are left as they were: the journal has what they lack");
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
