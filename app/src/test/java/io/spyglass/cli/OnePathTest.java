package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.FlowRules;
import io.spyglass.journal.Clock;
import io.spyglass.journal.Journal;
import io.spyglass.journal.JournalFeed;
import io.spyglass.journal.Sequencer;
import io.spyglass.lake.Completeness;
import io.spyglass.lake.DayWriter;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Bar;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.monitor.Day;
import io.spyglass.server.FlowBoard;
import io.spyglass.server.Mode;
import io.spyglass.session.FactLog;
import io.spyglass.session.Feed;
import io.spyglass.session.Output;
import io.spyglass.session.TickingFeed;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedDay;
import io.spyglass.simulator.SimulatedMarket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever way a day takes to the session, the session says the same of it.
@Timeout(300)
class OnePathTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  private static final Underlying SPX = new Underlying("SPX");
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final SimulatedDay SIMULATED = SimulatedMarket.of(1, CALENDAR).day(DATE);
  private static final long OPEN = CALENDAR.day(DATE).regular().fromNanos();
  private static final long MINUTE = 60_000_000_000L;

  @TempDir private Path folder;

  /// The first minutes of the day in the contracts near the money that expire on it.
  private static Selection selection() {
    double spot = SIMULATED.spot(SPX, OPEN);
    Set<OptionContract> near =
        SIMULATED.listings(SPX).stream()
            .map(listing -> listing.contract())
            .filter(contract -> contract.expiry().equals(DATE))
            .filter(contract -> Math.abs(contract.strike() - spot) < 40)
            .collect(Collectors.toSet());
    return Selection.of(SPX).only(near).between(Long.MIN_VALUE, OPEN + 12 * MINUTE);
  }

  private static Day day(Supplier<Feed> feeds) {
    return new Day(DATE, SPX, CALENDAR, FlowRules.standard(SPX), feeds);
  }

  private static List<String> facts(Feed feed) {
    List<String> facts = new ArrayList<>();
    day(() -> feed).session(new FactLog(facts::add)).run(feed);
    return facts;
  }

  @Test
  void aDayThatCameThroughThreadsIsReplayedFromItsJournalFactForFact() throws Exception {
    Path file = Journal.file(folder, DATE, "SPX");
    List<List<MarketEvent>> parts = dealt(events(), 4);
    List<String> live = new ArrayList<>();
    try (Sequencer sequencer = Sequencer.recorded(Journal.open(file, DATE), Clock.SYSTEM)) {
      List<Thread> threads = parts.stream().map(part -> sender(sequencer, part)).toList();
      Thread end = Thread.ofPlatform().start(() -> finishAfter(threads, sequencer));
      day(() -> sequencer).session(new FactLog(live::add)).run(sequencer);
      end.join();
    }
    assertThat(live).hasSizeGreaterThan(10_000).anyMatch(fact -> fact.startsWith("print"));
    try (JournalFeed journal = JournalFeed.open(file)) {
      assertThat(facts(journal)).isEqualTo(live);
    }
  }

  @Test
  void aLiveDayIsReplayedFromItsJournalTickForTick() throws Exception {
    Path file = Journal.file(folder, DATE, "SPX");
    List<String> live = new ArrayList<>();
    try (Sequencer sequencer = Sequencer.live(() -> Journal.open(file, DATE), Clock.SYSTEM)) {
      long ahead = Clock.SYSTEM.epochNanos() + 8_000_000 - OPEN;
      Thread vendor = sender(sequencer, shifted(events(), ahead));
      Thread end = Thread.ofPlatform().start(() -> finishAfter(List.of(vendor), sequencer));
      day(() -> sequencer).session(new FactLog(live::add)).run(sequencer);
      end.join();
    }
    try (Feed journal = day(() -> JournalFeed.open(file)).feed()) {
      assertThat(facts(journal)).isEqualTo(live);
    }
  }

  /// A vendor whose clock is ahead of this machine's: index values, as if they came now.
  private static List<MarketEvent> shifted(List<MarketEvent> events, long nanos) {
    List<MarketEvent> shifted = new ArrayList<>();
    for (MarketEvent event : events) {
      if (event instanceof IndexValue value && shifted.size() < 500) {
        long at = value.epochNanos() + nanos;
        shifted.add(new IndexValue(value.index(), at, MarketEvent.ABSENT, value.value()));
      }
    }
    return shifted;
  }

  private static Thread sender(Sequencer sequencer, List<MarketEvent> part) {
    return Thread.ofPlatform().start(() -> part.forEach(sequencer::offer));
  }

  private static void finishAfter(List<Thread> threads, Sequencer sequencer) {
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    sequencer.finish();
  }

  /// Each thread its own contracts, so that each sends its events in order.
  private static List<List<MarketEvent>> dealt(List<MarketEvent> events, int threads) {
    List<List<MarketEvent>> parts = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      parts.add(new ArrayList<>());
    }
    for (MarketEvent event : events) {
      int part =
          switch (event) {
            case Quote quote -> quote.instrument().hashCode();
            case Trade trade -> trade.instrument().hashCode();
            default -> 0;
          };
      parts.get(Math.floorMod(part, threads)).add(event);
    }
    return parts;
  }

  private static List<MarketEvent> events() {
    List<MarketEvent> events = new ArrayList<>();
    try (Feed feed = SIMULATED.feed(selection())) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        events.add(event);
      }
    }
    return events;
  }

  @Test
  void theLakeAndTheJournalEndInTheSameFlow() {
    try (Journal journal = Journal.open(Journal.file(folder, DATE, "SPX"), DATE)) {
      journal.append(events());
    }
    try (Lake lake = new Lake(folder.resolve("lake"), LakeOptions.defaults())) {
      store(lake, events());
      String fromLake = document(day(() -> new TickingFeed(lake.feed(DATE, SPX))));
      String fromJournal =
          document(day(() -> new TickingFeed(JournalFeed.open(Journal.file(folder, DATE, "SPX")))));
      assertThat(fromLake).contains("\"iv\":0.").isEqualTo(fromJournal);
    }
  }

  private static String document(Day day) {
    FlowBoard board = new FlowBoard(List.of(SPX), Mode.REPLAY, CALENDAR, DATE);
    try (Feed feed = day.feed()) {
      day.session((Output) board).run(feed);
    }
    return new String(board.document(SPX), StandardCharsets.UTF_8);
  }

  /// Stores what the lake keeps: an index by bars, here of a second each.
  private static void store(Lake lake, List<MarketEvent> events) {
    try (DayWriter writer = lake.write(DATE)) {
      for (MarketEvent event : events) {
        switch (event) {
          case Quote quote -> writer.quote(quote);
          case Trade trade -> writer.trade(trade);
          case IndexValue value -> writer.bar(second(value));
          case OpenInterest interest -> writer.openInterest(interest);
          case News news -> writer.news(news);
          default -> {}
        }
      }
      writer.commit(Completeness.SESSION);
    }
  }

  private static Bar second(IndexValue value) {
    double level = value.value();
    long start = value.epochNanos() - 1_000_000_000L;
    return new Bar(
        value.index(), start, 1, start, level, level, level, level, Double.NaN, Double.NaN);
  }
}
