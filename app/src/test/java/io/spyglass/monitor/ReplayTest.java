package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.calendar.Span;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.session.FactLog;
import io.spyglass.session.Feed;
import io.spyglass.session.Outage;
import io.spyglass.session.Output;
import io.spyglass.session.PlaybackState;
import io.spyglass.session.Session;
import io.spyglass.session.TickingFeed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReplayTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long OPEN = 1_795_185_000L * SECOND;
  private static final int SECONDS = 600;
  private static final Span SPAN = new Span(OPEN, OPEN + SECONDS * SECOND);
  private static final Underlying SPX = new Underlying("SPX");
  private static final OptionContract CALL = OptionContract.parse("SPXW261120C06000000");

  private final List<String> facts = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger starts = new AtomicInteger();
  private final VirtualStopwatch stopwatch = new VirtualStopwatch();
  private Replay replay = replay(OPEN, () -> feed(day()));

  /// Waiting takes no time but moves the clock on.
  private static final class VirtualStopwatch implements Stopwatch {
    final AtomicLong nanos = new AtomicLong(42);

    @Override
    public long nanos() {
      return nanos.get();
    }

    @Override
    public void park(long rest) {
      if (rest == Long.MAX_VALUE) {
        LockSupport.park(this);
      } else {
        nanos.addAndGet(rest);
      }
    }
  }

  private Replay replay(long beginNanos, Supplier<Feed> feeds) {
    return new Replay(feeds, () -> session(new FactLog(facts::add)), SPAN, beginNanos, stopwatch);
  }

  private Session session(Output output) {
    starts.incrementAndGet();
    facts.clear();
    FlowState flow =
        new FlowState(
            LocalDate.of(2026, 11, 20),
            TradingCalendar.standard(),
            Map.of(SPX, FlowRules.standard(SPX)),
            output);
    return new Session(flow, output);
  }

  private static List<MarketEvent> day() {
    List<MarketEvent> events = new ArrayList<>();
    for (int second = -10; second <= SECONDS; second++) {
      long at = OPEN + second * SECOND;
      events.add(new Quote(CALL, at, at, second, 9 + second % 5, 11 + second % 5, 1, 1));
      events.add(new IndexValue(new Index("SPX"), at, at, 6000 + second * 0.1));
      double price = 9 + second % 7;
      events.add(new Trade(CALL, at, at, -1, second, price, 1, 302, Conditions.NONE, 0));
    }
    return events;
  }

  private static Feed feed(List<MarketEvent> events) {
    Iterator<MarketEvent> iterator = events.iterator();
    return new TickingFeed(() -> iterator.hasNext() ? iterator.next() : null);
  }

  private List<String> factsUpTo(long epochNanos) {
    List<String> expected = new ArrayList<>();
    List<String> kept = List.copyOf(facts);
    facts.clear();
    Session session = session(new FactLog(expected::add));
    Feed feed = feed(day());
    for (MarketEvent e = feed.next(); e != null && e.epochNanos() <= epochNanos; e = feed.next()) {
      session.accept(e);
    }
    facts.addAll(kept);
    return expected;
  }

  @AfterEach
  void close() {
    replay.close();
  }

  @Test
  void atASpeedOfOneADayTakesAsLongAsItDid() throws InterruptedException {
    long before = stopwatch.nanos();
    replay.start();
    replay.awaitEnd(_ -> {});
    assertThat(stopwatch.nanos() - before)
        .isBetween(SECONDS * SECOND, SECONDS * SECOND + 2 * SECOND);
    assertThat(facts).isEqualTo(factsUpTo(Long.MAX_VALUE));
  }

  @Test
  void atSixtyItTakesASixtieth() throws InterruptedException {
    long before = stopwatch.nanos();
    replay.speed(60);
    replay.start();
    replay.awaitEnd(_ -> {});
    assertThat(stopwatch.nanos() - before)
        .isBetween(SECONDS * SECOND / 60, SECONDS * SECOND / 60 + SECOND);
  }

  @Test
  void asFastAsPossibleItNeverWaits() throws InterruptedException {
    long before = stopwatch.nanos();
    replay.speed(Double.POSITIVE_INFINITY);
    replay.start();
    replay.awaitEnd(_ -> {});
    assertThat(stopwatch.nanos()).isEqualTo(before);
    assertThat(facts).isEqualTo(factsUpTo(Long.MAX_VALUE));
  }

  @Test
  void whatComesBeforeTheBeginningIsHandledAtOnce() throws InterruptedException {
    replay = replay(OPEN + 100 * SECOND, () -> feed(day()));
    replay.pause();
    replay.start();
    PlaybackState state = replay.awaitArrival();
    assertThat(state.positionNanos()).isEqualTo(OPEN + 100 * SECOND);
    assertThat(facts).isEqualTo(factsUpTo(OPEN + 100 * SECOND));
  }

  @Test
  void aStepHandlesOneSecondAndPauses() throws InterruptedException {
    replay.pause();
    replay.start();
    replay.awaitArrival();
    replay.step();
    PlaybackState state = replay.awaitArrival();
    assertThat(state.playing()).isFalse();
    assertThat(state.positionNanos()).isEqualTo(OPEN + SECOND);
    assertThat(facts).isEqualTo(factsUpTo(OPEN + SECOND));
  }

  @Test
  void goingForwardAndBackGivesTheFactsOfPlayingThere() throws InterruptedException {
    replay.pause();
    replay.start();
    replay.awaitArrival();
    replay.seek(OPEN + 500 * SECOND);
    replay.awaitArrival();
    assertThat(facts).isEqualTo(factsUpTo(OPEN + 500 * SECOND));
    replay.seek(OPEN + 77 * SECOND);
    assertThat(replay.awaitArrival().positionNanos()).isEqualTo(OPEN + 77 * SECOND);
    assertThat(facts).isEqualTo(factsUpTo(OPEN + 77 * SECOND));
  }

  @Test
  void goingBackBeginsAgainThoughALatePrintCameLast() throws InterruptedException {
    replay = replay(OPEN, () -> journalWithALatePrint(300));
    replay.pause();
    replay.start();
    replay.seek(OPEN + 300 * SECOND);
    replay.awaitArrival();
    assertThat(facts).anyMatch(fact -> fact.startsWith("print") && fact.contains(",77.0,"));

    replay.seek(OPEN + 100 * SECOND);

    assertThat(replay.awaitArrival().positionNanos()).isEqualTo(OPEN + 100 * SECOND);
    assertThat(starts).hasValue(2);
    assertThat(facts).isEqualTo(factsUpTo(OPEN + 100 * SECOND));
  }

  /// The day as a journal has it: ticks are in it, and behind that of `second` comes a print that
  /// was fetched.
  private static Feed journalWithALatePrint(int second) {
    long at = OPEN + 10 * SECOND;
    Trade late = new Trade(CALL, at, at, -1, 9_999, 8, 77, 302, Conditions.NONE, 0);
    List<MarketEvent> events = new ArrayList<>();
    Feed day = feed(day());
    for (MarketEvent event = day.next(); event != null; event = day.next()) {
      events.add(event);
      if (event.equals(new Tick(OPEN + second * SECOND))) {
        events.add(late);
      }
    }
    Iterator<MarketEvent> iterator = events.iterator();
    return () -> iterator.hasNext() ? iterator.next() : null;
  }

  @Test
  void aSeekOutsideTheDayGoesToItsNearerEnd() throws InterruptedException {
    replay.pause();
    replay.start();
    replay.seek(0);
    assertThat(replay.awaitArrival().positionNanos()).isEqualTo(OPEN);
    replay.seek(Long.MAX_VALUE);
    assertThat(replay.awaitArrival().positionNanos()).isEqualTo(SPAN.toNanos());
  }

  @Test
  void itBeginsAgainWhereItLoops() throws InterruptedException {
    CountDownLatch thrice = new CountDownLatch(3);
    replay =
        new Replay(
            () -> feed(day()),
            () -> {
              thrice.countDown();
              return session(new FactLog(facts::add));
            },
            SPAN,
            OPEN,
            stopwatch);
    replay.loop(true);
    replay.start();
    thrice.await();
    replay.loop(false);
    replay.awaitEnd(_ -> {});
    assertThat(facts).isEqualTo(factsUpTo(Long.MAX_VALUE));
  }

  @Test
  void playingAtTheEndBeginsAgain() throws InterruptedException {
    replay.speed(Double.POSITIVE_INFINITY);
    replay.start();
    replay.awaitEnd(_ -> {});
    assertThat(starts).hasValue(1);
    replay.pause();
    replay.seek(OPEN);
    replay.awaitArrival();
    assertThat(starts).hasValue(2);
    replay.play();
    replay.awaitEnd(_ -> {});
    assertThat(facts).isEqualTo(factsUpTo(Long.MAX_VALUE));
  }

  @Test
  void atTheEndItNoLongerPlaysAndStaysSoGoingBack() throws InterruptedException {
    replay.start();
    assertThat(replay.awaitEnd(_ -> {}).playing()).isFalse();

    replay.seek(OPEN);

    PlaybackState state = replay.awaitArrival();
    assertThat(state.ended()).isFalse();
    assertThat(state.playing()).isFalse();
    assertThat(state.positionNanos()).isEqualTo(OPEN);
  }

  @Test
  void aFeedThatFailsEndsTheReplayAndSaysWhy() throws InterruptedException {
    replay =
        replay(
            OPEN,
            () ->
                () -> {
                  throw new Outage("day.journal cannot be read: pull the plug back in", null);
                });
    replay.start();
    assertThatThrownBy(() -> replay.awaitEnd(_ -> {})).isInstanceOf(Outage.class);
    assertThat(replay.state().failure()).contains("day.journal cannot be read");
  }

  @Test
  void aSpeedHasToBeAboveZero() {
    assertThatThrownBy(() -> replay.speed(0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> replay.speed(Double.NaN)).hasMessageContaining("above 0");
  }

  @RepeatedTest(20)
  void aSeekThatComesAtTheVeryEndIsKept() throws InterruptedException {
    CountDownLatch closing = new CountDownLatch(1);
    CountDownLatch sought = new CountDownLatch(1);
    replay =
        replay(
            OPEN,
            () -> {
              Feed day = feed(day());
              return new Feed() {
                @Override
                public @Nullable MarketEvent next() {
                  return day.next();
                }

                @Override
                public void close() {
                  closing.countDown();
                  await(sought);
                }
              };
            });
    replay.speed(Double.POSITIVE_INFINITY);
    replay.start();
    closing.await();
    replay.pause();
    replay.seek(OPEN + 100 * SECOND);
    sought.countDown();
    assertThat(replay.awaitArrival().positionNanos()).isEqualTo(OPEN + 100 * SECOND);
    assertThat(facts).isEqualTo(factsUpTo(OPEN + 100 * SECOND));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @RepeatedTest(20)
  void stepsAndPlaysThatFollowASeekKeepIt() throws InterruptedException {
    replay.pause();
    replay.start();
    replay.seek(OPEN + 500 * SECOND);
    replay.awaitArrival();
    replay.seek(OPEN + 100 * SECOND);
    replay.step();
    assertThat(replay.awaitArrival().positionNanos()).isEqualTo(OPEN + 101 * SECOND);
    assertThat(facts).isEqualTo(factsUpTo(OPEN + 101 * SECOND));
    replay.speed(Double.POSITIVE_INFINITY);
    replay.play();
    replay.awaitEnd(_ -> {});
    replay.pause();
    replay.speed(1);
    int before = starts.get();
    long clock = stopwatch.nanos();
    replay.seek(OPEN + 100 * SECOND);
    replay.play();
    replay.awaitEnd(_ -> {});
    assertThat(starts).hasValue(before + 1);
    assertThat(stopwatch.nanos() - clock)
        .as("played from the instant asked for")
        .isLessThan((SECONDS - 99) * SECOND);
  }

  @Test
  void aStepAtTheEndStaysThere() throws InterruptedException {
    replay.speed(Double.POSITIVE_INFINITY);
    replay.start();
    replay.awaitEnd(_ -> {});
    replay.step();
    assertThat(replay.awaitArrival().positionNanos()).isEqualTo(SPAN.toNanos());
    assertThat(starts).hasValue(1);
  }

  @Test
  void anErrorOfTheMachineEndsTheReplayAsAFailure() {
    replay =
        replay(
            OPEN,
            () ->
                () -> {
                  throw new OutOfMemoryError("no heap for the day");
                });
    replay.start();
    assertThatThrownBy(() -> replay.awaitEnd(_ -> {})).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void aSpeedBeyondAllMeasureIsAsFastAsPossible() throws InterruptedException {
    replay.speed(1e300);
    replay.start();
    replay.awaitEnd(_ -> {});
    assertThat(facts).isEqualTo(factsUpTo(Long.MAX_VALUE));
  }

  @Test
  void pressingPlayAgainDoesNotHoldTheClock() throws InterruptedException {
    replay.pause();
    replay.start();
    replay.awaitArrival();
    replay.play();
    stopwatch.nanos.addAndGet(SECOND / 2);
    replay.play();
    stopwatch.nanos.addAndGet(SECOND / 2);
    replay.pause();
    assertThat(replay.state().positionNanos()).isGreaterThanOrEqualTo(OPEN + SECOND);
  }
}
