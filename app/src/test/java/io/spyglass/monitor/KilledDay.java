package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.journal.Sequencer;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Trade;
import io.spyglass.session.Feed;
import io.spyglass.session.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// A live day of a seed, whose capture is killed: what truly happened, what was said to be handled,
/// and what its journal holds.
final class KilledDay implements AutoCloseable {
  private static final String FLAKY =
      "{\"drop_after_seconds\":60,\"silent_acks\":0.02,\"lost_acks\":0.02,\"rest_outages\":0.05,"
          + "\"rest_cut\":0.05}";
  private static final double SPEED = 30;

  final long seed;
  final LiveMarket live;
  private final Path folder;
  private final Random random;
  private final Set<String> handled = new HashSet<>();
  private final List<Long> kills = new ArrayList<>();

  KilledDay(Path parent, long seed) throws IOException {
    this.seed = seed;
    this.random = new Random(seed);
    this.folder = Files.createDirectory(parent.resolve("seed-" + seed));
    String begins = LocalTime.of(9, 31).plusMinutes(random.nextInt(20)).toString();
    this.live = new LiveMarket(folder, begins, "any-key").suffers(FLAKY).play(SPEED);
  }

  /// What a process needs to capture it.
  List<Object> arguments() {
    return List.of(live.simulator.restUrl(), live.simulator.socketUrl(), folder);
  }

  /// Whether it was not yet told that this was handled.
  synchronized boolean hear(String said) {
    return said.equals("open .") || handled.add(said);
  }

  /// Its process was killed; perhaps the machine stopped within a block that was half written.
  void killed() throws IOException {
    kills.add(live.clock.nowNanos());
    if (random.nextBoolean()) {
      byte[] torn = new byte[1 + random.nextInt(4000)];
      if (random.nextBoolean()) {
        random.nextBytes(torn);
      }
      Path file = CapturedDay.file(folder, LiveMarket.DATE);
      if (Files.exists(file)) {
        Files.write(file, torn, StandardOpenOption.APPEND);
      }
    }
  }

  void calm() {
    live.suffers("{}").play(2);
  }

  /// Whether something is in view and no hole is open.
  boolean isWhole() {
    return unfilled().isEmpty() && !seen().isEmpty();
  }

  /// What truly happened until now in what was ever in view.
  Set<String> truth() throws InterruptedException {
    return live.truth(seen(), live.clock.nowNanos());
  }

  /// Which of these prints its journal lacks.
  Set<String> lacking(Set<String> wanted) {
    return without(wanted, prints());
  }

  /// Holds that its journal has what truly happened and what was handled, each once, and that its
  /// holes tell of true outages.
  String proven() throws InterruptedException {
    List<String> prints = prints();
    assertThat(prints).as("prints of seed %d", seed).isNotEmpty().doesNotHaveDuplicates();
    assertThat(without(prints, truth())).as("what never happened, seed %d", seed).isEmpty();
    List<String> keys =
        recorded(Trade.class).stream().map(each -> "print " + Capturing.key(each) + " .").toList();
    assertThat(handled).as("what was handled, seed %d", seed).isNotEmpty();
    assertThat(without(handled, keys)).as("handled and lost, seed %d", seed).isEmpty();
    List<Hole> restarts =
        recorded(Hole.class).stream()
            .filter(each -> each.reason().equals(Sequencer.RESTART))
            .toList();
    assertThat(restarts).as("holes of restarts, seed %d", seed).allMatch(this::spansAKill);
    return "Seed %d: %d kills, %d prints, %d of them told as handled, %d holes of restarts"
        .formatted(seed, kills.size(), prints.size(), handled.size(), restarts.size());
  }

  private static Set<String> without(Iterable<String> these, Iterable<String> those) {
    Set<String> rest = new TreeSet<>();
    these.forEach(rest::add);
    those.forEach(rest::remove);
    return rest;
  }

  private boolean spansAKill(Hole hole) {
    return kills.stream().anyMatch(at -> hole.fromNanos() <= at && at <= hole.toNanos());
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

  private List<Hole> unfilled() {
    HoleBook book = new HoleBook();
    holes().forEach(book::hole);
    return book.unfilled(Long.MAX_VALUE);
  }

  /// The holes that lack prints, as they were told one after the other.
  List<Hole> holes() {
    return recorded(Hole.class).stream().filter(Hole::lacksPrints).toList();
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

  @Override
  public void close() {
    live.close();
  }
}
