package io.spyglass.monitor;

import static io.spyglass.monitor.Captures.DATE;
import static io.spyglass.monitor.Captures.MINUTE;
import static io.spyglass.monitor.Captures.OPEN;
import static io.spyglass.monitor.Captures.SECOND;
import static io.spyglass.monitor.Captures.day;
import static io.spyglass.monitor.Captures.events;
import static io.spyglass.monitor.Captures.play;
import static io.spyglass.monitor.Captures.recorded;
import static io.spyglass.monitor.Captures.replayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.spyglass.flow.Print;
import io.spyglass.journal.DayRules;
import io.spyglass.journal.Sequencer;
import io.spyglass.journal.VirtualClock;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Quote;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.session.FactLog;
import io.spyglass.session.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CaptureTest {
  private static final Output NOBODY = new FactLog(_ -> {});

  @TempDir Path folder;
  private CapturedDay captured;
  private VirtualClock clock;

  @BeforeEach
  void beginBeforeTheOpen() {
    captured = day(folder);
    clock = new VirtualClock(OPEN - 30 * MINUTE);
  }

  @Test
  void aCapturedDayIsReplayedFactForFact() {
    List<String> live = new ArrayList<>();
    try (Capture capture = Capture.begin(captured, clock, new FactLog(live::add))) {
      capture.live(_ -> {});
      play(events(0, 6), capture, clock);
    }
    assertThat(live).hasSizeGreaterThan(10_000).anyMatch(fact -> fact.startsWith("print"));
    assertThat(live.stream().filter(fact -> fact.startsWith("tick"))).hasSizeGreaterThan(30 * 60);
    assertThat(replayed(captured)).isEqualTo(live);
    assertThat(DayRules.read(captured.file(), DATE)).contains(captured.rules());
    assertThat(CapturedDay.find(folder, DATE, captured.calendar())).contains(captured);
  }

  @Test
  void aRestartGoesOnWithTheFactsOfTheWholeDay() throws Exception {
    List<String> before = new ArrayList<>();
    try (Capture capture = Capture.begin(captured, clock, new FactLog(before::add))) {
      capture.live(_ -> {});
      play(events(0, 3), capture, clock);
    }
    tearTheTail();
    clock.advance(MINUTE);
    List<String> live = new ArrayList<>();
    BlockingQueue<Hole> missed = new LinkedBlockingQueue<>();
    try (Capture capture = Capture.begin(captured, clock, new FactLog(live::add))) {
      assertThat(live).isEqualTo(before);
      assertThat(capture.recovered().unfilled()).isEmpty();
      capture.live(missed::add);
      play(events(4, 6), capture, clock);
      Hole restart = missed.poll(60, TimeUnit.SECONDS);
      assertThat(restart.reason()).isEqualTo(Sequencer.RESTART);
      assertThat(restart.fromNanos()).isEqualTo(latestTraded(events(0, 3)));
      assertThat(restart.toNanos() - restart.fromNanos()).isGreaterThanOrEqualTo(MINUTE);
    }
    assertThat(missed).isEmpty();
    assertThat(live).hasSizeGreaterThan(before.size() + 1000);
    assertThat(replayed(captured)).isEqualTo(live);
  }

  private static long latestTraded(List<MarketEvent> events) {
    return events.stream()
        .filter(event -> event instanceof Trade || event instanceof Quote)
        .mapToLong(MarketEvent::epochNanos)
        .max()
        .orElseThrow();
  }

  private void tearTheTail() throws IOException {
    Files.write(captured.file(), new byte[500], StandardOpenOption.APPEND);
  }

  @Test
  void whatWasFetchedForAHoleFillsItForTheNextStart() throws Exception {
    captureAMinute();
    clock.advance(2 * MINUTE);
    BlockingQueue<Hole> missed = new LinkedBlockingQueue<>();
    try (Capture capture = Capture.begin(captured, clock, NOBODY)) {
      capture.live(missed::add);
      clock.advance(SECOND);
      Hole hole = missed.poll(60, TimeUnit.SECONDS);
      List<MarketEvent> lost = events(1, 3).stream().filter(Trade.class::isInstance).toList();
      lost.forEach(capture::offer);
      capture.offer(filled(hole, clock.epochNanos()));
    }
    try (Capture capture = Capture.begin(captured, clock, NOBODY)) {
      assertThat(capture.recovered().unfilled()).isEmpty();
      assertThat(capture.had(new Hole(0, 0, OPEN + MINUTE, OPEN + 3 * MINUTE, "", false)))
          .containsAll(events(1, 3).stream().filter(Trade.class::isInstance).toList())
          .allMatch(event -> event.epochNanos() <= OPEN + 3 * MINUTE + 10 * SECOND)
          .allMatch(event -> event.epochNanos() >= OPEN + MINUTE - 10 * SECOND);
    }
  }

  @Test
  void aHoleThatWasOpenAtTheEndReachesUpToIt() {
    captureAMinute();
    long from = clock.epochNanos();
    try (Capture capture = Capture.begin(captured, clock, NOBODY)) {
      capture.live(_ -> {});
      clock.advance(SECOND);
      capture.offer(new Hole(from, from, from, from, "the line is dead", false));
      clock.advance(20 * SECOND);
    }
    try (Capture capture = Capture.begin(captured, clock, NOBODY)) {
      Capture.Recovered recovered = capture.recovered();
      assertThat(recovered.latestNanos()).isGreaterThan(from);
      assertThat(recovered.unfilled())
          .extracting(Hole::reason, Hole::toNanos)
          .contains(tuple("the line is dead", recovered.latestNanos()))
          .hasSize(2);
    }
  }

  private void captureAMinute() {
    try (Capture capture = Capture.begin(captured, clock, NOBODY)) {
      capture.live(_ -> {});
      play(events(0, 1), capture, clock);
    }
  }

  private static Hole filled(Hole hole, long nowNanos) {
    return new Hole(nowNanos, nowNanos, hole.fromNanos(), hole.toNanos(), hole.reason(), true);
  }

  @Test
  void onlyWhatDidNotComeLateMakesItFresh() throws Exception {
    List<MarketEvent> prints = events(0, 3).stream().filter(Trade.class::isInstance).toList();
    MarketEvent late = prints.getFirst();
    MarketEvent newest = prints.getLast();
    BlockingQueue<Long> ticks = new LinkedBlockingQueue<>();
    try (Capture capture = Capture.begin(captured, clock, onTick(ticks))) {
      assertThat(capture.ageNanos()).isEqualTo(-1);
      capture.live(_ -> {});
      clock.advance(newest.epochNanos() - clock.epochNanos());
      offer(newest, capture, ticks);
      clock.advance(7 * SECOND);
      assertThat(capture.ageNanos()).isBetween(7 * SECOND, 9 * SECOND);
      assertThat(capture.behindNanos()).isGreaterThanOrEqualTo(capture.stallNanos());
      offer(late, capture, ticks);
      assertThat(capture.ageNanos()).isGreaterThanOrEqualTo(8 * SECOND);
    }
  }

  private static Output onTick(BlockingQueue<Long> ticks) {
    return new Output() {
      @Override
      public void tick(Tick tick) {
        ticks.add(tick.epochNanos());
      }
    };
  }

  /// Has an event handled: the tick of the second that follows comes behind it.
  private void offer(MarketEvent event, Capture capture, BlockingQueue<Long> ticks)
      throws InterruptedException {
    long offeredNanos = clock.epochNanos();
    assertThat(capture.offer(event)).isTrue();
    clock.advance(SECOND);
    while (ticks.poll(60, TimeUnit.SECONDS) <= offeredNanos) {}
  }

  @Test
  void aSessionThatFailsIsRecordedAllTheSame() {
    Output faulty =
        new Output() {
          @Override
          public void print(Print print) {
            throw new IllegalStateException("a fault of the software");
          }
        };
    List<MarketEvent> events = events(0, 2);
    Capture faultyOne = Capture.begin(captured, clock, faulty);
    try (faultyOne) {
      faultyOne.live(_ -> {});
      play(events, faultyOne, clock);
    }
    assertThat(faultyOne.failure()).hasMessage("a fault of the software");
    assertThat(faultyOne.offer(events.getFirst())).isFalse();
    assertThat(recorded(captured)).containsAll(events);
    try (Capture capture = Capture.begin(captured, clock, faulty)) {
      assertThat(capture.failure()).isNotNull();
      assertThat(capture.recovered().events()).isGreaterThan(events.size());
    }
  }
}
