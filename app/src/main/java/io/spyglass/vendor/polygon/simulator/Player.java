package io.spyglass.vendor.polygon.simulator;

import io.spyglass.calendar.NewYork;
import io.spyglass.model.MarketEvent;
import io.spyglass.simulator.SimulatedDay;
import io.spyglass.simulator.SimulatedFeed;
import java.time.LocalTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The market thread: plays day after day into a [Book] and to the sockets, as far as the clock is,
/// or a fixed time behind it. It starts where the clock is when it is made; what lies before that
/// or within a jump is booked, not sent.
///
/// An unpaced clock follows it, once all up to there is sent, and it waits for the sockets and
/// leaps over the nights; a paced one it follows, and a socket that is too slow is cut off.
final class Player implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Player.class);
  private static final long STRIDE_NANOS = 250_000_000;
  private static final long PULSE_NANOS = 10_000_000;

  private final History history;
  private final SimulatedClock clock;
  private final long delayNanos;
  private final long startNanos;
  private final Broadcast broadcast;
  private final Book book = new Book();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Thread thread;
  private SimulatedDay day;
  private SimulatedFeed feed;
  private @Nullable MarketEvent pending;
  private long playedNanos;
  private volatile int jumpsDone;

  /// @param delayNanos how far behind the clock it is
  Player(History history, SimulatedClock clock, long delayNanos, Broadcast broadcast) {
    this.history = history;
    this.clock = clock;
    this.delayNanos = delayNanos;
    this.broadcast = broadcast;
    this.jumpsDone = clock.jumps();
    this.startNanos = clock.nowNanos() - delayNanos;
    this.day = history.day(history.session(startNanos));
    this.feed = history.feed(day);
    this.thread =
        Thread.ofPlatform().name("simulator-market-" + delayNanos).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// The book, once it has come as far as the clock was when the player was made or last jumped.
  Book book() {
    try {
      if (!ready.await(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the simulated market did not come up to its clock");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return book;
  }

  /// Whether every jump of the clock is done.
  boolean hasLanded() {
    return jumpsDone == clock.jumps();
  }

  private void run() {
    try {
      play(startNanos, null);
      ready.countDown();
      while (!Thread.currentThread().isInterrupted()) {
        step();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("The simulated market stopped", e);
    }
  }

  private void step() throws InterruptedException {
    int changes = clock.changes();
    int jumps = clock.jumps();
    if (jumps != jumpsDone) {
      reposition();
      jumpsDone = jumps;
    }
    broadcast.refresh();
    boolean leads = clock.isUnpaced() && delayNanos == 0;
    long until = leads ? nextStride() : clock.nowNanos() - delayNanos;
    if (leads && playedNanos < until) {
      broadcast.awaitRoom();
      play(until, broadcast);
      broadcast.refresh();
      clock.reach(until, jumps);
      return;
    }
    while (playedNanos < until && jumps == clock.jumps()) {
      if (clock.isUnpaced()) {
        broadcast.awaitRoom();
      }
      play(Math.min(until, strideEnd()), broadcast);
    }
    broadcast.refresh();
    clock.awaitChange(changes, PULSE_NANOS);
  }

  /// How far an unpaced clock is led next: no further than it may go.
  private long nextStride() {
    return Math.min(strideEnd(), Math.max(playedNanos, clock.untilNanos()));
  }

  /// Where the next stride ends; behind the day where the next one begins.
  private long strideEnd() {
    return playedNanos >= day.endNanos()
        ? Math.max(history.next(day).startNanos(), playedNanos + STRIDE_NANOS)
        : playedNanos + STRIDE_NANOS;
  }

  /// Books what happened until where the clock is, from the start of its day where it went back or
  /// to another day.
  private void reposition() {
    long target = clock.nowNanos() - delayNanos;
    SimulatedDay wanted = history.day(history.session(target));
    if (target < playedNanos || !wanted.date().equals(day.date())) {
      begin(wanted);
    }
    play(target, null);
  }

  private void begin(SimulatedDay next) {
    book.begin(NewYork.epochNanos(next.date(), LocalTime.MIDNIGHT));
    day = next;
    feed = history.feed(next);
    pending = null;
  }

  private void play(long untilNanos, @Nullable Broadcast hearers) {
    if (hearers != null && NewYork.epochDay(playedNanos) != NewYork.epochDay(untilNanos)) {
      hearers.midnight();
    }
    playDay(untilNanos, hearers);
    while (pending == null && untilNanos >= day.endNanos()) {
      SimulatedDay next = history.next(day);
      if (untilNanos < next.startNanos()) {
        break;
      }
      book.pass(next.startNanos(), hearers);
      begin(next);
      playDay(untilNanos, hearers);
    }
    book.pass(untilNanos, hearers);
    if (hearers != null) {
      hearers.lateBars(untilNanos);
    }
    playedNanos = untilNanos;
  }

  private void playDay(long untilNanos, @Nullable Broadcast hearers) {
    MarketEvent event = pending == null ? feed.next() : pending;
    while (event != null && event.epochNanos() <= untilNanos) {
      book.take(event, hearers);
      event = feed.next();
    }
    pending = event;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
