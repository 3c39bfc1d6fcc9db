package io.spyglass.vendor.polygon;

import io.spyglass.model.Bar;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.vendor.polygon.EventTime.Mark;
import io.spyglass.vendor.polygon.Missing.Opened;
import io.spyglass.vendor.polygon.Signal.Want.Since;
import java.time.Duration;
import java.util.LinkedHashSet;
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
  private static final int REMEMBERED = 1 << 18;

  /// How much of the vendor's words is kept.
  private static final int MOST_WORDS = 200;

  /// How long the acknowledgements of channels that were lost together are gathered.
  private static final long GATHER_NANOS = 1_000_000_000L;

  private final StreamHost host;
  private final Backfill backfill;
  private final Witnesses witnesses;
  private final long settleNanos;
  private final Recent recent = new Recent(REMEMBERED);
  private final Refill refill = new Refill(recent);
  private final Missing missing = new Missing();
  private final EventTime time;
  private final Words words = new Words();
  private final Decoder decoder;
  private final Counts counts = new Counts();
  private final Set<Opened> estimates = new LinkedHashSet<>();
  private Mark listens;

  /// Since when there are stretches that are over and have no end yet, by [System#nanoTime].
  private long firstOverNanos;

  private long lastOverNanos;

  /// The first event behind the last such stretch; [MarketEvent#ABSENT] before it.
  private long resumedNanos = MarketEvent.ABSENT;

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
    volatile int missing;
    volatile long ignored;
    volatile long latestNanos = MarketEvent.ABSENT;
    volatile long receivedNanos = MarketEvent.ABSENT;
    volatile long delayNanos = MarketEvent.ABSENT;
  }

  /// @param settle how long behind a loss nothing may come until the clock says where it ends
  /// @param decoder makes the decoder of a sink
  Intake(
      StreamHost host,
      Backfill backfill,
      Witnesses witnesses,
      Duration settle,
      Function<Decoder.Sink, Decoder> decoder) {
    this.host = host;
    this.backfill = backfill;
    this.witnesses = witnesses;
    this.settleNanos = settle.toNanos();
    this.decoder = decoder.apply(words);
    this.time = new EventTime(host.epochNanos());
    this.listens = time.mark();
  }

  /// Takes what a frame holds.
  private final class Words implements Decoder.Sink {
    private BiConsumer<String, String> ear = (_, _) -> {};
    private Consumer<String> channel = _ -> {};
    private boolean hasEvents;

    @Override
    public void event(MarketEvent event) {
      hasEvents = true;
      if (missing.isAny()) {
        channel.accept(History.channel(event));
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
    look();
    decoder.decode(frame.text(), 0, frame.text().length, frame.receivedNanos());
    counts.ignored = decoder.ignored();
    counts.latestNanos = time.latestNanos();
    counts.delayNanos = time.delayNanos();
    counts.receivedNanos = frame.receivedNanos();
    return words.hasEvents;
  }

  private void look() {
    time.look(System.nanoTime(), host.epochNanos());
  }

  /// What time it is by the vendor's clock, as well as it is known.
  long nowNanos() {
    look();
    return time.nowNanos();
  }

  private void take(MarketEvent event) {
    if (time.advance(event.epochNanos()) && resumedNanos == MarketEvent.ABSENT) {
      resumedNanos = event.epochNanos();
    }
    if (recent.has(event) && !isBetterBar(event)) {
      counts.duplicates.increment();
      return;
    }
    if (time.isLate(event.epochNanos())) {
      counts.late.increment();
    }
    counts.events.increment();
    host.event(event);
    boolean _ = recent.add(event, time.nowNanos());
    witnesses.keep(event, time.latestNanos());
  }

  /// A bar of a stock is sent again once it is complete. One of an option counts as a print of its
  /// volume, so that it must not come twice.
  private static boolean isBetterBar(MarketEvent event) {
    return event instanceof Bar bar && !(bar.instrument() instanceof OptionContract);
  }

  /// These channels are wanted from now on, and no others. What is missing of them already is told
  /// at once.
  void accept(Signal.Want want) {
    look();
    boolean wasOver = missing.isOver();
    int before = missing.changes();
    Since since = want.since();
    if (since == null) {
      missing.want(want.channels(), time.mark());
    } else if (missing.want(want.channels(), Mark.at(since.epochNanos()), since.why())) {
      recent.forget(since.epochNanos());
      tellOpen(since.epochNanos(), since.why());
    }
    noteOver(wasOver, before);
  }

  /// The connection is lost: what comes from the last event on is missing. That is told at once,
  /// and again when it is known up to when.
  void lost(String why) {
    look();
    resumedNanos = MarketEvent.ABSENT;
    Mark latest = time.isKnown() ? time.mark() : listens;
    tell(missing.lost(latest, cut(why), time));
    counts.missing = missing.count();
  }

  private void tell(Set<Opened> opened) {
    for (Opened each : opened) {
      tellOpen(each.fromNanos(), each.why());
      if (each.isEstimated()) {
        estimates.add(each);
      }
    }
  }

  /// Takes back what was told of a start that no event had told, once all of it was told anew.
  private void withdraw() {
    if (!missing.isAny()) {
      estimates.forEach(each -> tell(ofNoLength(each.fromNanos(), each.why()), true));
      estimates.clear();
    }
  }

  private void tellOpen(long fromNanos, String why) {
    tell(ofNoLength(fromNanos, why), false);
  }

  private static Hole ofNoLength(long fromNanos, String why) {
    return new Gap(fromNanos, fromNanos, true, why, Set.of()).hole();
  }

  private static String cut(String words) {
    return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + "…";
  }

  @Override
  public void overdue(Set<String> channels) {
    look();
    tell(missing.overdue(channels, time));
  }

  @Override
  public void refused(String message) {
    counts.refusals.increment();
    if (counts.refusal.isEmpty()) {
      LOG.warn("The vendor refuses a channel: {}", cut(message));
    }
    counts.refusal = cut(message);
  }

  @Override
  public void heard(String channel) {
    boolean wasOver = missing.isOver();
    int before = missing.changes();
    boolean isFirst = missing.heard(channel);
    noteOver(wasOver, before);
    if (isFirst && !time.isKnown()) {
      listens = time.mark();
    }
  }

  private void noteOver(boolean wasOver, int changesBefore) {
    counts.missing = missing.count();
    if (missing.changes() > changesBefore) {
      lastOverNanos = System.nanoTime();
      firstOverNanos = wasOver ? firstOverNanos : lastOverNanos;
      resumedNanos = MarketEvent.ABSENT;
    }
  }

  /// Tells of what was missing and no longer is, once it is known where that ends: with the first
  /// event behind it or, where none comes, by the clock: soon where that can be relied on, else
  /// once nothing has come for so long that nothing is to be expected, as behind the close.
  ///
  /// @param isSettled whether no other channel is about to be acknowledged
  void tick(boolean isSettled) {
    if (!missing.isOver()) {
      return;
    }
    look();
    long now = System.nanoTime();
    boolean isResumed = resumedNanos != MarketEvent.ABSENT;
    if (!isSettled && now - firstOverNanos < GATHER_NANOS) {
      return;
    }
    if (isResumed) {
      open(missing.gaps(time, resumedNanos, false));
    } else if (now - lastOverNanos >= (time.isSure() ? 1 : BackfillJob.QUIET_WAITS) * settleNanos) {
      open(missing.gaps(time, time.mostNanos(), true));
    }
  }

  private void open(List<Gap> gaps) {
    for (Gap gap : gaps) {
      counts.holes.increment();
      tell(gap.hole(), false);
      backfill.add(gap);
    }
    withdraw();
    counts.missing = missing.count();
  }

  private void tell(Hole hole, boolean isFilled) {
    long now = host.epochNanos();
    host.event(new Hole(now, now, hole.fromNanos(), hole.toNanos(), hole.reason(), isFilled));
  }

  /// The stream ends.
  void end() {
    look();
    for (Gap gap : missing.end(time)) {
      counts.holes.increment();
      tell(gap.hole(), false);
    }
    withdraw();
  }

  /// Holes of an earlier run are to be filled.
  void accept(Signal.Fetch fetch) {
    Arrears arrears = fetch.arrears();
    counts.holes.add(arrears.holes().size());
    if (refill.begin(arrears)) {
      backfill.add(arrears.gap());
    }
  }

  /// Takes what of a gap had not come.
  void accept(Signal.Fetched found) {
    boolean isTaken = false;
    try {
      found.events().forEach(event -> take(event, found.gap()));
      isTaken = true;
    } finally {
      backfill.taken(isTaken);
    }
  }

  private void take(MarketEvent event, Gap gap) {
    if (refill.take(event, gap, time.nowNanos())) {
      counts.fetched.increment();
      counts.events.increment();
      host.event(event);
    }
  }

  /// Nothing more of a gap is fetched.
  void accept(Signal.Done done) {
    List<Hole> holes = refill.end(done.gap());
    if (done.isFilled()) {
      counts.filled.add(holes.size());
      holes.forEach(hole -> tell(hole, true));
    }
  }

  Counts counts() {
    return counts;
  }
}
