package io.spyglass.vendor.polygon;

import io.spyglass.config.StreamingSettings;
import io.spyglass.model.MarketEvent;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import io.spyglass.vendor.polygon.BackfillJob.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches what is missing from the vendor's history, one gap after the other.
///
/// - The history may be behind the socket: a gap is fetched once the history has something that the
///   socket brought behind the gap, prints and bars each by themselves; or once nothing has come
///   for a good while. Where neither happens in an hour it is fetched and stays a hole.
/// - What is out of reach is asked for again, each time later, for as long as the stream lives; so
///   is what the vendor refuses, after the longest wait: it does so by mistake as well.
/// - A long gap is fetched and handed over piece by piece; the next piece is fetched once the one
///   before was taken.
///
/// Thread-safe; a thread of its own fetches, several channels at once.
final class Backfill implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);

  /// How far the history is read beyond a gap on either end: the vendor delivers some prints late.
  static final long MARGIN_NANOS = 5_000_000_000L;

  private static final int AT_ONCE = 8;
  private static final int MOST_GAPS = 1000;

  private final History history;
  private final LongSupplier wallClock;
  private final StreamingSettings settings;
  private final Witnesses witnesses;
  private final Consumer<Signal> taker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<BackfillJob> jobs =
      new PriorityQueue<>(Comparator.comparingLong(BackfillJob::dueNanos));
  private final Semaphore taken = new Semaphore(0);
  private volatile boolean isTakenWhole;
  private final AtomicInteger open = new AtomicInteger();
  private final Thread thread;

  /// @param settings how long the history is waited for
  /// @param taker told of [Signal.Fetched], each of which it answers with [#taken], and of
  ///   [Signal.Done]
  Backfill(
      History history,
      LongSupplier wallClock,
      StreamingSettings settings,
      Witnesses witnesses,
      Consumer<Signal> taker) {
    this.history = history;
    this.wallClock = wallClock;
    this.settings = settings;
    this.witnesses = witnesses;
    this.taker = taker;
    this.thread = Thread.ofVirtual().name("polygon-history").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Fetches a gap too; one with nothing to fetch is left as it is.
  void add(Gap gap) {
    Set<String> kinds = gap.fetchable().keySet();
    if (kinds.isEmpty()) {
      return;
    }
    if (open.incrementAndGet() > MOST_GAPS) {
      open.decrementAndGet();
      LOG.warn("{} holes wait to be filled already: one more stays open", MOST_GAPS);
      return;
    }
    BackfillParts parts = new BackfillParts(kinds.size(), gap.isWholeInHistory());
    kinds.forEach(kind -> queue(new BackfillJob(gap, kind, parts, System.nanoTime())));
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

  /// What was fetched last is taken, or what could be of it.
  void taken(boolean isWhole) {
    isTakenWhole = isWhole;
    taken.release();
  }

  private void run() {
    try (ExecutorService requests =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      while (true) {
        BackfillJob job = next();
        if (isDone(job, requests)) {
          finish(job);
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

  private void finish(BackfillJob job) {
    if (job.parts().done()) {
      taker.accept(new Signal.Done(job.gap(), job.parts().isWhole()));
      open.decrementAndGet();
    }
  }

  /// Goes on with a job; whether nothing is left to do.
  private boolean isDone(BackfillJob job, ExecutorService requests) throws InterruptedException {
    try {
      return isReady(job) && isFetched(job, requests);
    } catch (Outage | Refusal e) {
      job.failed(e);
      retry(job);
      return false;
    } catch (RuntimeException | Error e) {
      LOG.error("What is missing cannot be fetched, by a fault of the software", e);
    }
    job.parts().leave();
    return true;
  }

  private void retry(BackfillJob job) {
    LOG.warn("What is missing cannot be fetched yet: {}", job.failure());
    job.retry(settings.settle(), settings.longestWait(), System.nanoTime());
  }

  /// Whether the history has come behind the gap, or is not waited for any longer.
  private boolean isReady(BackfillJob job) throws InterruptedException {
    MarketEvent witness = job.witness(witnesses.last(job.kind()));
    long now = System.nanoTime();
    if (witness != null && history.has(witness, wallClock.getAsLong())) {
      return true;
    }
    if (witness == null && job.isQuiet(settings.settle(), witnesses.upFor(now), now)) {
      return true;
    }
    if (job.isHopeless()) {
      job.parts().leave();
      return true;
    }
    job.await(settings.settle(), settings.longestWait(), witness != null, now);
    return false;
  }

  private boolean isFetched(BackfillJob job, ExecutorService requests) throws InterruptedException {
    job.begin();
    for (Piece piece = job.next(); piece != null; piece = job.next()) {
      List<MarketEvent> found = fetch(job, piece, requests);
      job.found(found.size());
      found.sort(MarketEvent.ORDER);
      taker.accept(new Signal.Fetched(job.gap(), found));
      taken.acquire();
      if (!isTakenWhole) {
        job.parts().leave();
      }
    }
    boolean hasFailed = job.failure() != null;
    if (hasFailed) {
      retry(job);
    }
    return !hasFailed;
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
      List<MarketEvent> events = answer.get();
      job.fetched(channel, piece);
      return events;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Outage outage -> job.failed(channel, outage);
        case Refusal refusal -> job.failed(channel, refusal);
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
