package io.spyglass.monitor;

import io.spyglass.model.Hole;
import io.spyglass.monitor.Wishes.Wish;
import io.spyglass.session.Outage;
import io.spyglass.vendor.polygon.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that the options' prints of a whole day are captured: the socket streams what is
/// wanted, and what the capture lacks besides is fetched, each print once.
///
/// - What the journal's session wanted goes on, and the holes that the journal lacks are fetched
///   for it, with those between the journal and this start.
/// - Where that wanted nothing, the first contracts lack everything since the day's opening, and
///   the holes of the journal lie within that.
/// - Whatever comes into view later is a hole of its own, which the stream tells of.
///
/// Threads: one virtual thread does it in order, another reads the journal; every method is for any
/// thread and returns at once.
final class Coverage implements AutoCloseable {
  /// The reason of what is missing from a start to the first event.
  static final String CONNECTING = "it was connecting";

  private static final long MILLI_NANOS = 1_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(Coverage.class);

  private final Stream stream;
  private final Capture capture;
  private final MarketClock clock;
  private final long openingNanos;
  private final ExecutorService thread = ofOne("tap");
  private final ExecutorService reading = ofOne("tap-holes");
  private final List<Hole> pending = new ArrayList<>();
  private Set<String> first = Set.of();

  /// @param stream of the options, not started yet
  /// @param capture which is live once anything is wanted
  Coverage(Stream stream, Capture capture, MarketClock clock, long openingNanos) {
    this.stream = stream;
    this.capture = capture;
    this.clock = clock;
    this.openingNanos = openingNanos;
  }

  private static ExecutorService ofOne(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
  }

  /// Goes on where the journal ends. Called first, before the capture is live: what it lacks ends
  /// no sooner than where the stream begins.
  ///
  /// @param asked the channels that an earlier run has asked for
  void resume(Set<String> asked) {
    long now = now();
    run(
        thread,
        () -> {
          capture.recovered().unfilled().forEach(this::keep);
          if (!asked.isEmpty()) {
            begin(asked, now);
          }
        });
  }

  /// Streams what is wanted from now on.
  void follow(Wish wish) {
    run(thread, () -> wanted(wish));
  }

  /// Fetches what is missing between the journal and this start.
  void missed(Hole hole) {
    run(
        thread,
        () -> {
          keep(hole);
          if (!first.isEmpty()) {
            fetch();
          }
        });
  }

  private void keep(Hole hole) {
    if (hole.lacksPrints()) {
      pending.add(hole);
    }
  }

  private void wanted(Wish wish) {
    long now = now();
    boolean isLate = wish.isLate() && now > openingNanos;
    if (first.isEmpty()) {
      if (isLate) {
        Hole hole = new Hole(now, now, openingNanos, now, wish.why(), false);
        boolean _ = capture.offer(hole);
        keep(hole);
      }
      begin(wish.channels(), now);
    } else if (isLate) {
      stream.want(wish.channels(), openingNanos, wish.why());
    } else {
      stream.want(wish.channels());
    }
  }

  /// Behind all that the journal has: this machine's clock may be behind the vendor's, whose
  /// sockets cut its times off to milliseconds.
  private long now() {
    long latest = capture.recovered().latestNanos();
    return Math.max(clock.session().epochNanos(), latest + MILLI_NANOS);
  }

  /// Begins to stream; the journal and what is fetched reach up to now.
  private void begin(Set<String> channels, long now) {
    first = channels;
    if (now > openingNanos) {
      stream.want(channels, now, CONNECTING);
    } else {
      stream.want(channels);
    }
    fetch();
  }

  private void fetch() {
    List<Hole> holes = List.copyOf(pending);
    Set<String> channels = first;
    pending.clear();
    if (!holes.isEmpty()) {
      run(reading, () -> fetch(holes, channels));
    }
  }

  private void fetch(List<Hole> holes, Set<String> channels) {
    try {
      stream.fetch(holes, channels, capture.had(around(holes)));
    } catch (Outage e) {
      LOG.error("{} holes stay open until the next start: {}", holes.size(), e.getMessage());
    }
  }

  /// From before the start of the first to the end of the last.
  private static Hole around(List<Hole> holes) {
    long beside = Stream.BESIDE.toNanos();
    long from = holes.stream().mapToLong(Hole::fromNanos).min().orElseThrow() - beside;
    long to = holes.stream().mapToLong(Hole::toNanos).max().orElseThrow();
    return new Hole(to, to, from, to, "", false);
  }

  private static void run(ExecutorService thread, Runnable errand) {
    try {
      thread.execute(() -> {
        try {
          errand.run();
        } catch (RuntimeException e) {
          LOG.error("What is wanted cannot be followed, by a fault of the software", e);
        }
      });
    } catch (RejectedExecutionException e) {
      LOG.debug("It is closed", e);
    }
  }

  /// Follows nothing any more.
  @Override
  public void close() {
    thread.shutdownNow();
    reading.shutdownNow();
  }
}
