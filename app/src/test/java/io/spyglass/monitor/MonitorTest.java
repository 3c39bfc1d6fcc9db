package io.spyglass.monitor;

import static io.spyglass.monitor.Captures.CALENDAR;
import static io.spyglass.monitor.Captures.DATE;
import static io.spyglass.monitor.Captures.SPX;
import static io.spyglass.monitor.Watch.HOUR;
import static io.spyglass.monitor.Watch.MINUTE;
import static io.spyglass.monitor.Watch.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.NewYork;
import io.spyglass.flow.FlowRules;
import io.spyglass.journal.DayRules;
import io.spyglass.journal.Sequencer;
import io.spyglass.model.Hole;
import io.spyglass.model.Instrument;
import io.spyglass.model.Trade;
import io.spyglass.session.FeedState;
import io.spyglass.session.FeedState.State;
import io.spyglass.vendor.polygon.Plan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MonitorTest {
  @TempDir Path folder;

  @Test
  void aDayThatWasBegunGoesOnByItsOwnRules() throws Exception {
    DayRules rules;
    try (Watch watch = new Watch(folder, DATE, "11:00").start()) {
      watch.await("open " + DATE, "recording").pass(SECOND).awaitTick();
      rules = captured().rules();
      assertThat(rules.rules()).containsEntry(SPX, FlowRules.standard(SPX));
      assertThat(rules.previousCloses()).containsEntry(SPX, 6600.0);
      assertThat(watch.monitor.feeds().plan()).startsWith("Advanced");
      assertThat(watch.monitor.feeds().recording().on()).isTrue();
    }
    try (Watch watch = new Watch(folder, DATE, "11:05").watching(7).start()) {
      watch.await("open " + DATE, "recording").pass(SECOND).awaitTick();
      watch.await("hole " + Sequencer.RESTART);
      assertThat(captured().rules()).isEqualTo(rules);
      assertThat(watch.monitor.feeds().recording().recorded()).isGreaterThan(2);
    }
  }

  @Test
  void whatCameFromAnotherVendorIsMovedOutOfTheWay() throws Exception {
    captureASecond();
    try (Watch watch = new Watch(folder, DATE, "11:05")) {
      watch.address = "https://another";
      watch.start().await("open " + DATE, "recording").pass(SECOND).awaitTick();
      assertThat(captured().rules().source()).isEqualTo("https://another");
      assertThat(captured().file().resolveSibling("live.1.journal")).exists();
      assertThat(watch.unawaited()).isEmpty();
    }
  }

  @Test
  void aDamagedJournalIsMovedOutOfTheWay() throws Exception {
    captureASecond();
    damage(captured().file());
    try (Watch watch = new Watch(folder, DATE, "11:05").start()) {
      watch.await("open " + DATE, "cut " + DATE, "open " + DATE, "recording");
      watch.pass(SECOND).awaitTick();
      assertThat(captured().file().resolveSibling("live.1.journal")).exists();
    }
  }

  @Test
  void withoutTheVendorWhatIsThereIsShownUntilItAnswers() throws Exception {
    captureASecond();
    try (Watch watch = new Watch(folder, DATE, "11:05")) {
      watch.isOutOfReach = true;
      watch.start().await("open " + DATE, "closed " + DATE);
      watch.awaitThat(() -> watch.monitor.feeds().feeds().getFirst().state() == State.WAITING);
      assertThat(watch.monitor.feeds().feeds())
          .extracting(FeedState::detail)
          .containsExactly("the vendor is out of reach");
      assertThat(watch.monitor.feeds().troubles()).as("said once").isEmpty();
      watch.pass(6 * SECOND).pass(6 * SECOND);
      assertThat(watch.unawaited()).isEmpty();
      watch.isOutOfReach = false;
      watch.awaitThat(() -> watch.pass(SECOND).unawaited().contains("recording"));
      watch.await("open " + DATE, "recording");
      watch.awaitThat(() ->
          watch.monitor.feeds().feeds().stream().noneMatch(feed -> feed.state() == State.WAITING));
    }
  }

  @Test
  void aDayThatCannotBeReadIsShownOnceItCan() throws Exception {
    captureASecond();
    Path journal = captured().file();
    Path away = Files.move(journal, journal.resolveSibling("away"));
    Files.createDirectory(journal);
    try (Watch watch = new Watch(folder, DATE, "18:00").start()) {
      watch.await("open " + DATE);
      watch.awaitThat(() -> watch.monitor.feeds().feeds().getFirst().state() == State.WAITING);
      watch.pass(SECOND).pass(SECOND);
      assertThat(watch.unawaited()).isEmpty();
      Files.delete(journal);
      Files.move(away, journal);
      watch.awaitThat(() -> watch.pass(SECOND).unawaited().contains("closed " + DATE));
      watch.await("open " + DATE, "hole " + CapturedDay.UNENDED, "closed " + DATE);
      watch.awaitThat(() -> watch.monitor.feeds().feeds().getFirst().state() == State.OFF);
    }
  }

  @Test
  void aRefusedKeyIsToldWhileTheMarketIsClosedToo() throws Exception {
    try (Watch watch = new Watch(folder, DATE, "19:00")) {
      watch.isRefused = true;
      watch.start().await("open " + DATE, "closed " + DATE);
      watch.awaitThat(() -> watch.monitor.feeds().feeds().getFirst().state() == State.REFUSED);
      assertThat(watch.monitor.feeds().feeds().getFirst().detail()).contains("Unknown API Key");
      assertThat(watch.monitor.feeds().feeds().getFirst().isRequired()).isTrue();
      watch.isRefused = false;
      watch.pass(MINUTE);
      watch.awaitThat(() -> watch.monitor.feeds().feeds().getFirst().state() == State.OFF);
    }
  }

  @Test
  void aKeyThatGivesNothingIsAskedAgainAndToldOf() throws Exception {
    try (Watch watch = new Watch(folder, DATE, "11:00")) {
      watch.plan = plan(false, false, false);
      watch.start().await("open " + DATE, "recording").pass(SECOND).awaitTick();
      assertThat(watch.monitor.feeds().troubles())
          .singleElement()
          .asString()
          .isEqualTo(
              "the key gives no live market: not entitled; it is asked again every 5 minutes");
      watch.plan = Watch.ADVANCED;
      watch.pass(5 * MINUTE).await("cut " + DATE, "open " + DATE, "recording");
      assertThat(watch.monitor.feeds().plan()).startsWith("Advanced");
      assertThat(watch.monitor.feeds().troubles()).isEmpty();
    }
  }

  @Test
  void aDayThatWasBegunWithBarsBeginsAnewWithPrints() throws Exception {
    try (Watch watch = new Watch(folder, DATE, "11:00")) {
      watch.plan = plan(true, false, false);
      watch.start().await("open " + DATE, "recording").pass(SECOND).awaitTick();
      watch.plan = plan(true, true, false);
      watch.pass(5 * MINUTE).await("cut " + DATE, "open " + DATE, "recording");
      assertThat(captured().file().resolveSibling("live.1.journal")).exists();
      assertThat(watch.monitor.feeds().plan()).startsWith("Developer");
    }
  }

  @Test
  void aDayGoesOnWithQuotesTooAndLosesNothingByAnotherRefusal() throws Exception {
    try (Watch watch = new Watch(folder, DATE, "11:00")) {
      watch.plan = plan(true, true, false);
      watch.start().await("open " + DATE, "recording").pass(SECOND).awaitTick();
      watch.plan = plan(true, false, false);
      watch.pass(5 * MINUTE).awaitThat(() -> watch.asked.sum() == 2);
      watch.isOutOfReach = true;
      watch.pass(5 * MINUTE).awaitThat(() -> watch.asked.sum() == 3);
      watch.isOutOfReach = false;
      watch.plan = plan(true, true, true);
      watch.pass(5 * MINUTE).await("cut " + DATE, "open " + DATE, "recording");
      assertThat(captured().file().resolveSibling("live.1.journal")).doesNotExist();
      assertThat(watch.monitor.feeds().plan()).startsWith("Advanced");
    }
  }

  private static Plan plan(boolean snapshots, boolean trades, boolean quotes) {
    return new Plan(snapshots, trades, quotes, true, Duration.ZERO, List.of("not entitled"));
  }

  @Test
  void aFaultOfTheSoftwareIsToldAndTheDayTriedAgain() throws Exception {
    try (Watch watch = new Watch(folder, DATE, "11:00")) {
      watch.fault = new StackOverflowError("too deep");
      watch.start().await("open " + DATE, "closed " + DATE);
      watch.awaitThat(() -> watch.monitor.feeds().feeds().getFirst().state() == State.WAITING);
      assertThat(watch.monitor.feeds().feeds().getFirst().isRequired()).isTrue();
      watch.fault = null;
      watch.pass(MINUTE).await("open " + DATE, "recording");
    }
  }

  @Test
  void aDayThatIsOverGoesIntoTheCaches() throws Exception {
    List<Trade> prints =
        Captures.events(0, 1).stream()
            .filter(Trade.class::isInstance)
            .map(Trade.class::cast)
            .toList();
    Instrument traded = prints.getFirst().instrument();
    try (Watch watch = new Watch(folder, DATE, "09:29").start()) {
      watch.await("open " + DATE, "recording").pass(2 * MINUTE).awaitTick();
      prints.forEach(watch.capture::offer);
      for (int hour = 0; hour < 7; hour++) {
        watch.pass(HOUR).awaitTick();
      }
      watch.pass(30 * MINUTE).awaitTick();
      watch.pass(HOUR).await("cut " + DATE, "closed " + DATE);
      watch.awaitThat(() -> watch.pass(SECOND).lake.cached(DATE).hasAllTrades(traded));
      assertThat(watch.lake.cachedTrades(DATE)).isEqualTo(prints.size());
      assertThat(watch.monitor.feeds().cacheTrouble()).isNull();
    }
  }

  @Test
  void aDayThatWasNotCachedIsWhenTheNextRunBegins() throws Exception {
    try (Watch watch = new Watch(folder, DATE, "11:00").start()) {
      watch.await("open " + DATE, "recording").pass(SECOND).awaitTick();
      Captures.events(0, 1).forEach(watch.capture::offer);
    }
    try (Watch watch = new Watch(folder, CALENDAR.next(DATE), "11:00").start()) {
      watch.await("open " + CALENDAR.next(DATE), "recording");
      watch.awaitThat(() -> watch.pass(SECOND).lake.cachedTrades(DATE) > 0);
    }
  }

  @Test
  void aDayThatNobodyRecordedToItsEndSaysSo() throws Exception {
    captureASecond();
    try (Watch watch = new Watch(folder, DATE, "17:10").start()) {
      watch.await("open " + DATE, "hole " + CapturedDay.UNENDED, "closed " + DATE);
    }
    try (Watch watch = new Watch(folder, DATE, "17:20").start()) {
      watch.await("open " + DATE, "hole " + CapturedDay.UNENDED, "closed " + DATE);
    }
    assertThat(holes())
        .extracting(Hole::toNanos)
        .containsExactly(NewYork.epochNanos(DATE, LocalTime.of(17, 0)));
  }

  @Test
  void aDayThatEndsWhileTheVendorIsOutOfReachSaysSo() throws Exception {
    captureASecond();
    try (Watch watch = new Watch(folder, DATE, "16:50")) {
      watch.isOutOfReach = true;
      watch.start().await("open " + DATE, "closed " + DATE);
      watch.pass(16 * MINUTE);
      watch.awaitThat(() -> watch.pass(SECOND).unawaited().contains("closed " + DATE));
      watch.await("open " + DATE, "hole " + CapturedDay.UNENDED, "closed " + DATE);
    }
  }

  @Test
  void theNextRunTellsOfTheDayBeforeThatNobodyRecordedToItsEnd() throws Exception {
    captureASecond();
    try (Watch watch = new Watch(folder, CALENDAR.next(DATE), "11:00").start()) {
      watch.await("open " + CALENDAR.next(DATE), "recording");
      watch.awaitThat(() -> !holes().isEmpty());
    }
    assertThat(holes()).extracting(Hole::reason).containsExactly(CapturedDay.UNENDED);
  }

  @Test
  void aDayThatWasNotCachedIsOnceItIsOver() throws Exception {
    try (Watch watch = new Watch(folder, DATE, "16:58").start()) {
      watch.await("open " + DATE, "recording").pass(SECOND).awaitTick();
      Captures.events(0, 1).forEach(watch.capture::offer);
    }
    try (Watch watch = new Watch(folder, DATE, "17:10").start()) {
      watch.await("open " + DATE);
      watch.awaitThat(() -> watch.pass(SECOND).lake.cachedTrades(DATE) > 0);
    }
  }

  @Test
  void whatAnEarlierRunCapturedBehindItsLastCachingIsCachedDaysLater() throws Exception {
    List<Trade> prints =
        Captures.events(0, 2).stream()
            .filter(Trade.class::isInstance)
            .map(Trade.class::cast)
            .toList();
    int half = prints.size() / 2;
    try (Watch watch = new Watch(folder, DATE, "11:00").start()) {
      watch.await("open " + DATE, "recording").pass(SECOND).awaitTick();
      prints.subList(0, half).forEach(watch.capture::offer);
      watch.pass(31 * MINUTE).awaitTick();
      watch.awaitThat(() -> watch.pass(SECOND).lake.cachedTrades(DATE) == half);
      prints.subList(half, prints.size()).forEach(watch.capture::offer);
    }
    LocalDate later = CALENDAR.next(CALENDAR.next(CALENDAR.next(DATE)));
    try (Watch watch = new Watch(folder, later, "11:00").start()) {
      watch.await("open " + later, "recording");
      watch.awaitThat(() -> watch.pass(SECOND).lake.cachedTrades(DATE) == prints.size());
      watch.awaitThat(() -> isCached(DATE));
    }
  }

  private boolean isCached(LocalDate date) {
    return CapturedDay.isCached(CapturedDay.file(folder, date));
  }

  private List<Hole> holes() {
    return Captures.recorded(captured()).stream()
        .filter(Hole.class::isInstance)
        .map(Hole.class::cast)
        .toList();
  }

  @Test
  void whatIsOldIsAnnouncedAndGoesAtADaysEnd() throws Exception {
    LocalDate old = DATE.minusDays(40);
    Path file = journal(old);
    journal(DATE.minusDays(2));
    try (Watch watch = new Watch(folder, CALENDAR.previous(DATE), "16:30").start()) {
      watch.await("open 2026-11-19", "recording");
      assertThat(watch.monitor.feeds().deletions())
          .containsExactly(
              "journal/%s, 0 MB: older than 30 days, and nothing else has it: the caches do not"
                  .formatted(old));
      watch.pass(36 * MINUTE).await("cut 2026-11-19", "closed 2026-11-19");
      watch.pass(4 * HOUR).await("open " + DATE, "recording");
      assertThat(file).as("it was announced half an hour before").exists();
      watch.pass(21 * HOUR).await("cut " + DATE, "closed " + DATE);
      watch.awaitThat(() -> !Files.exists(file) && watch.monitor.feeds().deletions().isEmpty());
    }
  }

  private Path journal(LocalDate date) throws IOException {
    Path file = CapturedDay.file(folder, date);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, "");
  }

  private void captureASecond() throws InterruptedException {
    try (Watch watch = new Watch(folder, DATE, "11:00").start()) {
      watch.await("open " + DATE, "recording").pass(SECOND).awaitTick();
      watch.pass(SECOND).awaitTick();
    }
  }

  private CapturedDay captured() {
    return CapturedDay.find(folder, DATE, CALENDAR).orElseThrow();
  }

  /// Spoils a byte of the first block, of which others follow.
  private static void damage(Path journal) throws IOException {
    try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {99}), 128 + 20);
    }
  }
}
