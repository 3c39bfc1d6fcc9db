package io.spyglass.monitor;

import io.spyglass.calendar.Span;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.session.FeedState;
import io.spyglass.session.FeedState.Counts;
import io.spyglass.session.FeedState.State;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.polygon.Cluster;
import io.spyglass.vendor.polygon.Stream;
import io.spyglass.vendor.polygon.StreamHost;
import io.spyglass.vendor.polygon.StreamStatus;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One of the vendor's sockets as a source of a live day: what comes is stamped with the session's
/// time, and how it is doing is told as a [FeedState]. Thread-safe.
final class Wire implements StreamHost, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
  private static final long SECOND_NANOS = 1_000_000_000L;

  /// How long nothing may come while something is bound to.
  private static final long STALE_NANOS = 3 * SECOND_NANOS;

  /// The same at other times, where a ping goes out now and then.
  private static final long QUIET_STALE_NANOS = 60 * SECOND_NANOS;

  private final Traits traits;
  private final MarketClock clock;
  private final Consumer<MarketEvent> taker;
  private final Stream stream;
  private final LongAdder ahead = new LongAdder();
  private volatile Span bound = Span.EMPTY;
  private volatile long heardNanos = System.nanoTime();

  /// What is peculiar to it.
  ///
  /// @param name such as `options`
  /// @param isRequired whether the session is degraded without it
  /// @param isSteady whether something comes all the time in trading hours, as quotes and values do
  /// @param delay how late the plan delivers it
  record Traits(String name, boolean isRequired, boolean isSteady, Duration delay) {}

  /// A socket that is not dialled yet.
  ///
  /// @param taker takes what comes, waiting while there is no room
  Wire(
      Vendor vendor,
      Cluster cluster,
      Traits traits,
      MarketClock clock,
      Consumer<MarketEvent> taker) {
    this.traits = traits;
    this.clock = clock;
    this.taker = taker;
    this.stream = new Stream(vendor.settings(), cluster, vendor.patience(), vendor.client(), this);
  }

  /// What it streams.
  Stream stream() {
    return stream;
  }

  /// Says between which instants something is bound to come.
  void bound(Span hours) {
    bound = hours;
  }

  @Override
  public void event(MarketEvent event) {
    if (event instanceof Hole hole) {
      long now = clock.session().epochNanos();
      taker.accept(
          new Hole(now, now, hole.fromNanos(), hole.toNanos(), hole.reason(), hole.filled()));
      return;
    }
    heardNanos = System.nanoTime();
    if (!clock.isReached(event.epochNanos())) {
      reject(event);
      return;
    }
    clock.observe(event.epochNanos() + traits.delay().toNanos());
    taker.accept(event);
  }

  /// What the vendor dates into the future would hide all that comes until then.
  private void reject(MarketEvent event) {
    if (ahead.sum() == 0) {
      LOG.warn("{}: an event that is ahead of the market is left out: {}", traits.name(), event);
    }
    ahead.increment();
  }

  @Override
  public long epochNanos() {
    return clock.epochNanos();
  }

  @Override
  public boolean isTrading(long epochNanos) {
    return bound.contains(epochNanos);
  }

  /// How it is doing.
  FeedState state() {
    StreamStatus status = stream.status();
    String stale = stale(status);
    boolean isStale = !stale.isEmpty();
    return new FeedState(
        traits.name(),
        isStale ? State.STALE : state(status.state()),
        isStale ? stale : detail(status),
        traits.isRequired(),
        status.lineAgeNanos(),
        lag(status),
        status.channels(),
        status.silentChannels().size(),
        (int) status.attempts(),
        status.waitingBytes(),
        status.stalls(),
        counts(status, ahead.sum()));
  }

  private static State state(StreamStatus.State state) {
    return switch (state) {
      case WAITING -> State.WAITING;
      case CONNECTING -> State.CONNECTING;
      case STREAMING -> State.STREAMING;
      case REFUSED -> State.REFUSED;
      case STOPPED -> State.CLOSED;
    };
  }

  /// Why what it gave is out of date, in plain words; empty where it is not.
  private String stale(StreamStatus status) {
    if (status.state() != StreamStatus.State.STREAMING) {
      return "";
    }
    boolean isBound = isTrading(clock.session().epochNanos());
    long most = isBound ? STALE_NANOS : QUIET_STALE_NANOS;
    if (status.lineAgeNanos() > most) {
      return "the line does not answer, for " + seconds(status.lineAgeNanos());
    }
    long age = System.nanoTime() - heardNanos;
    boolean isDue = traits.isSteady() && isBound && status.channels() > 0;
    return isDue && age > most ? "nothing came for " + seconds(age) : "";
  }

  private static String seconds(long nanos) {
    return nanos / SECOND_NANOS + " s";
  }

  private static String detail(StreamStatus status) {
    int silent = status.silentChannels().size();
    if (status.state() != StreamStatus.State.STREAMING || silent == 0) {
      return status.detail();
    }
    String said = status.refusal().isEmpty() ? "" : ": " + status.refusal();
    return "the vendor did not acknowledge " + silent + " channels" + said;
  }

  private long lag(StreamStatus status) {
    long lag = status.delayNanos();
    return lag < 0 ? lag : Math.max(0, lag - traits.delay().toNanos());
  }

  private static Counts counts(StreamStatus status, long ahead) {
    return new Counts(
        status.connections(),
        status.losses(),
        status.holes(),
        status.filled(),
        status.fetching(),
        status.events() - status.fetched() - status.late(),
        status.fetched(),
        status.duplicates(),
        status.late(),
        status.refusals(),
        ahead + status.rejected().values().stream().mapToLong(Rejects.Tally::count).sum());
  }

  @Override
  public void close() {
    stream.close();
  }
}
