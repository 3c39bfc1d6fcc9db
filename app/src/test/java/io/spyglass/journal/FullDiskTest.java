package io.spyglass.journal;

import static io.spyglass.journal.Events.DAY;
import static io.spyglass.journal.Events.MILLI;
import static io.spyglass.journal.Events.SECOND;
import static io.spyglass.journal.Events.START;
import static io.spyglass.journal.Events.quote;
import static io.spyglass.journal.Events.read;
import static io.spyglass.journal.Events.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full, and one that is read-only: real ones, in memory.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FullDiskTest {
  private static final int SMALL = 64;

  @TempDir Path folder;

  @Test
  void aGroupThatDoesNotFitLeavesNoTraceAndTheJournalGoesOn()
      throws IOException, InterruptedException {
    try (Tmpfs disk = Tmpfs.mount(folder, "size=256k")) {
      Path file = Journal.file(disk.path(), DAY, "live");
      List<MarketEvent> small = Events.random(1, SMALL);
      List<MarketEvent> expected = new ArrayList<>();
      try (Journal journal = Journal.open(file, DAY)) {
        for (int i = 0; i < 3; i++) {
          journal.append(small);
          expected.addAll(small);
          List<MarketEvent> large = Events.random(2 + i, 60_000);

          assertThatThrownBy(() -> journal.append(large))
              .isInstanceOf(Outage.class)
              .hasMessageContaining(file.toString())
              .hasMessageContaining("No space left on device")
              .hasMessageContaining("free");
        }
        assertThat(journal.events()).isEqualTo(expected.size());
      }
      assertThat(read(file)).isEqualTo(expected);
    }
  }

  @Test
  void onAFullDiskEventsGoOnNotRecordedAndTheHoleIsRecorded()
      throws IOException, InterruptedException {
    try (Tmpfs disk = Tmpfs.mount(folder, "size=256k")) {
      VirtualClock clock = new VirtualClock(START);
      Path file = Journal.file(disk.path(), DAY, "live");
      List<MarketEvent> seen = new ArrayList<>();
      try (Sequencer sequencer = Sequencer.live(() -> Journal.open(file, DAY), clock)) {
        pass(sequencer, clock, seen, 5);
        long lastWhole = clock.epochNanos();
        disk.fill();
        int lost = passUntil(sequencer, clock, seen, false);
        assertThat(sequencer.recording().reason()).contains("No space left on device");
        lost += pass(sequencer, clock, seen, 3);
        assertThat(sequencer.recording())
            .matches(recording -> !recording.on() && recording.sinceNanos() >= lastWhole);
        assertThat(sequencer.recording().lostEvents())
            .isGreaterThanOrEqualTo(3)
            .isLessThanOrEqualTo(lost);

        long lastLost = clock.epochNanos();
        disk.free();
        clock.advance(SECOND);
        passUntil(sequencer, clock, seen, true);
        pass(sequencer, clock, seen, 2);

        List<Hole> holes = holes(seen);
        assertThat(holes).hasSize(1);
        assertThat(holes.getFirst().fromNanos()).isBetween(lastWhole, lastLost);
        assertThat(holes.getFirst().toNanos()).isBetween(lastLost, clock.epochNanos());
        assertThat(holes.getFirst().reason()).contains("No space left on device");
      }
      List<MarketEvent> recorded = read(file);
      assertThat(holes(recorded)).isEqualTo(holes(seen));
      assertThat(seen).containsSubsequence(recorded);
    }
  }

  @Test
  void onADiskThatIsFullAtTheStartTheJournalIsBegunOnceThereIsRoom()
      throws IOException, InterruptedException {
    try (Tmpfs disk = Tmpfs.mount(folder, "size=256k")) {
      VirtualClock clock = new VirtualClock(START);
      Path file = Journal.file(disk.path(), DAY, "live");
      disk.fill();
      List<MarketEvent> seen = new ArrayList<>();
      try (Sequencer sequencer = Sequencer.live(() -> Journal.open(file, DAY), clock)) {
        assertThat(sequencer.recording().on()).isFalse();
        int lost = pass(sequencer, clock, seen, 3);
        assertThat(sequencer.recording().reason()).contains("No space left on device");
        assertThat(sequencer.recording().lostEvents()).isEqualTo(lost);
        long lastLost = clock.epochNanos();
        disk.free();
        clock.advance(SECOND);
        passUntil(sequencer, clock, seen, true);
        pass(sequencer, clock, seen, 1);

        assertThat(holes(seen))
            .singleElement()
            .satisfies(hole -> {
              assertThat(hole.fromNanos()).isEqualTo(START);
              assertThat(hole.toNanos()).isBetween(lastLost - 20 * MILLI, lastLost);
              assertThat(hole.reason()).contains("No space left on device");
            });
        assertThat(sequencer.recording().bytes()).isEqualTo(Files.size(file));
      }
      assertThat(holes(read(file))).isEqualTo(holes(seen));
    }
  }

  @Test
  void aRestartOnADiskThatRefusesRecordsWhatNobodySawAndWhatTheSessionSaw()
      throws IOException, InterruptedException {
    try (Tmpfs disk = Tmpfs.mount(folder, "size=256k")) {
      Path file = Journal.file(disk.path(), DAY, "live");
      try (Journal earlier = Journal.open(file, DAY)) {
        earlier.append(List.of(quote(6000, START)));
      }
      long restart = START + 100 * SECOND;
      VirtualClock clock = new VirtualClock(restart);
      List<MarketEvent> seen = new ArrayList<>();
      disk.remount("ro");
      try (Sequencer sequencer = Sequencer.live(() -> Journal.open(file, DAY), clock)) {
        pass(sequencer, clock, seen, 3);
        assertThat(sequencer.recording().on()).isFalse();
        disk.remount("rw");
        clock.advance(SECOND);
        passUntil(sequencer, clock, seen, true);
        pass(sequencer, clock, seen, 1);
      }
      List<Hole> holes = holes(read(file));
      assertThat(holes).isEqualTo(holes(seen)).hasSize(2);
      Hole unseen = holes.getFirst();
      assertThat(unseen.reason()).isEqualTo(Sequencer.RESTART);
      assertThat(unseen.fromNanos()).isEqualTo(START);
      assertThat(unseen.toNanos()).isBetween(restart, restart + 20 * MILLI);
      Hole unrecorded = holes.getLast();
      assertThat(unrecorded.reason()).contains("Read-only file system");
      assertThat(unrecorded.fromNanos()).isEqualTo(restart);
    }
  }

  @Test
  void aPrintOfEarlierThatIsLostIsInTheHole() throws IOException, InterruptedException {
    try (Tmpfs disk = Tmpfs.mount(folder, "size=256k")) {
      VirtualClock clock = new VirtualClock(START + 3600 * SECOND);
      Path file = Journal.file(disk.path(), DAY, "live");
      List<MarketEvent> seen = new ArrayList<>();
      try (Sequencer sequencer = Sequencer.live(() -> Journal.open(file, DAY), clock)) {
        pass(sequencer, clock, seen, 1);
        disk.fill();
        passUntil(sequencer, clock, seen, false);
        sequencer.offer(trade(6000, START + 7));
        pass(sequencer, clock, seen, 1);
        disk.free();
        clock.advance(SECOND);
        passUntil(sequencer, clock, seen, true);
        pass(sequencer, clock, seen, 1);
      }
      assertThat(holes(read(file)))
          .singleElement()
          .extracting(Hole::fromNanos)
          .isEqualTo(START + 7);
    }
  }

  @Test
  void aHoleThatIsOpenAtTheEndIsRecordedAtTheEnd() throws IOException, InterruptedException {
    try (Tmpfs disk = Tmpfs.mount(folder, "size=256k")) {
      VirtualClock clock = new VirtualClock(START);
      Path file = Journal.file(disk.path(), DAY, "live");
      try (Sequencer sequencer = Sequencer.live(() -> Journal.open(file, DAY), clock)) {
        disk.fill();
        passUntil(sequencer, clock, new ArrayList<>(), false);
        disk.free();
      }
      assertThat(read(file)).last().isInstanceOf(Hole.class);
    }
  }

  @Test
  void aReadOnlyFolderIsAnOutageThatSaysWhatToDo() throws IOException, InterruptedException {
    try (Tmpfs disk = Tmpfs.mount(folder, "size=256k")) {
      Path file = Journal.file(disk.path(), DAY, "live");
      Journal.open(file, DAY).close();
      disk.remount("ro");

      for (Path refused : List.of(file, Journal.file(disk.path(), DAY.plusDays(3), "live"))) {
        assertThatThrownBy(() -> Journal.open(refused, DAY))
            .isInstanceOf(Outage.class)
            .hasMessageContaining(refused.toString())
            .hasMessageContaining("Read-only file system")
            .hasMessageContaining("choose another data folder");
      }
      assertThatThrownBy(() -> DataFolder.claim(disk.path()))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("Read-only file system");
      assertThat(read(file)).isEmpty();
    }
  }

  /// Passes single events through the sequencer, each a group of its own, and gives how many came.
  private static int pass(
      Sequencer sequencer, VirtualClock clock, List<MarketEvent> seen, int count) {
    int before = seen.size();
    for (int i = 0; i < count; i++) {
      MarketEvent event = quote(6000, clock.epochNanos());
      sequencer.offer(event);
      clock.advance(20 * MILLI);
      do {
        seen.add(sequencer.next());
      } while (!seen.getLast().equals(event));
    }
    return seen.size() - before;
  }

  private static int passUntil(
      Sequencer sequencer, VirtualClock clock, List<MarketEvent> seen, boolean recording) {
    int passed = 0;
    while (sequencer.recording().on() != recording) {
      passed += pass(sequencer, clock, seen, 1);
    }
    return passed;
  }

  private static List<Hole> holes(List<MarketEvent> events) {
    return events.stream().filter(Hole.class::isInstance).map(Hole.class::cast).toList();
  }
}
