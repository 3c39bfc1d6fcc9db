package io.spyglass.journal;

import static io.spyglass.journal.Events.DAY;
import static io.spyglass.journal.Events.MILLI;
import static io.spyglass.journal.Events.SECOND;
import static io.spyglass.journal.Events.START;
import static io.spyglass.journal.Events.drain;
import static io.spyglass.journal.Events.quote;
import static io.spyglass.journal.Events.read;
import static io.spyglass.journal.Events.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Quote;
import io.spyglass.model.Tick;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Feed;
import io.spyglass.session.TickingFeed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SequencerTest {
  @TempDir Path folder;
  private final VirtualClock clock = new VirtualClock(START + SECOND / 2);
  private Path file;
  private Journal journal;

  @BeforeEach
  void openAJournal() {
    file = Journal.file(folder, DAY, "live");
    journal = Journal.open(file, DAY);
  }

  @Test
  void eventsOfOneGroupComeInOrderWhateverTheOrderOfArrival() {
    MarketEvent trade = trade(6000, START + 5);
    MarketEvent first = withSequence(1, START + 5);
    MarketEvent second = withSequence(2, START + 5);
    MarketEvent tie = quote(6001, START + 4);
    MarketEvent sameTie = new Quote(Events.SPY, START + 4, 0, 6001, 9, 9, 9, 9);
    try (Sequencer sequencer = Sequencer.live(() -> journal, clock)) {
      List.of(trade, second, first, tie, sameTie).forEach(sequencer::offer);
      sequencer.finish();

      assertThat(drain(sequencer)).containsExactly(tie, sameTie, first, second, trade);
    }
  }

  @Test
  void aGroupWaitsTwentyMillisecondsAfterItsFirstEventAndNoLonger() throws IOException {
    MarketEvent first = quote(6000, START);
    MarketEvent second = quote(6001, START);
    MarketEvent third = quote(6002, START);
    try (Sequencer sequencer = Sequencer.live(() -> journal, clock)) {
      sequencer.offer(first);
      clock.advance(19 * MILLI);
      sequencer.offer(second);
      clock.advance(MILLI);
      assertThat(sequencer.next()).isEqualTo(first);
      assertThat(sequencer.next()).isEqualTo(second);
      sequencer.offer(third);
      clock.advance(20 * MILLI);
      assertThat(sequencer.next()).isEqualTo(third);
    }

    assertThat(eventsOfEachBlock()).containsExactly(2, 1);
  }

  @Test
  void aClockThatIsSetBackHoldsNothing() {
    try (Sequencer sequencer = Sequencer.live(() -> journal, clock)) {
      sequencer.offer(quote(6000, START));
      clock.advance(-3600 * SECOND);
      assertThat(sequencer.next()).isEqualTo(quote(6000, START));
    }
  }

  @Test
  void whereItFailsNothingIsRecordedAndThatIsSaid() {
    AtomicBoolean isBroken = new AtomicBoolean();
    Clock breaking =
        new Clock() {
          @Override
          public long epochNanos() {
            if (isBroken.get()) {
              throw new IllegalStateException("no time");
            }
            return clock.epochNanos();
          }

          @Override
          public long steadyNanos() {
            return clock.steadyNanos();
          }

          @Override
          public void await(Condition condition, long epochNanos) throws InterruptedException {
            clock.await(condition, epochNanos);
          }
        };
    try (Sequencer sequencer = Sequencer.live(() -> journal, breaking)) {
      sequencer.offer(quote(6000, START));
      isBroken.set(true);

      assertThatThrownBy(() -> drain(sequencer)).hasMessage("the sequencer failed");
      assertThat(sequencer.recording().on()).isFalse();
      assertThat(sequencer.recording().reason()).contains("no time");
    }
  }

  @Test
  void aFullGroupDoesNotWait() throws IOException {
    try (Sequencer sequencer = Sequencer.live(() -> journal, clock)) {
      for (int i = 0; i < Sequencer.GROUP_EVENTS; i++) {
        sequencer.offer(quote(6000, START + i));
      }
      assertThat(sequencer.next()).isEqualTo(quote(6000, START));
    }

    assertThat(eventsOfEachBlock()).containsExactly(Sequencer.GROUP_EVENTS);
  }

  @Test
  void whatTheSessionSeesIsAlreadyInTheJournal() throws IOException {
    try (Sequencer sequencer = Sequencer.live(() -> journal, clock)) {
      for (int i = 0; i < 5; i++) {
        sequencer.offer(quote(6000, START + i));
        clock.advance(20 * MILLI);
        MarketEvent seen = sequencer.next();

        assertThat(read(file)).hasSize(i + 1).last().isEqualTo(seen);
        assertThat(sequencer.recording())
            .isEqualTo(new Recording(true, 0, "", i + 1, 0, Files.size(file)));
      }
    }
  }

  @Test
  void everySecondOfTheWallClockTicksBehindTheEventsBeforeIt() {
    try (Sequencer sequencer = Sequencer.live(() -> journal, clock)) {
      sequencer.offer(quote(6000, START + SECOND));
      sequencer.offer(quote(6001, START + SECOND + 1));
      clock.advance(SECOND / 2);
      assertThat(sequencer.next()).isEqualTo(quote(6000, START + SECOND));
      assertThat(sequencer.next()).isEqualTo(new Tick(START + SECOND));
      assertThat(sequencer.next()).isEqualTo(quote(6001, START + SECOND + 1));

      clock.advance(3 * SECOND);
      assertThat(sequencer.next()).isEqualTo(new Tick(START + 2 * SECOND));
      assertThat(sequencer.next()).isEqualTo(new Tick(START + 3 * SECOND));
      assertThat(sequencer.next()).isEqualTo(new Tick(START + 4 * SECOND));
    }
  }

  @Test
  void whatWaitsIsCounted() {
    try (Sequencer sequencer = Sequencer.live(() -> journal, clock)) {
      assertThat(sequencer.waiting()).isZero();
      for (int i = 0; i < 3; i++) {
        sequencer.offer(quote(6000, START + i));
      }
      assertThat(sequencer.waiting()).isEqualTo(3);
      clock.advance(20 * MILLI);
      assertThat(sequencer.next()).isEqualTo(quote(6000, START));
      assertThat(sequencer.waiting()).isZero();
    }
  }

  @Test
  void aJournalThatIsDamagedIsNotBegun() throws IOException {
    journal.close();
    Files.writeString(file, "PAR1".repeat(100));

    assertThatThrownBy(() -> Sequencer.live(() -> Journal.open(file, DAY), clock))
        .isInstanceOf(CorruptFile.class);
  }

  @Test
  void anEventWithoutATimeOfReceiptIsReceivedNow() {
    try (Sequencer sequencer = Sequencer.live(() -> journal, clock)) {
      for (MarketEvent event : Events.ofEveryKind()) {
        MarketEvent blank = Received.at(MarketEvent.ABSENT, event);
        sequencer.offer(blank);
        clock.advance(20 * MILLI);
        MarketEvent received = sequencer.next();

        if (!(event instanceof Tick)) {
          assertThat(received.receivedNanos()).isEqualTo(clock.epochNanos() - 20 * MILLI);
        }
        assertThat(received).isEqualTo(Received.at(received.receivedNanos(), event));
      }
    }
  }

  @Test
  void recordedEventsGetTheTicksOfTheirOwnTimeHoweverTheyAreGrouped() {
    List<MarketEvent> events = Events.random(5, 3000);
    try (Sequencer sequencer = Sequencer.recorded(journal, Clock.SYSTEM)) {
      Thread.startVirtualThread(() -> {
        events.forEach(sequencer::offer);
        sequencer.finish();
      });

      List<MarketEvent> seen = drain(sequencer);
      assertThat(seen).isEqualTo(drain(new TickingFeed(feedOf(events))));
      assertThat(read(file)).isEqualTo(seen);
    }
  }

  @Test
  void eventsOfManyThreadsAreReplayedFromTheJournalByteForByte()
      throws IOException, InterruptedException, ExecutionException {
    int producers = 6;
    List<MarketEvent> seen = new ArrayList<>();
    try (Sequencer sequencer = Sequencer.live(() -> journal, Clock.SYSTEM);
        ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Boolean>> offers = new ArrayList<>();
      for (int producer = 0; producer < producers; producer++) {
        offers.add(threads.submit(producer(sequencer, producer)));
      }
      threads.execute(() -> finishAfter(offers, sequencer));
      seen.addAll(drain(sequencer));
      for (Future<Boolean> offer : offers) {
        assertThat(offer.get()).isTrue();
      }
    }

    List<MarketEvent> replayed = read(file);
    assertThat(replayed).isEqualTo(seen);
    Path again = Journal.file(folder, DAY, "again");
    Path once = Journal.file(folder, DAY, "once");
    writeWhole(again, replayed);
    writeWhole(once, seen);
    assertThat(again).hasSameBinaryContentAs(once);
    assertThat(counted(seen)).isEqualTo(counted(allOf(producers)));
    assertEachGroupIsInOrder();
  }

  @Test
  void afterTheEndNothingIsTakenAndAllThatWasTakenIsThere() {
    try (Sequencer sequencer = Sequencer.live(() -> journal, clock)) {
      assertThat(sequencer.offer(quote(6000, START))).isTrue();
      sequencer.finish();
      assertThat(sequencer.offer(quote(6001, START))).isFalse();

      assertThat(drain(sequencer)).containsExactly(quote(6000, START));
      assertThat(sequencer.next()).isNull();
    }
    assertThat(read(file)).containsExactly(quote(6000, START));
  }

  @Test
  void closingRecordsWhatTheSessionNeverPulled() {
    int count = 4 * Sequencer.GROUP_EVENTS;
    Sequencer sequencer = Sequencer.live(() -> journal, clock);
    for (int i = 0; i < count; i++) {
      sequencer.offer(quote(6000, START + i));
    }
    sequencer.close();
    sequencer.close();

    assertThat(sequencer.next()).isNull();
    assertThat(read(file)).hasSize(count);
  }

  @Test
  void aReaderThatWaitsIsReleasedByTheClose() throws InterruptedException, ExecutionException {
    Sequencer sequencer = Sequencer.live(() -> journal, clock);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<MarketEvent>> reader = threads.submit(() -> drain(sequencer));
      sequencer.close();

      assertThat(reader.get()).isEmpty();
    }
  }

  @Test
  void anInterruptedReaderGetsNoMoreAndKeepsItsFlag() {
    try (Sequencer sequencer = Sequencer.live(() -> journal, clock)) {
      Thread.currentThread().interrupt();

      assertThat(sequencer.next()).isNull();
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aRestartOnTheSameJournalRecordsTheHoleBetween() {
    journal.append(List.of(quote(6000, START), new Tick(START + SECOND / 4)));
    journal.close();
    try (Sequencer sequencer = Sequencer.live(() -> Journal.open(file, DAY), clock)) {
      sequencer.offer(quote(6001, START + SECOND / 2));
      sequencer.finish();
      long now = clock.epochNanos();

      assertThat(drain(sequencer))
          .containsExactly(
              quote(6001, START + SECOND / 2),
              new Hole(now, now, START, now, Sequencer.RESTART, false));
    }
    assertThat(read(file)).hasSize(4);
  }

  private static Quote withSequence(long sequence, long nanos) {
    return new Quote(Events.contract(6000), nanos, nanos, sequence, 1, 2, 3, 4);
  }

  private static Callable<Boolean> producer(Sequencer sequencer, int seed) {
    return () -> {
      boolean taken = true;
      for (MarketEvent event : Events.random(seed, 20_000)) {
        taken &= sequencer.offer(event);
      }
      return taken;
    };
  }

  private static List<MarketEvent> allOf(int producers) {
    List<MarketEvent> events = new ArrayList<>();
    for (int producer = 0; producer < producers; producer++) {
      events.addAll(Events.random(producer, 20_000));
    }
    return events;
  }

  private static Map<MarketEvent, Long> counted(List<MarketEvent> events) {
    return events.stream()
        .filter(event -> !(event instanceof Tick))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static void finishAfter(List<Future<Boolean>> offers, Sequencer sequencer) {
    try {
      for (Future<Boolean> offer : offers) {
        offer.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      sequencer.finish();
    }
  }

  private static void writeWhole(Path path, List<MarketEvent> events) {
    try (Journal whole = Journal.open(path, DAY)) {
      whole.append(events);
    }
  }

  private void assertEachGroupIsInOrder() throws IOException {
    List<MarketEvent> events = read(file);
    int from = 0;
    for (int count : eventsOfEachBlock()) {
      assertThat(events.subList(from, from + count)).isSortedAccordingTo(MarketEvent.ORDER);
      from += count;
    }
    assertThat(from).isEqualTo(events.size());
  }

  private List<Integer> eventsOfEachBlock() throws IOException {
    List<Integer> counts = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Blocks blocks = new Blocks(file, channel);
      while (blocks.next()) {
        counts.add(blocks.events());
      }
    }
    return counts;
  }

  private static Feed feedOf(List<MarketEvent> events) {
    Iterator<MarketEvent> remaining = events.iterator();
    return () -> remaining.hasNext() ? remaining.next() : null;
  }
}
