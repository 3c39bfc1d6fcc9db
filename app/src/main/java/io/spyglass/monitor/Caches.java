package io.spyglass.monitor;

import io.spyglass.journal.Clock;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes captured days into the lake's caches: the one that goes on from time to time, and those
/// that are over, once each. What fails is tried again, behind all others; a day that is damaged at
/// the next start.
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
  private final Map<LocalDate, String> troubles = new ConcurrentSkipListMap<>();
  private @Nullable Attempt attempt;
  private long runningDueNanos;
  private long owedDueNanos;

  /// What came of an attempt.
  private enum Outcome {
    DONE,
    FAILED,
    DAMAGED
  }

  private record Attempt(CapturedDay day, boolean isOwed, Future<Outcome> outcome) {}

  /// @param interval between two writings of a day that goes on
  Caches(DayExport export, Clock clock, Duration interval) {
    this.export = export;
    this.clock = clock;
    this.intervalNanos = interval.toNanos();
    this.runningDueNanos = clock.epochNanos() + intervalNanos;
  }

  /// A day is over and wants to be written.
  void owe(CapturedDay over) {
    if (!owed.contains(over)) {
      owed.add(over);
    }
    owedDueNanos = clock.epochNanos();
  }

  /// Writes what is due. Asked again and again.
  ///
  /// @param running the day that goes on, null for none: it is not over, whatever was said
  void look(@Nullable CapturedDay running) {
    long now = clock.epochNanos();
    Attempt last = attempt;
    if (last != null) {
      if (!last.outcome().isDone()) {
        return;
      }
      attempt = null;
      settle(last, now);
    }
    if (running != null) {
      owed.removeIf(over -> over.date().equals(running.date()));
    }
    if (running != null && isDue(runningDueNanos, now)) {
      Future<Outcome> outcome = thread.submit(() -> tried(running, () -> write(running)));
      attempt = new Attempt(running, false, outcome);
    } else if (!owed.isEmpty() && isDue(owedDueNanos, now)) {
      CapturedDay over = owed.element();
      attempt = new Attempt(over, true, written(over, now));
    }
  }

  private boolean isDue(long dueNanos, long now) {
    return now >= dueNanos || dueNanos - now > intervalNanos;
  }

  private void settle(Attempt last, long now) {
    Outcome outcome = last.outcome().resultNow();
    if (!last.isOwed()) {
      runningDueNanos = now + (outcome == Outcome.DONE ? intervalNanos : RETRY_NANOS);
      return;
    }
    boolean _ = owed.remove(last.day());
    boolean isFailed = outcome == Outcome.FAILED;
    if (isFailed) {
      owed.add(last.day());
    }
    owedDueNanos = isFailed ? now + RETRY_NANOS : now;
  }

  /// Writes a day that is over. What it lacks at its end is told here and now: only one thread may
  /// write journals.
  private Future<Outcome> written(CapturedDay over, long now) {
    Outcome sealed = tried(over, () -> over.seal(now));
    return sealed == Outcome.DONE
        ? thread.submit(() -> tried(over, () -> writeWhole(over)))
        : CompletableFuture.completedFuture(sealed);
  }

  private void writeWhole(CapturedDay over) {
    long bytes = over.bytes();
    write(over);
    CapturedDay.noteCached(over.file(), bytes);
  }

  private void write(CapturedDay day) {
    var _ = export.write(day);
    troubles.remove(day.date());
  }

  private Outcome tried(CapturedDay day, Runnable work) {
    try {
      work.run();
      return Outcome.DONE;
    } catch (Outage e) {
      if (!Thread.currentThread().isInterrupted()) { // Else it ends, and the next start owes it.
        tell(day, String.valueOf(e.getMessage()));
      }
      return Outcome.FAILED;
    } catch (CorruptFile e) {
      tell(day, String.valueOf(e.getMessage()));
      return Outcome.DAMAGED;
    } catch (RuntimeException | Error e) {
      LOG.error("The caches of {} were not written, by a fault of the software", day.date(), e);
      troubles.put(day.date(), "the caches of " + day.date() + " were not written: " + e);
      return Outcome.FAILED;
    }
  }

  private void tell(CapturedDay day, String why) {
    if (!why.equals(troubles.put(day.date(), why))) {
      LOG.warn("The caches of {} were not written: {}", day.date(), why);
    }
  }

  /// Why days are not in the caches as they should be, null where all are.
  @Nullable String trouble() {
    List<String> all = List.copyOf(troubles.values());
    return all.isEmpty() ? null : String.join("; ", all);
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
