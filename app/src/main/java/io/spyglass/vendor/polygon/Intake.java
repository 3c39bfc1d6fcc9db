package io.spyglass.vendor.polygon;

import io.spyglass.model.Bar;
import io.spyglass.model.Hole;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a stream hands on: each print once, holes told of and filled. Owned by the stream's thread,
/// but the counts of [#counts] are for any.
final class Intake implements Dialog.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /// Some minutes of a busy expiry, a quarter of an hour of a quiet one.
  private static final int REMEMBERED = 1 << 17;

  private static final long SECOND_NANOS = 1_000_000_000L;

  /// How long the acknowledgements of channels that were lost together are gathered.
  private static final long GATHER_NANOS = SECOND_NANOS;

  private final StreamHost host;
  private final Backfill backfill;
  private final long settleNanos;
  private final Recent recent = new Recent(REMEMBERED);
  private final Missing missing = new Missing();
  private final EventTime time = new EventTime();
  private final Words words = new Words();
  private final Decoder decoder;
  private final Counts counts = new Counts();

  /// Since when channels are heard again whose gap has no end yet, by [System#nanoTime].
  private long firstHeardNanos;

  private long lastHeardNanos;

  /// The first event behind the loss; [MarketEvent#ABSENT] before it.
  private long resumedNanos = MarketEvent.ABSENT;

  private long listensSinceNanos;

  /// What is counted, for any thread to read.
  static final class Counts {
    final LongAdder events = new LongAdder();
    final LongAdder fetched = new LongAdder();
    final LongAdder duplicates = new LongAdder();
    final LongAdder late = new LongAdder();
    final LongAdder holes = new LongAdder();
    final LongAdder filled = new LongAdder();
    final LongAdder refusals = new LongAdder();
    volatile String refusal = "";
    volatile long ignored;
    volatile long latestNanos = MarketEvent.ABSENT;
    volatile long receivedNanos = MarketEvent.ABSENT;
  }

  /// @param settle how long behind a loss nothing may come until the clock says where it ends
  /// @param decoder makes the decoder of a sink
  Intake(
      StreamHost host,
      Backfill backfill,
      Duration settle,
      Function<Decoder.Sink, Decoder> decoder) {
    this.host = host;
    this.backfill = backfill;
    this.settleNanos = settle.toNanos();
    this.decoder = decoder.apply(words);
    this.listensSinceNanos = host.epochNanos();
  }

  private final class Words implements Decoder.Sink {
    private BiConsumer<String, String> ear = (_, _) -> {};
    private Consumer<String> channel = _ -> {};
    private boolean hasEvents;

    @Override
    public void event(MarketEvent event) {
      hasEvents = true;
      if (missing.isAny()) {
        channel.accept(channel(event));
      }
      take(event);
    }

    @Override
    public void status(String status, String message) {
      ear.accept(status, message);
    }
  }

  /// Hands on what a frame holds.
  ///
  /// @param ear hears the vendor's statuses
  /// @param channel hears whose events come, as long as there are channels that are not heard
  /// @return whether it held anything of the market
  boolean decode(Signal.Frame frame, BiConsumer<String, String> ear, Consumer<String> channel) {
    words.ear = ear;
    words.channel = channel;
    words.hasEvents = false;
    decoder.decode(frame.text(), 0, frame.text().length, frame.receivedNanos());
    counts.ignored = decoder.ignored();
    counts.latestNanos = time.latestNanos();
    counts.receivedNanos = frame.receivedNanos();
    return words.hasEvents;
  }

  /// The channel that an event comes by.
  private static String channel(MarketEvent event) {
    return switch (event) {
      case Trade trade -> "T." + trade.instrument().ticker();
      case Quote quote -> "Q." + quote.instrument().ticker();
      case IndexValue value -> "V." + value.index().ticker();
      case Bar bar -> (bar.seconds() < 60 ? "A." : "AM.") + bar.instrument().ticker();
      default -> "";
    };
  }

  private void take(MarketEvent event) {
    boolean isKnown = !recent.add(event);
    if (isKnown && !isBetterBar(event)) {
      counts.duplicates.increment();
      return;
    }
    if (time.isLate(event.epochNanos())) {
      counts.late.increment();
    }
    if (time.advance(event) && resumedNanos == MarketEvent.ABSENT) {
      resumedNanos = event.epochNanos();
    }
    counts.events.increment();
    host.event(event);
  }

  /// A bar of a stock is sent again once it is complete. One of an option counts as a print of its
  /// volume, so that it must not come twice.
  private static boolean isBetterBar(MarketEvent event) {
    return event instanceof Bar bar && !(bar.instrument() instanceof OptionContract);
  }

  /// These channels are wanted from now on, and no others.
  void want(Set<String> channels) {
    missing.want(channels, time.nowNanos(host.epochNanos()));
  }

  /// The connection is lost: what comes from the last event on is missing.
  void lost(String why) {
    missing.lost(time.isKnown() ? time.latestNanos() : listensSinceNanos, why);
  }

  @Override
  public void overdue(String channel) {
    missing.overdue(channel);
  }

  @Override
  public void refused(String words) {
    counts.refusals.increment();
    if (!words.equals(counts.refusal)) {
      counts.refusal = words;
      LOG.warn("The vendor refuses a channel: {}", words);
    }
  }

  @Override
  public void heard(String channel) {
    boolean wasOver = missing.isOver();
    if (missing.heard(channel)) {
      lastHeardNanos = System.nanoTime();
      resumedNanos = MarketEvent.ABSENT;
      firstHeardNanos = wasOver ? firstHeardNanos : lastHeardNanos;
      listensSinceNanos = time.isKnown() ? listensSinceNanos : host.epochNanos();
    }
  }

  /// Tells of what was missing and no longer is, once it is known where that ends: with the first
  /// event behind it, or where none comes, by the clock.
  ///
  /// @param isSettled whether no other channel is about to be acknowledged
  void tick(boolean isSettled) {
    if (!missing.isOver()) {
      return;
    }
    long now = System.nanoTime();
    boolean isGathered = isSettled || now - firstHeardNanos >= GATHER_NANOS;
    boolean isResumed = resumedNanos != MarketEvent.ABSENT;
    if (isGathered && (isResumed || now - lastHeardNanos >= settleNanos)) {
      long to = isResumed ? resumedNanos : time.nowNanos(host.epochNanos());
      open(missing.gaps(to));
    }
  }

  private void open(List<Gap> gaps) {
    for (Gap gap : gaps) {
      counts.holes.increment();
      tell(gap, false);
      backfill.add(gap);
    }
  }

  private void tell(Gap gap, boolean isFilled) {
    long now = host.epochNanos();
    host.event(new Hole(now, now, gap.fromNanos(), gap.toNanos(), gap.reason(), isFilled));
  }

  /// The stream ends.
  void end() {
    for (Gap gap : missing.end(time.nowNanos(host.epochNanos()))) {
      counts.holes.increment();
      tell(gap, false);
    }
  }

  /// Takes what of a gap had not come.
  void accept(Signal.Fetched found) {
    for (MarketEvent event : found.events()) {
      if (isMissed(event, found.gap())) {
        boolean _ = recent.add(event);
        counts.fetched.increment();
        counts.events.increment();
        host.event(event);
      }
    }
    backfill.taken();
  }

  /// Whether something fetched belongs to a gap and did not come, as far as can be told: behind the
  /// gap the socket delivers too, so that what cannot be told there did come.
  private boolean isMissed(MarketEvent event, Gap gap) {
    long at = event.epochNanos();
    boolean isInside = at >= gap.fromNanos() && at <= gap.toNanos();
    boolean isNear = event instanceof Trade && at <= gap.toNanos() + Backfill.MARGIN_NANOS;
    return (isInside || (isNear && at > recent.forgottenNanos())) && !recent.contains(event);
  }

  /// All of a gap was fetched.
  void accept(Signal.Filled filled) {
    counts.filled.increment();
    tell(filled.gap(), true);
  }

  Counts counts() {
    return counts;
  }
}
