package io.spyglass.monitor;

import static io.spyglass.monitor.Captures.DATE;
import static io.spyglass.monitor.Captures.MINUTE;
import static io.spyglass.monitor.Captures.OPEN;
import static io.spyglass.monitor.Captures.SECOND;
import static io.spyglass.monitor.Captures.SPX;
import static io.spyglass.monitor.Captures.events;
import static io.spyglass.monitor.Captures.play;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.FlowState;
import io.spyglass.journal.DayRules;
import io.spyglass.journal.VirtualClock;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.lake.StoredFile;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.session.FactLog;
import io.spyglass.session.Feed;
import io.spyglass.session.Output;
import io.spyglass.session.Session;
import io.spyglass.session.TickingFeed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DayExportTest {
  private static final int MINUTES = 3;

  @TempDir Path folder;
  private CapturedDay captured;
  private VirtualClock clock;
  private Lake lake;

  /// The ticks and holes of the session.
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @BeforeEach
  void open() {
    captured = Captures.day(folder);
    clock = new VirtualClock(OPEN - 30 * MINUTE);
    lake = new Lake(folder.resolve("lake"), LakeOptions.defaults());
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void theLakeHoldsWhatTheJournalHas() {
    capture(_ -> {});
    List<StoredFile> stored = new DayExport(lake).write(captured);
    assertThat(stored)
        .extracting(file -> folder.relativize(file.file()).toString())
        .contains("lake/raw/spx/" + DATE + ".parquet");
    List<MarketEvent> journal = Captures.recorded(captured);
    assertThat(lake.cachedTrades(DATE)).isEqualTo(of(journal, Trade.class).size());
    assertThat(lake.cachedQuotes(DATE)).isEqualTo(of(journal, Quote.class).size());
    assertThat(of(fromLake(), OpenInterest.class)).hasSameSizeAs(of(journal, OpenInterest.class));
    assertThat(volumes(fromLake())).isEqualTo(volumes(journal)).hasSizeGreaterThan(10);
  }

  @Test
  void tradesOfAWholeDayAreCompleteAndStayAsTheyAre() throws Exception {
    capture(_ -> {});
    DayExport export = new DayExport(lake);
    export.write(captured);
    OptionContract traded = traded();
    assertThat(lake.cached(DATE).hasAllTrades(traded)).isFalse();

    goOnBehindTheTape(_ -> {});
    export.write(captured);
    assertThat(lake.cached(DATE).hasAllTrades(traded)).isTrue();
    assertThat(lake.cached(DATE).hasAllQuotes(traded)).isFalse();

    Path file = lake.root().resolve("historical/trades/" + DATE + "/" + name(traded));
    byte[] before = Files.readAllBytes(file);
    clock.advance(SECOND);
    try (Capture capture = Capture.begin(captured, clock, ear())) {
      capture.live(_ -> {});
      play(events(3, 4), capture, clock);
    }
    export.write(captured);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void aHoleThatWasNotFilledKeepsThemIncomplete() throws Exception {
    capture(_ -> {});
    Hole hole = new Hole(OPEN, OPEN, OPEN, OPEN + SECOND, "the line was dead", false);
    goOnBehindTheTape(capture -> capture.offer(hole));
    new DayExport(lake).write(captured);
    assertThat(lake.cached(DATE).isEmpty()).isTrue();
    assertThat(lake.cachedTrades(DATE)).isPositive();
  }

  @Test
  void aHoleOfTheIndexValuesSaysNothingOfThem() throws Exception {
    capture(_ -> {});
    String reason = Hole.INDEX_VALUES + "the line was dead";
    Hole hole = new Hole(OPEN, OPEN, OPEN, OPEN + SECOND, reason, false);
    goOnBehindTheTape(capture -> capture.offer(hole));
    new DayExport(lake).write(captured);
    assertThat(lake.cached(DATE).isEmpty()).isFalse();
  }

  @Test
  void whatASimulatorMadeDoesNotMixWithWhatIsThere() throws Exception {
    capture(_ -> {});
    goOnBehindTheTape(_ -> {});
    DayExport export = new DayExport(lake);
    export.write(captured);
    DayRules rules = captured.rules();
    CapturedDay simulated =
        new CapturedDay(
            new DayRules(DATE, "http://127.0.0.1:8101", 0, "standard", rules.underlyings()),
            captured.calendar(),
            captured.file());
    assertThat(export.write(simulated)).isEmpty();
    lake.clear(lake.cache());
    assertThat(export.write(simulated)).isNotEmpty();
  }

  /// Captures some minutes from before the open on.
  private void capture(Consumer<Capture> also) {
    try (Capture capture = live()) {
      play(events(0, MINUTES), capture, clock);
      also.accept(capture);
    }
  }

  /// Another run, which begins with the hole before it filled, goes on behind the tape.
  private void goOnBehindTheTape(Consumer<Capture> also) throws InterruptedException {
    long end = captured.day().span().toNanos();
    try (Capture capture = live()) {
      clock.advance(SECOND);
      while (!"filled".equals(told.poll(10, TimeUnit.MILLISECONDS))) {
        clock.advance(SECOND / 10);
      }
      also.accept(capture);
      clock.advance(end - clock.epochNanos());
      while (!told.take().equals("tick " + end)) {}
    }
  }

  private Capture live() {
    Capture capture = Capture.begin(captured, clock, ear());
    told.clear();
    capture.live(hole -> capture.offer(filled(hole)));
    return capture;
  }

  private Hole filled(Hole hole) {
    long now = clock.epochNanos();
    return new Hole(now, now, hole.fromNanos(), hole.toNanos(), hole.reason(), true);
  }

  private Output ear() {
    return new Output() {
      @Override
      public void tick(Tick tick) {
        told.add("tick " + tick.epochNanos());
      }

      @Override
      public void hole(Hole hole) {
        told.add(hole.filled() ? "filled" : "open");
      }
    };
  }

  private OptionContract traded() {
    return of(Captures.recorded(captured), Trade.class).stream()
        .map(trade -> (OptionContract) trade.instrument())
        .findFirst()
        .orElseThrow();
  }

  private static String name(OptionContract contract) {
    return contract.ticker().replace(':', '_') + ".parquet";
  }

  private List<MarketEvent> fromLake() {
    List<MarketEvent> events = new ArrayList<>();
    try (Feed feed = new TickingFeed(lake.feed(DATE, SPX))) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        events.add(event);
      }
    }
    return events;
  }

  /// What a session counts of the events.
  private Map<String, Double> volumes(List<MarketEvent> events) {
    FactLog nobody = new FactLog(_ -> {});
    FlowState state = new FlowState(DATE, captured.calendar(), captured.rules().rules(), nobody);
    Session session = new Session(state, nobody);
    events.forEach(session::accept);
    Map<String, Double> volumes = new TreeMap<>();
    state
        .underlyings()
        .forEach(underlying ->
            underlying
                .expiries()
                .forEach(expiry -> {
                  for (ContractFlow row : expiry.contracts()) {
                    if (row.volume() > 0) {
                      volumes.put(
                          row.contract().compact() + " bought " + row.bought(), row.volume());
                    }
                  }
                }));
    return volumes;
  }

  private static <E extends MarketEvent> List<E> of(List<MarketEvent> events, Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
