package io.spyglass.monitor;

import io.spyglass.net.Refusal;
import io.spyglass.session.FeedState;
import io.spyglass.session.FeedState.Counts;
import io.spyglass.session.FeedState.State;
import io.spyglass.session.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Requests to a vendor that are repeated, each at its own pace, one after the other on one virtual
/// thread.
///
/// One that finds the vendor out of reach is made again after [#SOON]; one that key or plan does
/// not allow in a minute, for vendors say so by mistake as well; any other refusal waits for its
/// next turn, and so does a fault. The pace is the market's clock: one that is set back by hours
/// stops nothing.
final class Rounds implements AutoCloseable {
  /// How long after an outage a request is made again at the latest.
  static final Duration SOON = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final long REFUSED_NANOS = Duration.ofMinutes(1).toNanos();
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final String name;
  private final MarketClock clock;
  private final List<Chore> chores = new ArrayList<>();
  private final LongAdder events = new LongAdder();
  private final LongAdder losses = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private volatile State state = State.OFF;
  private volatile String detail = "";
  private volatile long answeredNanos = -1;
  private volatile boolean isComplete;
  private volatile boolean isHurried;
  private volatile boolean isClosed;

  /// Something to ask for.
  interface Request {
    /// Asks once, and takes the answer.
    ///
    /// @throws Refusal where the vendor says no
    /// @throws Outage where it is out of reach
    void make() throws InterruptedException;
  }

  /// Rounds without requests.
  ///
  /// @param name what the source is called, which is also the thread's name
  Rounds(String name, MarketClock clock) {
    this.name = name;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /// A request that is made until it succeeds, ahead of those that follow.
  void once(String what, Request request) {
    chores.add(new Chore(what, SOON.toNanos(), true, request));
  }

  /// A request that is made again and again.
  void every(Duration pace, String what, Request request) {
    chores.add(new Chore(what, pace.toNanos(), false, request));
  }

  /// Begins. Called once, behind all requests.
  void start() {
    if (!chores.isEmpty()) {
      state = State.CONNECTING;
      thread.start();
    }
  }

  /// Makes every request that is repeated now, whatever its pace.
  void hurry() {
    lock.lock();
    try {
      isHurried = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Counts an event that was told.
  void told() {
    events.increment();
  }

  /// How it is doing; it is required until what is asked for once was answered.
  FeedState state(int channels) {
    long answered = answeredNanos;
    Counts counts = new Counts(0, losses.sum(), 0, 0, 0, events.sum(), 0, 0, 0, refusals.sum(), 0);
    return new FeedState(
        name,
        state,
        detail,
        !isComplete && state != State.OFF,
        answered < 0 ? -1 : Math.max(0, System.nanoTime() - answered),
        -1,
        channels,
        0,
        0,
        0,
        0,
        counts);
  }

  private void run() {
    try {
      while (!isClosed) {
        boolean hurried = isHurried;
        isHurried = false;
        for (Chore chore : ready()) {
          chore.look(hurried);
        }
        await();
      }
    } catch (InterruptedException _) {
      LOG.debug("{} is interrupted", name);
    } catch (RuntimeException | Error e) {
      detail = "it failed: " + e;
      LOG.error("{} ended by a fault of the software", name, e);
    } finally {
      state = State.CLOSED;
    }
  }

  /// What may be asked for now: behind what is asked for once, everything else.
  private List<Chore> ready() {
    for (Chore chore : chores) {
      if (chore.isOnce && !chore.isDone && !chore.isRefused) {
        return List.of(chore);
      }
    }
    isComplete = true;
    return chores;
  }

  private void await() throws InterruptedException {
    long next = ready().stream().mapToLong(chore -> chore.dueNanos).min().orElseThrow();
    lock.lock();
    try {
      if (!isClosed && !isHurried && clock.epochNanos() < next) {
        clock.await(changed, next);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Ends it and waits for its end.
  @Override
  public void close() {
    isClosed = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// A request and when its next turn is. Owned by the thread of the rounds.
  private final class Chore {
    final String what;
    final long paceNanos;
    final boolean isOnce;
    final Request request;
    long dueNanos = Long.MIN_VALUE;
    long waitNanos;
    boolean isDone;
    boolean isRefused;

    Chore(String what, long paceNanos, boolean isOnce, Request request) {
      this.what = what;
      this.paceNanos = paceNanos;
      this.isOnce = isOnce;
      this.request = request;
    }

    /// Makes the request where its turn has come.
    void look(boolean hurried) throws InterruptedException {
      long now = clock.epochNanos();
      boolean isWaiting = now < dueNanos && dueNanos - now <= waitNanos;
      boolean isAtOnce = hurried && !isRefused;
      if (isDone || (isWaiting && !isAtOnce)) {
        return;
      }
      isRefused = false;
      postpone(now, paceNanos);
      try {
        request.make();
        answered();
      } catch (Refusal refusal) {
        refused(refusal, now);
      } catch (Outage outage) {
        postpone(now, Math.min(paceNanos, SOON.toNanos()));
        losses.increment();
        stand(State.WAITING, outage.getMessage());
      } catch (RuntimeException | Error fault) {
        LOG.error("{} lacks {}, by a fault of the software", name, what, fault);
        losses.increment();
        stand(State.WAITING, "it failed: " + fault);
      }
    }

    private void answered() {
      isDone = isOnce;
      dueNanos = isOnce ? Long.MAX_VALUE : dueNanos;
      answeredNanos = System.nanoTime();
      if (chores.stream().noneMatch(each -> each.isRefused)) {
        state = State.STREAMING;
        detail = "";
      }
    }

    private void postpone(long now, long nanos) {
      waitNanos = nanos;
      dueNanos = now + nanos;
    }

    private void refused(Refusal refusal, long now) {
      refusals.increment();
      isRefused = refusal.status() == UNAUTHORIZED || refusal.status() == FORBIDDEN;
      if (isRefused) {
        postpone(now, REFUSED_NANOS);
      }
      stand(isRefused ? State.REFUSED : State.WAITING, refusal.getMessage());
    }

    private void stand(State next, @Nullable String why) {
      String words = what + ": " + why;
      if (!words.equals(detail)) {
        LOG.warn("{} lacks {}", name, words);
      }
      state = next;
      detail = words;
    }
  }
}
