package io.spyglass.journal;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.Tick;
import io.spyglass.session.Cadence;
import io.spyglass.session.Feed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Events of many threads as one feed: stamped, ordered, ticked and recorded before anyone sees
/// them.
///
/// Events are taken in groups, a group for at most 20 ms after its first event or 16,384 events. A
/// group is sorted by [MarketEvent#ORDER] (what that cannot tell apart stays as it arrived), gets
/// its ticks, is recorded with one write and one fsync, and is then handed to the session. So the
/// order holds within a group; an event that arrives after the group of its time comes in a later
/// one. The order of the groups is the order of the journal, and a replay of the journal repeats
/// it.
///
/// Nothing is dropped: a producer (which is never the session's own thread) waits while a full
/// group waits, which is while the disk or the session is behind. While the journal cannot be
/// opened or written, events are handed on unrecorded and [#recording] says so.
///
/// Threads: [#offer], [#finish], [#recording], [#waiting] and [#close] are for any thread, platform
/// or virtual; [#next] is for the one session thread. One thread of its own does the work.
public final class Sequencer implements Feed {
  /// How long a group's first event waits for others at most.
  public static final Duration WINDOW = Duration.ofMillis(20);

  /// The events of a group at most, its ticks apart.
  public static final int GROUP_EVENTS = 16_384;

  /// The reason of the [io.spyglass.model.Hole] from the last print, quote or bar of an earlier
  /// run, which the journal holds, to the start of this one.
  public static final String RESTART = "nothing was recorded before this start";

  private static final int GROUPS_AHEAD = 2;

  /// The end of the feed; no group is empty.
  private static final List<MarketEvent> END = List.of();

  private final Clock clock;
  private final boolean wallClock;
  private final Intake intake;
  private final Recorder recorder;
  private final Cadence cadence = new Cadence();
  private final BlockingQueue<List<MarketEvent>> handedOver =
      new ArrayBlockingQueue<>(GROUPS_AHEAD);
  private final Thread thread;
  private long latestNanos = Long.MIN_VALUE;
  private volatile boolean abandoned;
  private volatile @Nullable Throwable failure;

  private List<MarketEvent> group = END;
  private int at;
  private boolean ended;

  private Sequencer(Supplier<Journal> opener, Clock clock, boolean wallClock) {
    this.clock = clock;
    this.wallClock = wallClock;
    this.intake = new Intake(clock, WINDOW.toNanos(), GROUP_EVENTS);
    this.recorder = new Recorder(opener);
    if (wallClock) {
      cadence.start(clock.epochNanos());
    }
    this.thread = Thread.ofPlatform().name("sequencer").daemon().unstarted(this::run);
    thread.start();
  }

  /// A live sequencer: a tick for every second of `clock`. It owns the journal and closes it.
  ///
  /// @param opener opens the journal; it is asked now, and where that is an
  ///   [io.spyglass.session.Outage] once a second until it succeeds
  /// @throws io.spyglass.session.CorruptFile where the journal is damaged
  public static Sequencer live(Supplier<Journal> opener, Clock clock) {
    return new Sequencer(opener, clock, true);
  }

  /// A sequencer of recorded or simulated events: a tick for every second of their own time, as
  /// [io.spyglass.session.TickingFeed] gives them. It owns the journal and closes it.
  public static Sequencer recorded(Journal journal, Clock clock) {
    return new Sequencer(() -> journal, clock, false);
  }

  /// Takes an event, waiting while there is no room; one without a time of receipt is received now.
  ///
  /// @return false once [#finish] or [#close] was called: the event was not taken
  public boolean offer(MarketEvent event) {
    boolean stamped = event.receivedNanos() != MarketEvent.ABSENT;
    return intake.offer(stamped ? event : Received.at(clock.epochNanos(), event));
  }

  /// Takes no more events. What was taken is recorded and handed on, and then the feed ends.
  public void finish() {
    intake.finish();
  }

  /// Whether what happens is being recorded.
  public Recording recording() {
    return recorder.status();
  }

  /// How many events wait for the disk or the session. Those of the group that is being written or
  /// handled are not among them.
  public int waiting() {
    int waiting = intake.size();
    for (List<MarketEvent> each : handedOver) {
      waiting += each.size();
    }
    return waiting;
  }

  /// The next event, waiting for it; null at the end, or where this thread is interrupted (its flag
  /// stays set).
  ///
  /// @throws IllegalStateException where the sequencer failed by a fault of the software
  @Override
  public @Nullable MarketEvent next() {
    while (at == group.size()) {
      if (ended || !nextGroup()) {
        return null;
      }
    }
    return group.get(at++);
  }

  private boolean nextGroup() {
    try {
      group = handedOver.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    at = 0;
    ended = group.isEmpty();
    if (ended && failure != null) {
      throw new IllegalStateException("the sequencer failed", failure);
    }
    return !ended;
  }

  private void run() {
    try {
      List<MarketEvent> taken = intake.take(nextTickNanos());
      while (taken != null) {
        record(wallClock ? onWallClock(taken) : onEventTime(taken));
        taken = intake.take(nextTickNanos());
      }
      Tick closing = wallClock ? null : cadence.closing();
      if (closing != null) {
        record(List.of(closing));
      }
    } catch (InterruptedException | RuntimeException | Error e) {
      failure = e;
      recorder.fail(e);
    } finally {
      intake.finish();
      recorder.close();
      handOver(END);
    }
  }

  private long nextTickNanos() {
    return wallClock ? cadence.nextNanos() : Long.MAX_VALUE;
  }

  private List<MarketEvent> onWallClock(List<MarketEvent> taken) {
    latestNanos = clock.epochNanos();
    for (Tick tick = cadence.due(latestNanos); tick != null; tick = cadence.due(latestNanos)) {
      taken.add(tick);
    }
    taken.sort(MarketEvent.ORDER);
    return taken;
  }

  private List<MarketEvent> onEventTime(List<MarketEvent> taken) {
    taken.sort(MarketEvent.ORDER);
    List<MarketEvent> ticked = new ArrayList<>(taken.size());
    for (MarketEvent event : taken) {
      for (Tick tick = cadence.before(event); tick != null; tick = cadence.before(event)) {
        ticked.add(tick);
      }
      ticked.add(event);
      latestNanos = Math.max(latestNanos, event.epochNanos());
    }
    return ticked;
  }

  private void record(List<MarketEvent> ordered) {
    if (!ordered.isEmpty()) {
      handOver(recorder.record(ordered, latestNanos));
    }
  }

  /// Waits until the session has room for a group, unless it let go of the feed: then [#close] has
  /// emptied the queue, so that nothing waits here.
  private void handOver(List<MarketEvent> recorded) {
    try {
      if (!abandoned) {
        handedOver.put(recorded);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("the sequencer's own thread was interrupted", e);
    }
  }

  /// Lets go of the feed: takes no more events, records what was taken, closes the journal, and
  /// returns then. What the session has not pulled yet it never gets, but the journal has it. May
  /// be called more than once.
  @Override
  public synchronized void close() {
    abandoned = true;
    intake.finish();
    handedOver.clear();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    handedOver.clear();
    handedOver.add(END);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
