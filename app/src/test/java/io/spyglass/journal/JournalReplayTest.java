package io.spyglass.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.session.FactLog;
import io.spyglass.session.Feed;
import io.spyglass.session.Output;
import io.spyglass.session.Session;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a session made of events that raced through threads, it makes again of their journal.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JournalReplayTest {
  private static final Underlying SPX = new Underlying("SPX");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final long OPEN = CALENDAR.day(DAY).regular().fromNanos();
  private static final int[] CODES = {209, 209, 219, 232, 227, 204, 201};
  private static final int PRODUCERS = 4;

  @TempDir Path folder;

  @RepeatedTest(3)
  void aSessionThroughThreadsAndItsJournalHaveTheSameFacts(RepetitionInfo run) {
    Path file = Journal.file(folder, DAY, "race");
    List<String> live = new ArrayList<>();
    try (Sequencer sequencer = Sequencer.recorded(Journal.open(file, DAY), Clock.SYSTEM)) {
      race(sequencer, run.getCurrentRepetition());
      live.addAll(facts(sequencer));
    }

    List<String> replayed;
    try (JournalFeed journal = JournalFeed.open(file)) {
      replayed = facts(journal);
    }
    assertThat(replayed).isEqualTo(live);
    assertThat(live.stream().map(fact -> fact.substring(0, fact.indexOf(','))).distinct())
        .contains("print", "row", "spot", "view", "tick", "news");
  }

  /// Starts producers that offer a stream each, as fast as they can, all at the same time.
  private static void race(Sequencer sequencer, long seed) {
    CountDownLatch start = new CountDownLatch(PRODUCERS);
    CountDownLatch done = new CountDownLatch(PRODUCERS);
    for (int producer = 0; producer < PRODUCERS; producer++) {
      List<MarketEvent> stream = stream(seed * PRODUCERS + producer);
      Thread.startVirtualThread(() -> {
        start.countDown();
        await(start);
        stream.forEach(sequencer::offer);
        done.countDown();
        await(done);
        sequencer.finish();
      });
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> facts(Feed feed) {
    List<String> facts = new ArrayList<>();
    Output output = new FactLog(facts::add);
    Map<Underlying, FlowRules> watched = Map.of(SPX, FlowRules.standard(SPX));
    new Session(new FlowState(DAY, CALENDAR, watched, output), output).run(feed);
    return facts;
  }

  /// A wild half-hour of one vendor: prints on both sides, late ones, a spot that jumps.
  private static List<MarketEvent> stream(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<MarketEvent> stream = new ArrayList<>();
    long at = OPEN - 5 * Events.SECOND;
    for (int i = 0; i < 4000; i++) {
      at += random.nextLong(Events.SECOND) / Events.MILLI * Events.MILLI;
      double price = 1 + random.nextInt(40) * 0.05;
      Right right = random.nextBoolean() ? Right.CALL : Right.PUT;
      OptionContract option = OptionContract.of("SPXW", DAY, right, 5950 + 5 * random.nextInt(20));
      stream.add(
          switch (random.nextInt(40)) {
            case 0 -> news(at, i);
            case 1, 2 -> new IndexValue(new Index("SPX"), at, at, 5950 + random.nextInt(100));
            case 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 -> trade(option, at, i, price, random);
            default -> new Quote(option, at, at, i, price - 0.1, price + 0.1, 5, 5);
          });
    }
    return stream;
  }

  private static MarketEvent news(long at, int number) {
    return new News("n" + number, at, at, "title", "", Double.NaN, List.of(), List.of("SPX"));
  }

  private static MarketEvent trade(
      OptionContract option, long at, int number, double price, SplittableRandom random) {
    Conditions conditions = Conditions.of(CODES[random.nextInt(CODES.length)]);
    return new Trade(option, at, at, -1, number, price, 1 + number % 9, 302, conditions, 0);
  }
}
