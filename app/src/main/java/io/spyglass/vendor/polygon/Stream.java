package io.spyglass.vendor.polygon;

import io.spyglass.config.Secret;
import io.spyglass.config.StreamingSettings;
import io.spyglass.config.VendorSettings;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.net.Redaction;
import io.spyglass.net.Refusal;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.polygon.Dialog.Step;
import io.spyglass.vendor.polygon.Lost.Kind;
import io.spyglass.vendor.polygon.Signal.Want.Since;
import io.spyglass.vendor.polygon.StreamStatus.State;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One socket of the vendor, through one connection after another: each print comes once, and a
/// stretch that is missing is told of and its prints are fetched afterwards.
///
/// - What is wanted is said once ([#want]); every connection is told it anew.
/// - A connection is over when the vendor closes it, answers nothing in time, answers no ping, or
///   is silent while the market trades. The next one is dialled after a wait that doubles and is
///   drawn at random from its upper half; it begins anew only once a connection has streamed for a
///   while.
/// - A [Hole] tells of what is missing three times, with the same start and reason: when the line
///   is lost, from and to the same instant; when its end is known, since the channels are heard
///   again; and, filled, once all of it was fetched. Prints and bars are fetched from the vendor's
///   history, and those that had not come are handed on. Quotes and values are not fetched, nor
///   anything of `T.*`, whose hole stays open. A channel that was acknowledged late, or wanted
///   late, is a hole as well. Before the first event its start is the clock's guess: then it is
///   told anew once its end is known, and the guess, of no length, is told filled.
/// - A fault of the software, here or in whoever takes the events, ends the connection and not the
///   stream.
/// - What an earlier run left missing is fetched too ([#fetch]).
/// - A print that comes again (same instrument, same number, same day) is left out.
///
/// Threads: one of its own does everything but the fetching; every method is for any thread.
public final class Stream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Stream.class);

  /// How far beside a hole that was told before this stream began anything may be fetched.
  public static final Duration BESIDE =
      Duration.ofNanos(Arrears.LEAD_NANOS + Backfill.MARGIN_NANOS);

  private static final Duration GOODBYE = Duration.ofSeconds(5);
  private static final int MOST_WAITING_BYTES = 32 << 20;
  private static final int MOST_WORDS = 200;
  private static final long TICK_NANOS = 100_000_000L;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final URI uri;
  private final String place;
  private final Secret key;
  private final StreamingSettings settings;
  private final StreamHost host;
  private final Redaction redaction;
  private final Rejects rejects = new Rejects();
  private final Inbox inbox = new Inbox(MOST_WAITING_BYTES);
  private final Witnesses witnesses = new Witnesses();
  private final Backfill backfill;
  private final Intake intake;
  private final Watchdog watchdog;
  private final Backoff backoff;
  private final HttpClient client = Line.client();
  private final Thread thread;
  private volatile Set<String> wanted = Set.of();
  private volatile long streamedConnections;
  private volatile @Nullable Long heardNanos;
  private volatile boolean isStopped;
  private volatile Standing standing = new Standing(State.WAITING, "", Set.of());
  private final LongAdder connections = new LongAdder();
  private final LongAdder losses = new LongAdder();
  private @Nullable Lost told;

  private record Standing(State state, String detail, Set<String> silentChannels) {}

  /// A stream that begins to dial when it is started.
  ///
  /// @param vendor where the sockets are, and the key
  /// @param history where what was missed is fetched
  /// @throws Refusal without a key
  public Stream(
      VendorSettings.Polygon vendor,
      Cluster cluster,
      StreamingSettings settings,
      Client history,
      StreamHost host) {
    this.uri = URI.create(vendor.socketUrl() + cluster.path());
    this.key =
        vendor
            .apiKey()
            .orElseThrow(
                () -> new Refusal(401, "there is no key for " + uri + ": set POLYGON_API_KEY"));
    this.settings = settings;
    this.host = host;
    this.redaction = Redaction.of(key);
    this.place = redaction.apply(uri.toString());
    this.watchdog = new Watchdog(settings.silence());
    this.backoff = new Backoff(settings);
    this.backfill =
        new Backfill(new History(history), host::epochNanos, settings, witnesses, this::put);
    this.intake =
        new Intake(
            host,
            backfill,
            witnesses,
            settings.settle(),
            sink -> new Decoder(sink, rejects, redaction));
    this.thread =
        Thread.ofPlatform()
            .name("polygon" + cluster.path().replace('/', '-'))
            .daemon()
            .unstarted(this::run);
  }

  private void put(Signal signal) {
    inbox.put(signal, null);
  }

  /// Begins to dial. Called once.
  public void start() {
    thread.start();
    backfill.start();
  }

  /// What is wanted from now on: channels such as `T.O:SPXW251219C06000000`, and no others.
  ///
  /// @throws IllegalArgumentException for what is no channel, prints or bars of what is no ticker,
  ///   or more quotes of options than the vendor lets one connection carry
  public void want(Set<String> channels) {
    Channels.require(channels);
    put(new Signal.Want(channels, null));
  }

  /// The same, where those that were not wanted before have been missing for a while: that is a
  /// hole, if there are prints or bars among them, which is told at once and fetched like any
  /// other. What happened before it is left out, but for what [#fetch] fetches.
  ///
  /// @param newSinceNanos from when they are missing
  /// @param why the hole's reason
  public void want(Set<String> channels, long newSinceNanos, String why) {
    Channels.require(channels);
    put(new Signal.Want(channels, new Since(newSinceNanos, why)));
  }

  /// Fetches what is missing in holes that were told of before this stream began, and tells each,
  /// filled, once all of it was handed on.
  ///
  /// @param holes each with the end that was told or, where none was, with one behind which all
  ///   came
  /// @param channels of which something may be missing in them
  /// @param had the prints and bars that came within the holes, or up to [#BESIDE] beside them;
  ///   more does no harm
  /// @throws IllegalArgumentException as [#want] does
  public void fetch(
      Collection<Hole> holes, Set<String> channels, Collection<? extends MarketEvent> had) {
    Channels.require(channels);
    Arrears.of(holes, channels, had).forEach(each -> put(new Signal.Fetch(each)));
  }

  /// How it is doing.
  public StreamStatus status() {
    Standing now = standing;
    Intake.Counts counts = intake.counts();
    return new StreamStatus(
        now.state(),
        now.detail(),
        connections.sum(),
        losses.sum(),
        counts.holes.sum(),
        counts.filled.sum(),
        backfill.open(),
        counts.events.sum(),
        counts.fetched.sum(),
        counts.duplicates.sum(),
        counts.late.sum(),
        counts.ignored,
        counts.latestNanos,
        counts.receivedNanos,
        inbox.bytes(),
        inbox.stalls(),
        now.silentChannels(),
        counts.missing,
        counts.refusals.sum(),
        counts.refusal,
        rejects.tallies(),
        wanted.size(),
        connections.sum() - streamedConnections,
        counts.delayNanos,
        lineAgeNanos());
  }

  private long lineAgeNanos() {
    Long heard = heardNanos;
    return heard == null ? -1 : System.nanoTime() - heard;
  }

  private void run() {
    try {
      while (!isStopped) {
        Lost lost = connection();
        if (!isStopped) {
          lost(lost);
          pause(lost.kind());
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("The stream of {} is interrupted", uri);
    } catch (RuntimeException | Error e) {
      stand(State.STOPPED, "it failed: " + e);
      LOG.error("The stream of {} ended by a fault of the software", place, e);
    } finally {
      end();
    }
  }

  private void end() {
    backfill.close();
    try {
      intake.end();
    } finally {
      stand(State.STOPPED, standing.detail());
    }
  }

  private void stand(State state, String detail) {
    standing = new Standing(state, redaction.apply(detail, MOST_WORDS), Set.of());
  }

  private void lost(Lost lost) {
    String why = redaction.apply(lost.why(), MOST_WORDS);
    stand(lost.kind() == Kind.REFUSED ? State.REFUSED : State.WAITING, why);
    LOG.warn("The connection to {} is lost: {}", place, why);
    losses.increment();
    witnesses.down();
    survive(() -> intake.lost(why));
  }

  /// Waits before the next attempt; hears meanwhile what has nothing to do with a connection.
  private void pause(Kind kind) throws InterruptedException {
    long until = System.nanoTime() + backoff.nextNanos(kind);
    for (long left = until - System.nanoTime();
        left > 0 && !isStopped;
        left = until - System.nanoTime()) {
      hear(inbox.poll(left));
    }
  }

  /// Does what no connection depends on; a fault of the software ends nothing.
  private void survive(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.error("The stream of {} goes on behind a fault of the software", place, e);
    }
  }

  /// Hears what has nothing to do with a connection.
  private void hear(@Nullable Signal signal) {
    survive(() -> heed(signal));
  }

  private void heed(@Nullable Signal signal) {
    switch (signal) {
      case Signal.Fetched fetched -> intake.accept(fetched);
      case Signal.Done done -> intake.accept(done);
      case Signal.Fetch fetch -> intake.accept(fetch);
      case Signal.Want want -> {
        wanted = want.channels();
        intake.accept(want);
      }
      case Signal.Wake _ -> {
        // Whoever waits looks whether it is stopped.
      }
      case Signal.OfLine _ -> {
        // Of a line that was cut.
      }
      case null -> {}
    }
  }

  /// One connection from its dialling to its end.
  private Lost connection() throws InterruptedException {
    stand(State.CONNECTING, standing.detail());
    connections.increment();
    inbox.forgetLines();
    Line line = new Line(inbox, host::epochNanos);
    Dialog dialog = new Dialog(line, settings, key.reveal(), intake);
    try {
      line.dial(client, uri);
      dialog.want(wanted, System.nanoTime());
      long ticked = System.nanoTime();
      while (!isStopped) {
        long begun = System.nanoTime();
        hear(dialog, line, inbox.poll(TICK_NANOS));
        long now = System.nanoTime();
        if (now - begun > SECOND_NANOS) {
          dialog.patience(now);
        } else if (inbox.isEmpty() || now - ticked > SECOND_NANOS) {
          ticked = now;
          boolean isTrading = host.isTrading(intake.nowNanos());
          dialog.tick(now, isTrading);
          watch(dialog, isTrading, now);
        }
        note(dialog);
      }
      return new Lost(Kind.BROKEN, "it was closed");
    } catch (Lost lost) {
      return lost;
    } catch (RuntimeException | Error e) {
      LOG.error("The connection to {} ends by a fault of the software", place, e);
      return new Lost(Kind.BROKEN, "it failed: " + e);
    } finally {
      heardNanos = null;
      line.cut();
    }
  }

  /// Gives up a line that brings nothing while the market trades.
  private void watch(Dialog dialog, boolean isTrading, long now) throws Lost {
    boolean isExpected = isTrading && dialog.step() == Step.STREAMING && !wanted.isEmpty();
    long since = watchdog.since(isTrading, dialog.patientNanos(), now);
    if (isExpected && watchdog.isDue(since, now)) {
      String patience = watchdog.patience().toSeconds() + " s";
      watchdog.bitten();
      throw new Lost(Kind.BROKEN, "nothing came for " + patience);
    }
  }

  private void hear(Dialog dialog, Line line, @Nullable Signal signal) throws Lost {
    if (!(signal instanceof Signal.OfLine said) || said.line() != line) {
      hear(signal);
      if (signal instanceof Signal.Want) {
        dialog.want(wanted, System.nanoTime());
      }
      return;
    }
    long now = System.nanoTime();
    switch (said) {
      case Signal.Frame frame -> {
        heard(dialog, now);
        decode(dialog, frame, now);
      }
      case Signal.Pong _ -> heard(dialog, now);
      case Signal.Ended(_, String why) -> throw new Lost(Kind.BROKEN, why);
    }
  }

  private void heard(Dialog dialog, long now) {
    heardNanos = now;
    dialog.answered(now);
  }

  /// The decoder's sink throws nothing, so that what ends the connection is kept for its end.
  private void decode(Dialog dialog, Signal.Frame frame, long nowNanos) throws Lost {
    told = null;
    boolean isMarket =
        intake.decode(
            frame,
            (status, message) -> status(dialog, status, redaction.apply(message), nowNanos),
            channel -> dialog.acknowledged(channel, nowNanos));
    if (isMarket) {
      watchdog.heard(nowNanos);
    }
    Lost lost = told;
    if (lost != null) {
      throw lost;
    }
  }

  private void status(Dialog dialog, String status, String message, long nowNanos) {
    try {
      dialog.status(status, message, nowNanos);
    } catch (Lost lost) {
      told = told == null ? lost : told;
    }
  }

  private void note(Dialog dialog) {
    intake.tick(dialog.isSettled());
    if (dialog.step() != Step.STREAMING) {
      return;
    }
    if (standing.state() != State.STREAMING) {
      streamedConnections = connections.sum();
      watchdog.begin(System.nanoTime());
      witnesses.up(System.nanoTime());
      LOG.info("Streaming {} channels of {}", wanted.size(), place);
    }
    Set<String> silent = dialog.silent();
    if (standing.state() != State.STREAMING || !silent.equals(standing.silentChannels())) {
      standing = new Standing(State.STREAMING, "", silent);
    }
    if (dialog.streamedNanos(System.nanoTime()) >= settings.stable().toNanos()) {
      backoff.reset();
    }
  }

  /// Ends the connection and the stream; a hole that is open is told of. Whoever takes the events
  /// and blocks for ever is interrupted after some seconds. May be called more than once.
  @Override
  public void close() {
    isStopped = true;
    backfill.close();
    put(new Signal.Wake());
    boolean interrupted = false;
    if (thread.isAlive() && !thread.equals(Thread.currentThread())) {
      try {
        if (!thread.join(GOODBYE)) {
          LOG.warn("Nobody takes the events of {}: it is ended without", place);
          thread.interrupt();
          boolean _ = thread.join(GOODBYE);
        }
      } catch (InterruptedException e) {
        thread.interrupt();
        interrupted = true;
      }
    }
    client.shutdownNow();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
