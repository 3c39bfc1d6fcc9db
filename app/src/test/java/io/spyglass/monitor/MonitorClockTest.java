package io.spyglass.monitor;

import static io.spyglass.monitor.Watch.HOUR;
import static io.spyglass.monitor.Watch.MINUTE;
import static io.spyglass.monitor.Watch.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.NewYork;
import io.spyglass.journal.Sequencer;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Tick;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nights, weekends, a machine that slept, clocks that are wrong: by clocks that the test moves.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MonitorClockTest {
  private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  @TempDir Path folder;

  @Test
  void theNextDayBeginsBeforeItsEveningSessionAndMidnightChangesNothing() throws Exception {
    try (Watch watch = new Watch(folder, THURSDAY, "20:09:58").start()) {
      watch.await("open 2026-11-19", "closed 2026-11-19");
      assertThat(watch.monitor.feeds().recording()).isNull();
      watch.pass(2 * SECOND).await("open 2026-11-20", "recording");
      for (int hour = 0; hour < 20; hour++) {
        watch.pass(HOUR).awaitTick();
      }
      assertThat(watch.ticks()).isGreaterThanOrEqualTo(20 * 3600);
      assertThat(watch.unawaited()).isEmpty();
      watch.pass(HOUR).await("cut 2026-11-20", "closed 2026-11-20");
      assertThat(Captures.recorded(journal(FRIDAY))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-23", // an ordinary weekend
    "2026-10-30, 2026-11-02", // the clocks go back on Sunday
    "2027-03-12, 2027-03-15", // the clocks go forward on Sunday
  })
  void aWeekendPassesFromFridayToSundayEvening(LocalDate friday, LocalDate monday)
      throws Exception {
    try (Watch watch = new Watch(folder, friday, "17:04:59").start()) {
      watch.await("open " + friday, "recording");
      watch.pass(SECOND).await("cut " + friday, "closed " + friday);
      long sunday = new Shifts(Captures.CALENDAR, List.of(Captures.SPX)).span(monday).fromNanos();
      while (sunday - watch.wall.epochNanos() > HOUR) {
        watch.pass(HOUR);
      }
      watch.pass(sunday - 1 - watch.wall.epochNanos());
      assertThat(watch.monitor.feeds().feeds().getFirst().detail())
          .isEqualTo("the market is closed");
      assertThat(watch.unawaited()).isEmpty();
      watch.pass(SECOND).await("open " + monday, "recording");
    }
  }

  @Test
  void aShortDayEndsEarly() throws Exception {
    try (Watch watch = new Watch(folder, LocalDate.of(2026, 11, 27), "13:19:59").start()) {
      watch.await("open 2026-11-27", "recording");
      watch.pass(SECOND).await("cut 2026-11-27", "closed 2026-11-27");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 17:04:59, 2026-11-20T22:00:00Z", // an ordinary day
    "2026-11-27, 13:19:59, 2026-11-27T18:15:00Z", // a short one
  })
  void aDayOfADelayedPlanIsWatchedAsMuchLonger(LocalDate date, String time, Instant close)
      throws Exception {
    try (Watch watch = new Watch(folder, date, time).on(Watch.DELAYED).start()) {
      watch.await("open " + date, "recording").pass(SECOND).awaitTick();
      assertThat(watch.unawaited()).isEmpty();
    }
    try (Watch watch = new Watch(folder, watchedUntil(date) - 5 * MINUTE - SECOND)) {
      watch.on(Watch.DELAYED).start().await("open " + date, "recording");
      watch.pass(5 * MINUTE).awaitTick();
      watch.pass(SECOND).await("hole " + Sequencer.RESTART, "cut " + date, "closed " + date);
    }
    assertThat(Captures.recorded(journal(date)).getLast().epochNanos())
        .isGreaterThanOrEqualTo(close.getEpochSecond() * SECOND);
  }

  private static long watchedUntil(LocalDate date) {
    Shifts shifts = new Shifts(Captures.CALENDAR, List.of(Captures.SPX));
    return shifts.span(date).toNanos() + Watch.DELAYED.delay().toNanos();
  }

  @Test
  void aMachineThatSleptOverTheDaysEndClosesItAndGoesOnWithTheNext() throws Exception {
    try (Watch watch = new Watch(folder, THURSDAY, "15:00").start()) {
      watch.await("open 2026-11-19", "recording");
      watch.wall.step(10 * HOUR);
      watch
          .pass(SECOND)
          .await("cut 2026-11-19", "closed 2026-11-19", "open 2026-11-20", "recording");
      watch.pass(SECOND).awaitTick();
      assertThat(CapturedDay.find(folder, THURSDAY, Captures.CALENDAR)).isPresent();
    }
    assertThat(Captures.recorded(journal(FRIDAY)))
        .isNotEmpty()
        .allMatch(event -> event instanceof Tick)
        .extracting(MarketEvent::epochNanos)
        .isSorted();
  }

  @Test
  void aMachineThatSleptWithinTheDayGoesOnWithIt() throws Exception {
    try (Watch watch = new Watch(folder, THURSDAY, "11:00").start()) {
      watch.await("open 2026-11-19", "recording");
      watch.wall.step(40 * MINUTE);
      watch.pass(SECOND).awaitThat(() -> !watch.clock.isInDoubt());
      watch.awaitTick();
      assertThat(watch.ticks()).isGreaterThanOrEqualTo(40 * 60);
      watch.pass(SECOND).awaitTick();
      assertThat(watch.unawaited()).isEmpty();
    }
  }

  @Test
  void aClockThatIsSetBackAnHourFollowsTheVendorsAndTheDayGoesOn() throws Exception {
    try (Watch watch = new Watch(folder, FRIDAY, "11:00").start()) {
      watch.await("open 2026-11-20", "recording");
      watch.aheadNanos = HOUR;
      watch.wall.step(-HOUR);
      watch.pass(SECOND).awaitThat(watch.clock::isFollowing);
      watch.pass(5 * SECOND).awaitTick();
      assertThat(watch.monitor.feeds().notes()).anyMatch(words -> words.contains("3,600 s behind"));
      assertThat(watch.unawaited()).isEmpty();
    }
    assertThat(Captures.recorded(journal(FRIDAY))).extracting(MarketEvent::epochNanos).isSorted();
  }

  @Test
  void aClockThatIsSetBackAnHourWithNobodyToAskIsNotBelieved() throws Exception {
    try (Watch watch = new Watch(folder, THURSDAY, "20:15").start()) {
      watch.await("open 2026-11-20", "recording");
      watch.isOutOfReach = true;
      watch.wall.step(-HOUR);
      watch.pass(10 * MINUTE).awaitTick();
      assertThat(watch.ticks()).isGreaterThanOrEqualTo(10 * 60);
      assertThat(watch.unawaited()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 240, 420})
  void aWrongClockThatIsPutRightTurnsNothingAround(int minutes) throws Exception {
    long wrong = minutes * MINUTE;
    long eleven = NewYork.epochNanos(FRIDAY, LocalTime.of(11, 0));
    try (Watch watch = new Watch(folder, eleven - wrong)) {
      watch.aheadNanos = wrong;
      watch.start().await("open 2026-11-20", "recording").pass(SECOND).awaitTick();
      watch.aheadNanos = 0;
      watch.wall.step(wrong);
      long before = watch.ticks();
      watch.pass(10 * MINUTE).awaitTick();

      assertThat(watch.ticks() - before).isEqualTo(10 * 60);
      assertThat(watch.unawaited()).isEmpty();
      assertThat(watch.clock.epochNanos()).isEqualTo(eleven + 10 * MINUTE + SECOND);
    }
    assertThat(journal(FRIDAY).file().resolveSibling("live.1.journal")).doesNotExist();
  }

  @Test
  void aMarketThatGoesBackByHoursIsAnotherOne() throws Exception {
    try (Watch watch = new Watch(folder, FRIDAY, "11:00").start()) {
      watch.await("open 2026-11-20", "recording").pass(SECOND).awaitTick();
      watch.pass(-3 * HOUR);
      watch.await("cut 2026-11-20", "closed 2026-11-20");
      watch.await("open 2026-11-20", "cut 2026-11-20", "open 2026-11-20", "recording");
      watch.pass(SECOND).awaitTick();
    }
    Path journal = journal(FRIDAY).file();
    assertThat(journal.resolveSibling("live.1.journal")).exists();
    assertThat(journal.resolveSibling("live.1.json")).exists();
    assertThat(journal.resolveSibling("live.2.journal")).doesNotExist();
  }

  private CapturedDay journal(LocalDate date) {
    return CapturedDay.find(folder, date, Captures.CALENDAR).orElseThrow();
  }
}
