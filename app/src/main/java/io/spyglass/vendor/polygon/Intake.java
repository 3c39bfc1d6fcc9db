package io.spyglass.vendor.polygon;

import io.spyglass.config.StreamingSettings;
import io.spyglass.model.Bar;
import io.spyglass.model.Hole;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Trade;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.polygon.Signal.OpenHole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a stream hands on: each print once, holes told of and filled. Owned by the stream's thread,
/// but [#status] is for any.
final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /// Some minutes of a busy expiry, a quarter of an hour of a quiet one.
  private static final int REMEMBERED = 1 << 17;

  private static final long SECOND_NANOS = 1_000_000_000L;

  /// How far a hole's history reaches beyond it on either end: the vendor delivers some prints
  /// late, and its clock is another.
  private static final long MARGIN_NANOS = 5 * SECOND_NANOS;

  /// How long before the end of a hole a print may still be missing in the vendor's history, or
  /// come by the socket too.
  private static final long OVERLAP_NANOS = 60 * SECOND_NANOS;

  private static final Comparator<Trade> ORDER =
      Comparator.comparingLong(Trade::epochNanos).thenComparingLong(Trade::sequence);

  private final StreamHost host;
  private final Inbox inbox;
  private final Duration settle;
  private final Rejects rejects = new Rejects();
  private final RecentPrints recent = new RecentPrints(REMEMBERED);
  private final Map<Instrument, long[]> lastBars = new HashMap<>();
  private final Words words = new Words();
  private final Decoder decoder = new Decoder(words, rejects);
  private long latestNanos = MarketEvent.ABSENT;
  private @Nullable String lostFor;
  private long lostNanos;

  /// Up to here the hole before is fetched, so that the next one begins behind it.
  private long holeEndNanos = MarketEvent.ABSENT;

  private long askedNanos;
  private final Map<String, Long> silentSince = new HashMap<>();
  private final LongAdder events = new LongAdder();
  private final LongAdder fetched = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder late = new LongAdder();
  private final LongAdder holes = new LongAdder();
  private final LongAdder filled = new LongAdder();

  Intake(StreamHost host, Inbox inbox, StreamingSettings settings) {
    this.host = host;
    this.inbox = inbox;
    this.settle = settings.settle();
  }

  private final class Words implements Decoder.Sink {
    private BiConsumer<String, String> ear = (_, _) -> {};

    @Override
    public void event(MarketEvent event) {
      take(event);
    }

    @Override
    public void status(String status, String message) {
      ear.accept(status, message);
    }
  }

  /// Hands on what a frame holds; statuses go to `ear`.
  void decode(Signal.Frame frame, BiConsumer<String, String> ear) {
    words.ear = ear;
    decoder.decode(frame.text(), 0, frame.text().length, frame.receivedNanos());
  }

  private void take(MarketEvent event) {
    boolean isNew =
        switch (event) {
          case Trade trade -> recent.add(trade);
          case Bar bar -> isNew(bar);
          default -> true;
        };
    if (!isNew) {
      duplicates.increment();
      return;
    }
    if (latestNanos != MarketEvent.ABSENT && event.epochNanos() < latestNanos - SECOND_NANOS) {
      late.increment();
    }
    // A time that is far ahead of the clock would hide every hole to come.
    if (event.epochNanos() <= event.receivedNanos() + OVERLAP_NANOS) {
      latestNanos = Math.max(latestNanos, event.epochNanos());
    }
    events.increment();
    host.event(event);
  }

  /// A bar of an option counts as a print of its volume, so that it must not come twice; others may
  /// be replaced by a better one.
  private boolean isNew(Bar bar) {
    if (!(bar.instrument() instanceof OptionContract)) {
      return true;
    }
    long[] last = lastBars.computeIfAbsent(bar.instrument(), _ -> new long[2]);
    int length = bar.seconds() >= 60 ? 1 : 0;
    if (bar.startNanos() <= last[length]) {
      return false;
    }
    last[length] = bar.startNanos();
    return true;
  }

  /// The connection is lost: what comes from the last event on is missing.
  void lost(String why) {
    if (lostFor == null && latestNanos != MarketEvent.ABSENT) {
      lostFor = why;
      lostNanos = Math.max(latestNanos, holeEndNanos);
    }
  }

  /// Channels are about to be asked for.
  void asks() {
    askedNanos = host.epochNanos();
  }

  /// What is heard from now on, and what the vendor never acknowledged: that is missing since the
  /// connection was lost or, if none was, since it was asked for.
  void listens(Set<String> heard, Set<String> silent) {
    long now = host.epochNanos();
    long since = lostFor == null ? askedNanos : lostNanos;
    silentSince.keySet().removeIf(each -> !heard.contains(each) && !silent.contains(each));
    Set<String> back = new TreeSet<>(silentSince.keySet());
    back.retainAll(heard);
    if (latestNanos == MarketEvent.ABSENT) {
      latestNanos = now; // From here on something can be missing, even before the first event.
    }
    OpenHole hole = hole(now);
    if (hole != null) {
      Set<String> others = new TreeSet<>(heard);
      others.removeAll(back);
      fetch(hole, instruments(others));
    }
    if (!back.isEmpty()) {
      long from = back.stream().mapToLong(silentSince::remove).min().orElseThrow();
      String why = "the vendor did not acknowledge " + back.size() + " channels";
      fetch(opened(from, now, why), instruments(back));
    }
    silent.forEach(channel -> silentSince.putIfAbsent(channel, since));
  }

  /// The stream ends.
  void end() {
    OpenHole _ = hole(host.epochNanos());
  }

  private @Nullable OpenHole hole(long toNanos) {
    String why = lostFor;
    lostFor = null;
    return why == null ? null : opened(lostNanos, toNanos, why);
  }

  private OpenHole opened(long fromNanos, long toNanos, String why) {
    OpenHole hole = new OpenHole(fromNanos, Math.max(fromNanos, toNanos), why);
    holeEndNanos = Math.max(holeEndNanos, hole.toNanos() + MARGIN_NANOS);
    holes.increment();
    tell(hole, false);
    return hole;
  }

  private void tell(OpenHole hole, boolean isFilled) {
    long now = host.epochNanos();
    host.event(new Hole(now, now, hole.fromNanos(), hole.toNanos(), hole.reason(), isFilled));
  }

  /// The instruments whose prints were wanted.
  static List<Instrument> instruments(Set<String> channels) {
    List<Instrument> instruments = new ArrayList<>();
    for (String channel : channels) {
      if (channel.startsWith("T.") && !channel.equals("T.*")) {
        instruments.add(Instrument.parse(channel.substring(2)));
      }
    }
    return instruments;
  }

  private void fetch(OpenHole hole, List<Instrument> instruments) {
    if (instruments.isEmpty()) {
      return;
    }
    Thread _ =
        Thread.ofVirtual()
            .name("polygon-history")
            .start(() -> {
              try {
                fetchTwice(hole, instruments);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /// Fetches the whole hole and, a little later, its end again; all of it for those instruments
  /// whose first try failed, of which nothing was handed on.
  private void fetchTwice(OpenHole hole, List<Instrument> instruments) throws InterruptedException {
    long from = hole.fromNanos() - MARGIN_NANOS;
    Set<Instrument> failed = new HashSet<>();
    inbox.put(fetched(hole, instruments, _ -> from, failed), null);
    Thread.sleep(settle);
    long end = Math.max(from, hole.toNanos() - OVERLAP_NANOS);
    Set<Instrument> whole = Set.copyOf(failed);
    failed.clear();
    Signal.Fetched last =
        fetched(hole, instruments, each -> whole.contains(each) ? from : end, failed);
    inbox.put(last.asLast(), null);
  }

  private Signal.Fetched fetched(
      OpenHole hole,
      List<Instrument> instruments,
      ToLongFunction<Instrument> fromNanos,
      Set<Instrument> failed)
      throws InterruptedException {
    List<Trade> trades = new ArrayList<>();
    String failure = "";
    for (Instrument instrument : instruments) {
      try {
        trades.addAll(host.trades(instrument, fromNanos.applyAsLong(instrument)));
      } catch (Outage | Refusal e) {
        failed.add(instrument);
        failure = String.valueOf(e.getMessage());
      }
    }
    trades.sort(ORDER);
    return new Signal.Fetched(hole, trades, failure, false);
  }

  /// Takes the prints of a hole that had not come.
  void accept(Signal.Fetched found) {
    OpenHole hole = found.hole();
    // Looked over before any is remembered: a long hole would push out what came by the socket.
    List<Trade> missed =
        found.trades().stream()
            .filter(trade -> trade.epochNanos() <= hole.toNanos() + MARGIN_NANOS)
            .filter(trade -> !recent.contains(trade))
            .toList();
    for (Trade trade : missed) {
      if (isAtAnEnd(trade.epochNanos(), hole)) {
        boolean _ = recent.add(trade);
      }
      fetched.increment();
      events.increment();
      host.event(trade);
    }
    if (!found.failure().isEmpty()) {
      LOG.warn("A hole is not filled: {}", found.failure());
    } else if (found.isLast()) {
      filled.increment();
      tell(found.hole(), true);
    }
  }

  /// Whether a print may come again: by the socket, or as part of another hole beside this one.
  private static boolean isAtAnEnd(long epochNanos, OpenHole hole) {
    return epochNanos >= hole.toNanos() - OVERLAP_NANOS
        || epochNanos <= hole.fromNanos() + OVERLAP_NANOS;
  }

  StreamStatus status(
      StreamStatus.State state, String detail, long connections, long losses, int silentChannels) {
    return new StreamStatus(
        state,
        detail,
        connections,
        losses,
        holes.sum(),
        filled.sum(),
        events.sum(),
        fetched.sum(),
        duplicates.sum(),
        late.sum(),
        decoder.ignored(),
        inbox.bytes(),
        inbox.stalls(),
        silentChannels,
        rejects.tallies());
  }
}
