package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.journal.Child;
import io.spyglass.journal.Sequencer;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Trade;
import io.spyglass.session.Feed;
import io.spyglass.session.Output;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A process that captures a live day in front of a vendor that drops its lines, killed at any
/// instant, again and again: the journal has what truly happened, print for print.
///
/// `-Dspyglass.kill.seeds=N` tries N seeds, from `-Dspyglass.kill.first=N` on.
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CaptureKillTest {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(100).toNanos();
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final double SPEED = 30;
  private static final String FLAKY =
      "{\"drop_after_seconds\":60,\"silent_acks\":0.02,\"lost_acks\":0.02,\"rest_outages\":0.05,"
          + "\"rest_cut\":0.05}";

  @TempDir Path folder;
  private final Set<String> handled = new HashSet<>();
  private final List<Long> kills = new ArrayList<>();

  static LongStream seeds() {
    long first = Long.getLong("spyglass.kill.first", 1);
    return LongStream.range(first, first + Long.getLong("spyglass.kill.seeds", 2));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsLostAndNothingComesTwice(long seed) throws Exception {
    Random random = new Random(seed);
    try (LiveMarket live = new LiveMarket(folder, "09:40", "any-key").suffers(FLAKY)) {
      live.play(SPEED);
      int most = 2 + random.nextInt(3);
      for (int kill = 0; kill < most; kill++) {
        killed(live, random.nextInt(150));
        if (random.nextBoolean()) {
          tear(random);
        }
      }
      drained(live);

      List<String> prints = prints();
      Set<String> truth = live.truth(seen(), live.clock.nowNanos());
      assertThat(prints).doesNotHaveDuplicates().isSubsetOf(truth);
      assertThat(handled).isNotEmpty().isSubsetOf(keys());
      assertThat(holes(Sequencer.RESTART)).allMatch(this::spansAKill);
    }
  }

  private boolean spansAKill(Hole hole) {
    return kills.stream().anyMatch(at -> hole.fromNanos() <= at && at <= hole.toNanos());
  }

  private Process start(LiveMarket live) throws IOException {
    String rest = live.simulator.restUrl();
    return Child.start(Capturing.class, rest, live.simulator.socketUrl(), folder);
  }

  /// A life that ends behind so many prints that no life before has handled.
  private void killed(LiveMarket live, int prints) throws Exception {
    Process child = start(live);
    try (BufferedReader lines = child.inputReader()) {
      int fresh = -1;
      while (fresh < prints) {
        String line = lines.readLine();
        assertThat(line).as("the process ended by itself").isNotNull();
        fresh += hear(line) ? 1 : 0;
      }
      kills.add(live.clock.nowNanos());
      assertThat(child.toHandle().destroyForcibly()).isTrue();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        boolean _ = hear(line);
      }
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor()).isEqualTo(128 + 9);
  }

  /// Whether a line tells of anything new. The last one may be cut.
  private boolean hear(String line) {
    return line.endsWith(" .") && (line.startsWith("open") || handled.add(line));
  }

  /// Leaves a block behind that was half written when the machine stopped.
  private void tear(Random random) throws IOException {
    byte[] torn = new byte[1 + random.nextInt(4000)];
    if (random.nextBoolean()) {
      random.nextBytes(torn);
    }
    Path file = CapturedDay.file(folder, LiveMarket.DATE);
    if (Files.exists(file)) {
      Files.write(file, torn, StandardOpenOption.APPEND);
    }
  }

  /// The last life, which goes on until no hole is open and the journal has all that happened until
  /// then in what was in view.
  private void drained(LiveMarket live) throws Exception {
    Process child = start(live);
    Thread reader = Thread.ofVirtual().start(() -> listen(child));
    try {
      live.suffers("{}").play(2);
      await(live, child, () -> unfilled().isEmpty() && !seen().isEmpty());
      Set<String> truth = live.truth(seen(), live.clock.nowNanos());
      await(live, child, () -> new HashSet<>(prints()).containsAll(truth));
    } finally {
      child.getOutputStream().close();
      assertThat(child.waitFor()).isZero();
      reader.join();
    }
  }

  private void await(LiveMarket live, Process child, BooleanSupplier what)
      throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!what.getAsBoolean()) {
      if (System.nanoTime() > until || !child.isAlive()) {
        throw new AssertionError("it did not come to that, with holes " + unfilled());
      }
      boolean _ = live.clock.await(live.clock.nowNanos() + SECOND_NANOS, 1, TimeUnit.SECONDS);
    }
  }

  private void listen(Process child) {
    try (BufferedReader lines = child.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        boolean _ = hear(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CapturedDay captured() {
    return CapturedDay.find(folder, LiveMarket.DATE, TradingCalendar.standard()).orElseThrow();
  }

  private <E extends MarketEvent> List<E> recorded(Class<E> kind) {
    return captured()
        .read(feed -> {
          List<E> events = new ArrayList<>();
          for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
            if (kind.isInstance(event)) {
              events.add(kind.cast(event));
            }
          }
          return events;
        });
  }

  private List<String> prints() {
    return recorded(Trade.class).stream().map(LiveMarket::spelled).toList();
  }

  private Set<String> keys() {
    return recorded(Trade.class).stream()
        .map(trade -> "print " + Capturing.key(trade) + " .")
        .collect(Collectors.toSet());
  }

  private List<Hole> holes(String reason) {
    return recorded(Hole.class).stream().filter(hole -> hole.reason().equals(reason)).toList();
  }

  /// The holes that lack prints.
  private List<Hole> unfilled() {
    HoleBook book = new HoleBook();
    recorded(Hole.class).stream()
        .filter(hole -> !hole.reason().startsWith(Tap.INDEX_VALUES))
        .forEach(book::hole);
    return book.unfilled(Long.MAX_VALUE);
  }

  /// What was ever in view.
  private Set<OptionContract> seen() {
    Set<OptionContract> seen = new HashSet<>();
    Day day = captured().day();
    try (Feed feed = day.feed()) {
      day.session(
              new Output() {
                @Override
                public void view(ExpiryFlow expiry) {
                  for (ContractFlow each : expiry.inView()) {
                    seen.add(each.contract());
                  }
                }
              })
          .run(feed);
    }
    return seen;
  }
}
