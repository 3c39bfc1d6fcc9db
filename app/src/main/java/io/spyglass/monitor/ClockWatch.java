package io.spyglass.monitor;

import io.spyglass.net.Refusal;
import io.spyglass.session.FeedState;
import io.spyglass.session.Outage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the market's clock hear the vendor's: each minute, soon behind a leap of either hand, and
/// each second of this machine's steady time while the vendor's is followed, at whatever speed that
/// runs. Threads: a virtual one of its own.
final class ClockWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long FOLLOWED_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long TRUSTED_NANOS = Duration.ofMinutes(1).toNanos();

  /// How long an answer may take to be of now.
  private static final long ANSWER_NANOS = Duration.ofSeconds(10).toNanos();

  private final Market market;
  private final MarketClock clock;
  private final Rounds rounds;
  private volatile boolean isHeard;
  private volatile long heardNanos;
  private volatile long steadyNanos;

  ClockWatch(Market market, MarketClock clock) {
    this.market = market;
    this.clock = clock;
    this.rounds = new Rounds("clock", clock);
    rounds.every(LOOK, "the vendor's time", this::look);
    clock.asking(this::ask);
  }

  /// Hears the vendor once, on this thread, and from then on by itself. Where the vendor does not
  /// answer, this machine's clock serves meanwhile.
  void start() throws InterruptedException {
    try {
      hear();
    } catch (Outage | Refusal e) {
      LOG.warn("The vendor does not tell its time, this machine's serves: {}", e.getMessage());
    }
    rounds.start();
  }

  /// Hears the vendor now where it never was: what a day begins with is no guess.
  ///
  /// @throws Outage where it is out of reach
  void require() throws InterruptedException {
    if (!isHeard) {
      hear();
    }
  }

  /// Why the vendor refuses the key, null where it does not.
  @Nullable String refusal() {
    FeedState state = rounds.state(0);
    return state.state() == FeedState.State.REFUSED ? state.detail() : null;
  }

  private void look() throws InterruptedException {
    long steady = System.nanoTime() - steadyNanos;
    long passed = Math.max(Math.abs(clock.epochNanos() - heardNanos), steady);
    boolean isDue =
        clock.isFollowing()
            ? steady >= FOLLOWED_NANOS
            : passed >= TRUSTED_NANOS || clock.isInDoubt();
    if (isDue) {
      hear();
    }
  }

  /// Hears the vendor at once, unless it was heard a moment ago by a clock that is trusted. Where
  /// that fails, the rounds will tell of it.
  private void ask() {
    if (!clock.isFollowing() && System.nanoTime() - steadyNanos < FOLLOWED_NANOS) {
      return;
    }
    try {
      hear();
    } catch (Outage | Refusal e) {
      LOG.debug("The vendor does not tell its time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes the vendor's answer, unless this machine slept or its clock was set meanwhile: then it
  /// is of another time, and asked for anew at the next look.
  private synchronized void hear() throws InterruptedException {
    long askedNanos = clock.wallNanos();
    long vendorNanos;
    try {
      vendorNanos = market.epochNanos();
    } catch (Outage | Refusal e) {
      clock.unheard();
      throw e;
    }
    long answeredNanos = clock.wallNanos();
    if (Math.abs(answeredNanos - askedNanos) > ANSWER_NANOS) {
      throw new Outage("the vendor took too long to tell its time", null);
    }
    clock.hear(vendorNanos, answeredNanos);
    isHeard = true;
    heardNanos = clock.epochNanos();
    steadyNanos = System.nanoTime();
  }

  @Override
  public void close() {
    rounds.close();
  }
}
