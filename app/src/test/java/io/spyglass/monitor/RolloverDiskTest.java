package io.spyglass.monitor;

import static io.spyglass.monitor.Captures.CALENDAR;
import static io.spyglass.monitor.Captures.DATE;
import static io.spyglass.monitor.Watch.HOUR;
import static io.spyglass.monitor.Watch.MINUTE;
import static io.spyglass.monitor.Watch.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.NewYork;
import io.spyglass.journal.Tmpfs;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full while the market is watched: a real one, in memory. The facts go on, it is
/// said that nothing is recorded and why, and what is missing is told afterwards as it is.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RolloverDiskTest {
  private static final String FULL = "No space left on device";

  @TempDir Path folder;

  private Tmpfs disk() throws IOException, InterruptedException {
    return Tmpfs.mount(folder, "size=4m");
  }

  @Test
  void onADiskThatIsFullAtTheStartTheMarketIsShown() throws Exception {
    try (Tmpfs disk = disk()) {
      disk.fill();
      try (Watch watch = new Watch(disk.path(), DATE, "11:00").start()) {
        watch.await("open " + DATE, "not recording");
        goesOnUnrecorded(watch);
        recordsAgain(disk, watch);
      }
      toldAsItWas(disk.path(), DATE, at(DATE, "11:00"));
    }
  }

  @Test
  void onADiskThatIsFullWhereTheNextDayBeginsThatDayIsShown() throws Exception {
    LocalDate before = CALENDAR.previous(DATE);
    try (Tmpfs disk = disk()) {
      try (Watch watch = new Watch(disk.path(), before, "17:04:00").start()) {
        watch.await("open " + before, "recording").pass(30 * SECOND).awaitTick();
        watch.pass(30 * SECOND).await("cut " + before, "closed " + before);
        List<MarketEvent> whole = recorded(disk.path(), before);
        disk.fill();
        watch.pass(3 * HOUR + 5 * MINUTE).await("open " + DATE, "not recording");
        goesOnUnrecorded(watch);
        recordsAgain(disk, watch);
        assertThat(recorded(disk.path(), before)).isEqualTo(whole);
      }
      toldAsItWas(disk.path(), DATE, at(before, "20:10"));
    }
  }

  @Test
  void onADiskThatFillsInTheDayNothingThatWasRecordedIsLost() throws Exception {
    try (Tmpfs disk = disk()) {
      Set<String> handled;
      Set<String> meanwhile;
      try (Watch watch = new Watch(disk.path(), DATE, "09:29").start()) {
        watch.await("open " + DATE, "recording");
        play(watch, 0);
        Set<String> before = new HashSet<>(watch.prints());
        disk.fill();
        play(watch, 1);
        play(watch, 2);
        watch.awaitThat(() -> watch.pass(SECOND).unawaited().contains("not recording"));
        disk.free();
        watch.awaitThat(() -> watch.pass(SECOND).monitor.feeds().recording().on());
        meanwhile = new HashSet<>(watch.prints());
        meanwhile.removeAll(before);
        play(watch, 5);
        handled = new HashSet<>(watch.prints());
      }
      List<Hole> holes = holes(disk.path(), DATE);
      assertThat(holes).isNotEmpty().allMatch(hole -> hole.reason().contains(FULL));
      Set<String> kept = new HashSet<>();
      prints(recorded(disk.path(), DATE)).forEach(print -> kept.add(Capturing.key(print)));
      assertThat(prints(Captures.events(0, 6)))
          .filteredOn(print -> handled.contains(Capturing.key(print)))
          .filteredOn(print -> !kept.contains(Capturing.key(print)))
          .isNotEmpty()
          .allMatch(print -> meanwhile.contains(Capturing.key(print)))
          .allMatch(print -> holes.stream().anyMatch(hole -> spans(hole, print)));
    }
  }

  private static boolean spans(Hole hole, Trade print) {
    return hole.fromNanos() <= print.epochNanos() && print.epochNanos() <= hole.toNanos();
  }

  /// The market of a minute behind the open, until the session has handled all of it.
  private static void play(Watch watch, int minute) throws InterruptedException {
    Captures.play(Captures.events(minute, minute + 1), watch.capture, watch.wall);
    watch.pass(SECOND).awaitTick();
  }

  private static void goesOnUnrecorded(Watch watch) throws InterruptedException {
    long ticks = watch.ticks();
    for (int second = 0; second < 10; second++) {
      watch.pass(SECOND).awaitTick();
    }
    assertThat(watch.ticks()).isGreaterThanOrEqualTo(ticks + 10);
    assertThat(watch.monitor.feeds().recording())
        .matches(recording -> !recording.on() && recording.lost() > 0)
        .matches(recording -> recording.reason().contains(FULL));
    assertThat(watch.unawaited()).isEmpty();
  }

  /// Frees the disk and waits until all is recorded and the hole is told.
  private static void recordsAgain(Tmpfs disk, Watch watch) throws Exception {
    disk.free();
    watch.awaitThat(() -> watch.pass(SECOND).unawaited().size() == 2);
    assertThat(watch.unawaited()).contains("recording").anyMatch(told -> told.contains(FULL));
    watch.await(watch.unawaited().toArray(String[]::new));
    assertThat(watch.monitor.feeds().recording().on()).isTrue();
    watch.pass(SECOND).awaitTick();
  }

  /// Holds that the journal's one hole began with the day, and ends where the journal goes on.
  private static void toldAsItWas(Path data, LocalDate date, long fromNanos) {
    List<Hole> holes = holes(data, date);
    assertThat(holes).hasSize(1);
    Hole hole = holes.getFirst();
    assertThat(hole.reason()).contains(FULL);
    assertThat(hole.fromNanos()).isBetween(fromNanos, fromNanos + 2 * SECOND);
    assertThat(recorded(data, date))
        .filteredOn(Tick.class::isInstance)
        .extracting(MarketEvent::epochNanos)
        .noneMatch(tick -> tick < hole.toNanos() - SECOND)
        .anyMatch(tick -> tick >= hole.toNanos());
  }

  private static List<Hole> holes(Path data, LocalDate date) {
    return recorded(data, date).stream()
        .filter(Hole.class::isInstance)
        .map(Hole.class::cast)
        .toList();
  }

  private static List<Trade> prints(List<MarketEvent> events) {
    return events.stream().filter(Trade.class::isInstance).map(Trade.class::cast).toList();
  }

  private static List<MarketEvent> recorded(Path data, LocalDate date) {
    return Captures.recorded(CapturedDay.find(data, date, CALENDAR).orElseThrow());
  }

  private static long at(LocalDate date, String time) {
    return NewYork.epochNanos(date, LocalTime.parse(time));
  }
}
