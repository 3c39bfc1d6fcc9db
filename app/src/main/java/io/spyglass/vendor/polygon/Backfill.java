package io.spyglass.vendor.polygon;

import io.spyglass.config.StreamingSettings;
import io.spyglass.model.MarketEvent;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import io.spyglass.vendor.polygon.BackfillJob.Piece;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches what is missing from the vendor's history, one gap after the other.
///
/// - A gap is fetched at once, and its end again a little later, since the history may be behind
///   the socket: until it has shown something behind the gap, or was asked often enough.
/// - What is out of reach is asked for again, each time later, for as long as the stream lives;
///   what the vendor refuses is not.
/// - A long gap is fetched and handed over piece by piece; the next piece is fetched once the one
///   before was taken, so that memory is bounded.
///
/// Thread-safe; a thread of its own fetches, several channels at once.
final class Backfill implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);
  private static final long SECOND_NANOS = 1_000_000_000L;

  /// How far the history is read beyond a gap on either end: the vendor delivers some prints late.
  static final long MARGIN_NANOS = 5 * SECOND_NANOS;

  /// How long before the end of a gap something may still be missing in the vendor's history.
  static final long OVERLAP_NANOS = 60 * SECOND_NANOS;

  private static final int AT_ONCE = 8;
  private static final int MOST_GAPS = 1000;

  private final History history;
  private final LongSupplier wallClock;
  private final Duration settle;
  private final Duration longestWait;
  private final Consumer<Signal> taker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<BackfillJob> jobs =
      new PriorityQueue<>(Comparator.comparingLong(BackfillJob::dueNanos));
  private final Semaphore taken = new Semaphore(0);
  private final AtomicInteger open = new AtomicInteger();
  private final Thread thread;

  /// @param settings when, behind a gap, its end is fetched for the second time, and the longest
  ///   wait between two tries
  /// @param taker told of [Signal.Fetched], each of which it answers with [#taken], and of
  ///   [Signal.Filled]
  Backfill(
      History history, LongSupplier wallClock, StreamingSettings settings, Consumer<Signal> taker) {
    this.history = history;
    this.wallClock = wallClock;
    this.settle = settings.settle();
    this.longestWait = settings.longestWait();
    this.taker = taker;
    this.thread = Thread.ofVirtual().name("polygon-history").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Fetches a gap too; one with nothing to fetch is left as it is.
  void add(Gap gap) {
    if (gap.fetchable().isEmpty()) {
      return;
    }
    if (open.incrementAndGet() > MOST_GAPS) {
      open.decrementAndGet();
      LOG.warn("{} gaps wait to be fetched already, so one stays open: {}", MOST_GAPS, gap);
      return;
    }
    queue(new BackfillJob(gap));
  }

  private void queue(BackfillJob job) {
    lock.lock();
    try {
      jobs.add(job);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// How many gaps are still being fetched.
  int open() {
    return open.get();
  }

  /// What was fetched last is taken.
  void taken() {
    taken.release();
  }

  private void run() {
    try (ExecutorService requests =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      while (true) {
        BackfillJob job = next();
        if (isDone(job, requests)) {
          open.decrementAndGet();
        } else {
          queue(job);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("Nothing more is fetched");
    }
  }

  /// The job that is due next, once it is.
  private BackfillJob next() throws InterruptedException {
    lock.lock();
    try {
      while (true) {
        BackfillJob first = jobs.peek();
        long left = first == null ? Long.MAX_VALUE : first.dueNanos() - System.nanoTime();
        if (first != null && left <= 0) {
          jobs.remove();
          return first;
        }
        long _ = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Fetches once; whether nothing is left to do.
  private boolean isDone(BackfillJob job, ExecutorService requests) throws InterruptedException {
    try {
      String failure = pass(job, requests);
      if (failure != null) {
        LOG.warn("What is missing cannot be fetched yet: {}", failure);
      } else if (job.isOver()) {
        finish(job);
        return true;
      }
    } catch (RuntimeException e) {
      LOG.error("What is missing cannot be fetched, by a fault of the software", e);
      return true;
    }
    job.postpone(settle, longestWait);
    return false;
  }

  private void finish(BackfillJob job) {
    if (job.isWhole()) {
      taker.accept(new Signal.Filled(job.gap()));
    }
  }

  /// Fetches a gap once; what went wrong last, or null.
  private @Nullable String pass(BackfillJob job, ExecutorService requests)
      throws InterruptedException {
    job.begin();
    for (Piece piece = job.next(); piece != null; piece = job.next()) {
      List<MarketEvent> found = fetch(job, piece, requests);
      found.sort(MarketEvent.ORDER);
      taker.accept(new Signal.Fetched(job.gap(), found));
      taken.acquire();
    }
    return job.failure();
  }

  private List<MarketEvent> fetch(BackfillJob job, Piece piece, ExecutorService requests)
      throws InterruptedException {
    Map<String, Callable<List<MarketEvent>>> asked = new LinkedHashMap<>();
    piece
        .fromNanos()
        .forEach((channel, from) ->
            asked.put(
                channel,
                () -> history.events(channel, from, piece.toNanos(), wallClock.getAsLong())));
    List<String> channels = List.copyOf(asked.keySet());
    List<Future<List<MarketEvent>>> answers = requests.invokeAll(asked.values());
    List<MarketEvent> found = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      found.addAll(answer(job, piece, channels.get(i), answers.get(i)));
    }
    return found;
  }

  private static List<MarketEvent> answer(
      BackfillJob job, Piece piece, String channel, Future<List<MarketEvent>> answer)
      throws InterruptedException {
    try {
      return job.fetched(channel, piece, answer.get());
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Outage outage -> job.failed(channel, outage);
        case Refusal refusal -> {
          LOG.warn("What is missing stays so: {}", refusal.getMessage());
          job.refused(channel);
        }
        case InterruptedException _ -> throw new InterruptedException();
        case null, default -> throw new IllegalStateException(channel, e.getCause());
      }
      return List.of();
    }
  }

  /// Gives up what is not fetched yet.
  @Override
  public void close() {
    thread.interrupt();
  }
}
