package io.spyglass.vendor.polygon;

import io.spyglass.config.Secret;
import io.spyglass.config.StreamingSettings;
import io.spyglass.model.Instrument;
import io.spyglass.vendor.polygon.Dialog.Step;
import io.spyglass.vendor.polygon.Lost.Kind;
import io.spyglass.vendor.polygon.StreamStatus.State;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
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
/// - Once the channels are acknowledged again, a [Hole] tells from when to when events are missing.
///   The prints in it are fetched from the vendor's history, at once and again a little later, and
///   those that had not come are handed on; a second [Hole] says that it is filled. Quotes, values
///   and bars are not fetched, nor the prints of `T.*`.
/// - A print that comes again (same instrument, same number) is left out.
///
/// Threads: one of its own does everything but the fetching; every method is for any thread.
public final class Stream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Stream.class);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int MOST_WAITING_BYTES = 32 << 20;
  private static final long TICK_NANOS = 100_000_000L;

  private final URI uri;
  private final Secret key;
  private final StreamingSettings settings;
  private final StreamHost host;
  private final Inbox inbox = new Inbox(MOST_WAITING_BYTES);
  private final Intake intake;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final Thread thread;
  private volatile Set<String> wanted = Set.of();
  private volatile boolean isStopped;
  private volatile State state = State.WAITING;
  private volatile String detail = "";
  private final LongAdder connections = new LongAdder();
  private final LongAdder losses = new LongAdder();
  private volatile Set<String> silentChannels = Set.of();
  private int attempts;
  private @Nullable Lost told;

  /// A stream that begins to dial when it is started.
  ///
  /// @param base the socket host's address, without the cluster
  public Stream(
      URI base, Cluster cluster, Secret key, StreamingSettings settings, StreamHost host) {
    this.uri = URI.create(base + cluster.path());
    this.key = key;
    this.settings = settings;
    this.host = host;
    this.intake = new Intake(host, inbox, settings);
    this.thread =
        Thread.ofPlatform()
            .name("polygon" + cluster.path().replace('/', '-'))
            .daemon()
            .unstarted(this::run);
  }

  /// Begins to dial. Called once.
  public void start() {
    thread.start();
  }

  /// What is wanted from now on: channels such as `T.O:SPXW251219C06000000`, and no others.
  ///
  /// @throws IllegalArgumentException for prints of what is no ticker
  public void want(Set<String> channels) {
    List<Instrument> _ = Intake.instruments(channels);
    wanted = Set.copyOf(channels);
    inbox.put(new Signal.Wake(), null);
  }

  /// How it is doing.
  public StreamStatus status() {
    return intake.status(state, detail, connections.sum(), losses.sum(), silentChannels.size());
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
    } catch (RuntimeException e) {
      detail = "it failed: " + e;
      LOG.error("The stream of {} ended by a fault of the software", uri, e);
    } finally {
      intake.end();
      state = State.STOPPED;
    }
  }

  private void lost(Lost lost) {
    losses.increment();
    state = lost.kind() == Kind.REFUSED ? State.REFUSED : State.WAITING;
    detail = lost.why();
    LOG.warn("The connection to {} is lost: {}", uri, lost.why());
    intake.lost(lost.why());
  }

  /// Waits before the next attempt; hears meanwhile what has nothing to do with a connection.
  private void pause(Kind kind) throws InterruptedException {
    attempts++;
    double grown = settings.firstWait().toNanos() * StrictMath.pow(2, attempts - 1.0);
    double longest = Math.min(grown, (double) settings.longestWait().toNanos());
    double drawn = longest * (0.5 + ThreadLocalRandom.current().nextDouble() / 2);
    double least = kind == Kind.BROKEN ? 0 : settings.coolDown().toNanos();
    long until = System.nanoTime() + Math.round(Math.max(drawn, least));
    for (long left = until - System.nanoTime();
        left > 0 && !isStopped;
        left = until - System.nanoTime()) {
      if (inbox.poll(left) instanceof Signal.Fetched fetched) {
        intake.accept(fetched);
      }
    }
  }

  /// One connection from its dialling to its end.
  private Lost connection() throws InterruptedException {
    state = State.CONNECTING;
    connections.increment();
    inbox.forgetConnection();
    Line line = new Line(inbox, host::epochNanos);
    Dialog dialog = new Dialog(line, settings, key.reveal(), System.nanoTime());
    try {
      CompletableFuture<WebSocket> _ =
          client
              .newWebSocketBuilder()
              .connectTimeout(CONNECT)
              .buildAsync(uri, line)
              .whenComplete((_, error) -> refuse(line, error));
      intake.asks();
      dialog.want(wanted, System.nanoTime());
      while (!isStopped) {
        hear(dialog, inbox.poll(TICK_NANOS));
        dialog.tick(System.nanoTime(), host.isTrading(host.epochNanos()));
        note(dialog);
      }
      return new Lost(Kind.BROKEN, "it was closed");
    } catch (Lost lost) {
      return lost;
    } finally {
      line.cut();
    }
  }

  private static void refuse(Line line, @Nullable Throwable error) {
    if (error != null) {
      line.end("nobody answers: " + reason(error));
    }
  }

  private static String reason(Throwable error) {
    Throwable cause = error.getCause() == null ? error : error.getCause();
    return cause.getClass().getSimpleName()
        + (cause.getMessage() == null ? "" : ", " + cause.getMessage());
  }

  private void hear(Dialog dialog, @Nullable Signal signal) throws Lost {
    long now = System.nanoTime();
    switch (signal) {
      case Signal.Frame frame -> {
        dialog.heard(now);
        told = null;
        intake.decode(frame, (status, message) -> status(dialog, status, message, now));
        if (told != null) {
          throw told;
        }
      }
      case Signal.Pong _ -> dialog.answered(now);
      case Signal.Ended(String why) -> throw new Lost(Kind.BROKEN, why);
      case Signal.Fetched fetched -> intake.accept(fetched);
      case Signal.Wake _ -> {
        intake.asks();
        dialog.want(wanted, now);
      }
      case null -> {}
    }
  }

  /// The decoder's sink throws nothing, so that what ends the connection is kept for its end.
  private void status(Dialog dialog, String status, String message, long nowNanos) {
    try {
      dialog.status(status, message, nowNanos);
    } catch (Lost lost) {
      told = told == null ? lost : told;
    }
  }

  private void note(Dialog dialog) {
    if (dialog.step() != Step.STREAMING) {
      return;
    }
    Set<String> silent = dialog.silent();
    if (state != State.STREAMING || !silent.equals(silentChannels)) {
      silentChannels = silent;
      intake.listens(dialog.heard(), silent);
    }
    if (state != State.STREAMING) {
      state = State.STREAMING;
      detail = "";
      LOG.info("Streaming {} channels of {}", wanted.size(), uri);
    }
    if (dialog.streamedNanos(System.nanoTime()) >= settings.stable().toNanos()) {
      attempts = 0;
    }
  }

  /// Ends the connection and the stream; a hole that is open is told of. May be called more than
  /// once.
  @Override
  public void close() {
    isStopped = true;
    inbox.put(new Signal.Wake(), null);
    boolean interrupted = false;
    while (thread.isAlive() && !thread.equals(Thread.currentThread())) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    client.shutdownNow();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
