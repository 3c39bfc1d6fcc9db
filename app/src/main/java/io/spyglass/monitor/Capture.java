package io.spyglass.monitor;

import io.spyglass.journal.Clock;
import io.spyglass.journal.Recording;
import io.spyglass.journal.Sequencer;
import io.spyglass.model.Bar;
import io.spyglass.model.Hole;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.session.Fanout;
import io.spyglass.session.Feed;
import io.spyglass.session.Output;
import io.spyglass.session.Session;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the session of a day that is captured: each event goes into the journal, then to the
/// session. After a restart the session has the day's journal first, so that its facts are those of
/// a replay of the whole journal, whenever it was started.
///
/// A session that fails by a fault of the software ends the facts but not the recording.
///
/// Threads: the journal is read by the caller of [#begin], and one thread of its own handles what
/// comes from [#live] on; everything else is for any thread.
public final class Capture implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Capture.class);
  private static final long SECOND_NANOS = 1_000_000_000L;

  /// What is older than the newest by more than this came late and makes nothing fresh.
  private static final long FRESH_NANOS = 5 * SECOND_NANOS;

  /// How far beside a hole a print may be that was fetched with it: more than is ever fetched.
  private static final long BESIDE_NANOS = 10 * SECOND_NANOS;

  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final CapturedDay captured;
  private final Clock clock;
  private final Session session;
  private final HoleBook holes = new HoleBook();
  private final Age freshAge;
  private final Age tickAge;
  private final Thread thread;
  private Recovered recovered = new Recovered(0, MarketEvent.ABSENT, List.of());
  private Consumer<Hole> missed = _ -> {};
  private long latestNanos = Long.MIN_VALUE;
  private long latestOptionNanos;
  private volatile long behindNanos;
  private volatile @Nullable Sequencer sequencer;
  private volatile @Nullable Throwable failure;

  /// What the day's journal held at the start.
  ///
  /// @param events how many
  /// @param latestNanos their latest time, [MarketEvent#ABSENT] where there were none
  /// @param unfilled the holes that were never filled; one that was open ends with the journal
  public record Recovered(long events, long latestNanos, List<Hole> unfilled) {
    public Recovered {
      unfilled = List.copyOf(unfilled);
    }
  }

  private Capture(CapturedDay captured, Clock clock, Output output) {
    this.captured = captured;
    this.clock = clock;
    this.session = captured.day().session(new Fanout(List.of(holes, output)));
    this.freshAge = new Age(clock);
    this.tickAge = new Age(clock);
    this.thread = Thread.ofPlatform().name("session").daemon().unstarted(this::run);
  }

  /// A capture that tells `output` the facts of what the day's journal holds already, and is not
  /// live yet.
  ///
  /// @param clock of what the plan delivers
  /// @throws io.spyglass.session.CorruptFile where the journal is damaged
  /// @throws io.spyglass.session.Outage where it cannot be read
  public static Capture begin(CapturedDay captured, Clock clock, Output output) {
    Capture capture = new Capture(captured, clock, output);
    if (Files.exists(captured.file())) {
      capture.recover();
    }
    return capture;
  }

  private void recover() {
    long events = 0;
    try (Feed feed = captured.day().feed()) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        handle(event, _ -> {});
        latestNanos = Math.max(latestNanos, event.epochNanos());
        events++;
      }
    }
    if (events > 0) {
      recovered = new Recovered(events, latestNanos, holes.unfilled(latestNanos));
      LOG.info(
          "{} events of {} were captured before this start, with {} holes that are not filled",
          events,
          captured.date(),
          recovered.unfilled().size());
    }
  }

  /// What the day's journal held at the start.
  public Recovered recovered() {
    return recovered;
  }

  /// Begins to record and to handle what is offered.
  ///
  /// @param missed hears, on the session's thread, of the hole between the journal's last event and
  ///   this start: like those of [#recovered] it is filled by nobody unless it is fetched
  /// @throws io.spyglass.session.CorruptFile where the journal is damaged
  public void live(Consumer<Hole> missed) {
    this.missed = missed;
    sequencer = Sequencer.live(captured::open, clock);
    tickAge.renew();
    thread.start();
  }

  /// Takes an event, waiting while there is no room.
  ///
  /// @return false before it is live and once it was closed: the event was not taken
  public boolean offer(MarketEvent event) {
    Sequencer to = sequencer;
    return to != null && to.offer(event);
  }

  /// The prints of options, and their bars, that the journal has by now of a hole and ten seconds
  /// on either side, in its order.
  ///
  /// @throws io.spyglass.session.Outage where it cannot be read
  public List<MarketEvent> had(Hole hole) {
    long from = hole.fromNanos() - BESIDE_NANOS;
    long to = hole.toNanos() + BESIDE_NANOS;
    if (!Files.exists(captured.file())) {
      return List.of();
    }
    return captured.read(feed -> {
      List<MarketEvent> had = new ArrayList<>();
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        if (event.epochNanos() >= from && event.epochNanos() <= to && isPrint(event)) {
          had.add(event);
        }
      }
      return had;
    });
  }

  private static boolean isPrint(MarketEvent event) {
    return switch (event) {
      case Trade trade -> trade.instrument() instanceof OptionContract;
      case Bar bar -> bar.instrument() instanceof OptionContract;
      default -> false;
    };
  }

  private void run() {
    Sequencer from = sequencer;
    if (from == null) {
      throw new IllegalStateException("it is not live");
    }
    try {
      for (MarketEvent event = from.next(); event != null; event = from.next()) {
        handle(event, this::note);
      }
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  /// Has the session handle an event, and then `taker`, unless either has failed before: an event
  /// that nobody handles is taken all the same, so that the next ones are recorded.
  private void handle(MarketEvent event, Consumer<MarketEvent> taker) {
    if (failure != null) {
      return;
    }
    try {
      session.accept(event);
      taker.accept(event);
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private void fail(Throwable why) {
    failure = why;
    LOG.error("The session of {} failed", captured.date(), why);
  }

  private void note(MarketEvent event) {
    long nanos = event.epochNanos();
    if (nanos >= latestNanos) {
      latestNanos = nanos;
      behindNanos = Math.max(0, clock.epochNanos() - nanos);
    }
    switch (event) {
      case Quote quote -> heard(quote.instrument(), nanos);
      case Trade trade -> heard(trade.instrument(), nanos);
      case Bar bar -> heard(bar.instrument(), nanos);
      case Tick _ -> tickAge.renew();
      case Hole hole when hole.reason().equals(Sequencer.RESTART) && !hole.filled() ->
          missed.accept(hole);
      default -> {}
    }
  }

  private void heard(Instrument instrument, long nanos) {
    if (instrument instanceof OptionContract && nanos >= latestOptionNanos - FRESH_NANOS) {
      latestOptionNanos = Math.max(latestOptionNanos, nanos);
      freshAge.renew();
    }
  }

  /// Whether what happens is being recorded; null before it is live.
  public @Nullable Recording recording() {
    Sequencer from = sequencer;
    return from == null ? null : from.recording();
  }

  /// How many events wait for the disk or the session.
  public int waiting() {
    Sequencer from = sequencer;
    return from == null ? 0 : from.waiting();
  }

  /// Since the last quote, print or bar of an option was handled that had not come late; -1 before
  /// the first.
  public long ageNanos() {
    return freshAge.nanos();
  }

  /// For how long the session has been at a stand: since it handled a second's tick, less that
  /// second.
  public long stallNanos() {
    return Math.max(0, tickAge.nanos() - SECOND_NANOS);
  }

  /// By how much the session is behind the clock: the newest event when it was handled, or the
  /// stand it is at.
  public long behindNanos() {
    return Math.max(behindNanos, stallNanos());
  }

  /// Why there are no more facts, null while there are.
  public @Nullable Throwable failure() {
    return failure;
  }

  /// Ends the day: takes no more events, handles what was taken, and closes the journal. May be
  /// called more than once.
  @Override
  public void close() {
    Sequencer open = sequencer;
    if (open == null) {
      return;
    }
    open.finish();
    boolean isInterrupted = false;
    try {
      if (!thread.join(GOODBYE)) {
        LOG.warn("The session of {} does not come to its end: the journal has the rest", captured);
      }
    } catch (InterruptedException e) {
      isInterrupted = true;
    }
    open.close();
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
