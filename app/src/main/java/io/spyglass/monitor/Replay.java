package io.spyglass.monitor;

import io.spyglass.calendar.Span;
import io.spyglass.model.MarketEvent;
import io.spyglass.session.Feed;
import io.spyglass.session.Playback;
import io.spyglass.session.PlaybackState;
import io.spyglass.session.Session;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays a recorded or simulated day through a session, paced by the clock.
///
/// Events up to the span's beginning are handled at once, so that the day opens with its contracts
/// listed. Whatever the pace, pauses and jumps on the way, the facts up to an instant are the same:
/// only the time between them differs. Going back opens the feed anew and starts a new session.
///
/// The session runs on the replay's own thread; the controls are safe from any thread.
public final class Replay implements Playback, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long WATCH_NANOS = SECOND_NANOS / 2;
  private static final long NOT_SEEKING = Long.MIN_VALUE;

  private final Supplier<Feed> feeds;
  private final Supplier<Session> sessions;
  private final Span span;
  private final long beginNanos;
  private final Stopwatch stopwatch;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private boolean playing = true;
  private boolean loop;
  private boolean restart;
  private boolean ended;
  private boolean closed;
  private double speed = 1;
  private long seekNanos;
  private long anchorNanos;
  private long anchorClock;
  private @Nullable Throwable failure;

  /// Events up to here need no look at the clock or the controls.
  private volatile long freeUntilNanos = Long.MIN_VALUE;

  /// The latest time of an event that the session of this run has handled.
  private volatile long handledNanos = Long.MIN_VALUE;

  /// A replay that begins to play when it is started.
  ///
  /// @param feeds opens the day's events from the first, with ticks
  /// @param sessions starts a session without events
  /// @param span the first and last instant of the controls
  /// @param beginNanos where it starts to play, and begins again when it loops
  public Replay(Supplier<Feed> feeds, Supplier<Session> sessions, Span span, long beginNanos) {
    this(feeds, sessions, span, beginNanos, Stopwatch.SYSTEM);
  }

  Replay(
      Supplier<Feed> feeds,
      Supplier<Session> sessions,
      Span span,
      long beginNanos,
      Stopwatch stopwatch) {
    this.feeds = feeds;
    this.sessions = sessions;
    this.span = span;
    this.beginNanos = beginNanos;
    this.stopwatch = stopwatch;
    this.seekNanos = beginNanos;
    this.anchorNanos = span.fromNanos();
    this.thread = Thread.ofPlatform().name("replay").unstarted(this::runUntilClosed);
  }

  /// Starts to play.
  public void start() {
    thread.start();
  }

  private void runUntilClosed() {
    try {
      while (playThrough()) {
        LOG.debug("replay begins again");
      }
    } catch (RuntimeException | Error e) {
      LOG.error("Replay stopped: {}", e.getMessage(), e);
      change(() -> failure = e);
    } finally {
      change(() -> {
        ended = true;
        playing = false;
      });
    }
  }

  /// Plays from the first event to the end, or to where the controls ask for another beginning.
  ///
  /// @return whether to play again
  private boolean playThrough() {
    Session session = sessions.get();
    try (Feed feed = feeds.get()) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        long nanos = event.epochNanos();
        if (nanos > freeUntilNanos && !awaitTurn(nanos)) {
          return again();
        }
        session.accept(event);
        handledNanos = Math.max(handledNanos, nanos);
      }
    }
    LOG.info("Replay complete");
    return awaitOrder();
  }

  /// Waits until an event's time has come.
  ///
  /// @return false where the replay was closed or begins again
  private boolean awaitTurn(long nanos) {
    while (true) {
      long rest;
      lock.lock();
      try {
        if (closed || restart) {
          return false;
        }
        if (isTurn(nanos)) {
          return true;
        }
        rest = playing ? (long) ((nanos - clockPosition()) / speed) + 1 : Long.MAX_VALUE;
      } finally {
        lock.unlock();
      }
      stopwatch.park(rest);
    }
  }

  private boolean isTurn(long nanos) {
    if (nanos <= seekNanos) {
      freeUntilNanos = seekNanos;
      return true;
    }
    arrive();
    return playing && isDue(nanos);
  }

  /// Ends a seek: the clock counts from the instant asked for.
  private void arrive() {
    if (seekNanos != NOT_SEEKING) {
      anchor(seekNanos);
      seekNanos = NOT_SEEKING;
      changed.signalAll();
    }
  }

  /// Whether an event's time has come. Behind the close nothing is waited for.
  private boolean isDue(long nanos) {
    long clock = clockPosition();
    long due = clock >= span.toNanos() ? Long.MAX_VALUE : clock;
    if (nanos > due) {
      return false;
    }
    freeUntilNanos = due;
    return true;
  }

  /// Where the clock has come to since the anchor, while it plays.
  private long clockPosition() {
    if (Double.isInfinite(speed)) {
      return Long.MAX_VALUE;
    }
    double passed = (stopwatch.nanos() - anchorClock) * speed;
    return passed >= span.toNanos() - anchorNanos ? Long.MAX_VALUE : anchorNanos + (long) passed;
  }

  /// Where the replay is, within its span.
  private long position() {
    long handled = Math.max(handledNanos, anchorNanos);
    boolean moving = playing && !ended && seekNanos == NOT_SEEKING && !Double.isInfinite(speed);
    return Math.clamp(moving ? clockPosition() : handled, span.fromNanos(), span.toNanos());
  }

  private void anchor(long nanos) {
    anchorNanos = nanos;
    anchorClock = stopwatch.nanos();
    freeUntilNanos = Long.MIN_VALUE;
  }

  private boolean again() {
    lock.lock();
    try {
      boolean wanted = restart && !closed;
      restart = false;
      ended = false;
      handledNanos = Long.MIN_VALUE;
      anchor(span.fromNanos());
      return wanted;
    } finally {
      lock.unlock();
    }
  }

  /// At the end: begins again where it loops, else waits for the controls.
  private boolean awaitOrder() {
    while (!isOrdered()) {
      stopwatch.park(Long.MAX_VALUE);
    }
    return again();
  }

  private boolean isOrdered() {
    lock.lock();
    try {
      if (!ended && !restart) {
        arrive();
        ended = true;
        restart = loop && playing;
        playing = restart;
        seekNanos = restart ? beginNanos : seekNanos;
        changed.signalAll();
      }
      return closed || restart;
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable what) {
    lock.lock();
    try {
      what.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    LockSupport.unpark(thread);
  }

  @Override
  public PlaybackState state() {
    lock.lock();
    try {
      return new PlaybackState(
          span.fromNanos(),
          span.toNanos(),
          position(),
          playing,
          seekNanos == NOT_SEEKING ? null : seekNanos,
          speed,
          loop,
          ended,
          failure == null ? null : failure.getMessage());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void play() {
    change(() -> {
      if (ended && !restart) {
        goTo(beginNanos);
      } else if (!playing) {
        anchor(position());
      }
      playing = true;
    });
  }

  @Override
  public void pause() {
    change(() -> {
      anchor(position());
      playing = false;
    });
  }

  @Override
  public void step() {
    change(() -> {
      long from = seekNanos == NOT_SEEKING ? position() : seekNanos;
      playing = false;
      goTo((Math.floorDiv(from, SECOND_NANOS) + 1) * SECOND_NANOS);
    });
  }

  @Override
  public void seek(long epochNanos) {
    change(() -> goTo(epochNanos));
  }

  /// Asks for an instant; what lies behind the last event handled wants another beginning. At the
  /// end nothing comes any more, so that going forward stays there.
  private void goTo(long epochNanos) {
    seekNanos = Math.clamp(epochNanos, span.fromNanos(), span.toNanos());
    restart |= seekNanos < Math.min(handledNanos, span.toNanos());
    ended &= !restart;
    freeUntilNanos = Long.MIN_VALUE;
    if (ended && !restart) {
      arrive();
    }
  }

  @Override
  public void speed(double factor) {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("speed " + factor + " is not above 0");
    }
    change(() -> {
      anchor(position());
      speed = factor;
    });
  }

  @Override
  public void loop(boolean again) {
    change(() -> loop = again);
  }

  /// Waits until the last event was handled, and says from time to time how far it is.
  ///
  /// @param watcher hears of the state about twice a second, on the calling thread
  /// @throws RuntimeException what the feed or the session threw; an error likewise
  /// @throws InterruptedException where the waiting thread is interrupted
  public PlaybackState awaitEnd(Consumer<PlaybackState> watcher) throws InterruptedException {
    while (!isEnded()) {
      watcher.accept(state());
    }
    watcher.accept(state());
    throwFailure();
    return state();
  }

  private void throwFailure() {
    lock.lock();
    try {
      switch (failure) {
        case RuntimeException exception -> throw exception;
        case Error error -> throw error;
        case null, default -> {}
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isEnded() throws InterruptedException {
    lock.lock();
    try {
      long rest = WATCH_NANOS;
      while (!isOver() && rest > 0) {
        rest = changed.awaitNanos(rest);
      }
      return isOver();
    } finally {
      lock.unlock();
    }
  }

  private boolean isOver() {
    return ended || closed || failure != null;
  }

  /// Waits until a seek has arrived.
  ///
  /// @throws InterruptedException where the waiting thread is interrupted
  public PlaybackState awaitArrival() throws InterruptedException {
    lock.lock();
    try {
      while (seekNanos != NOT_SEEKING && failure == null && !closed) {
        changed.await();
      }
      return state();
    } finally {
      lock.unlock();
    }
  }

  /// Stops and waits until the thread has ended.
  @Override
  public void close() {
    change(() -> {
      closed = true;
      freeUntilNanos = Long.MIN_VALUE;
    });
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
