package io.spyglass.session;

import static io.spyglass.session.MergedFeedTest.drain;
import static io.spyglass.session.MergedFeedTest.feedOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TickingFeedTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long HOUR = 3600 * SECOND;
  private static final Index SPX = new Index("SPX");

  @Test
  void everyWholeSecondPassedGetsOneTickBehindTheEventsOfItsInstant() {
    assertThat(ticking(value(SECOND / 2), value(SECOND), value(SECOND + 1), value(3 * SECOND)))
        .containsExactly(
            value(SECOND / 2),
            value(SECOND),
            new Tick(SECOND),
            value(SECOND + 1),
            new Tick(2 * SECOND),
            value(3 * SECOND),
            new Tick(3 * SECOND));
  }

  @Test
  void theLastEventIsFollowedByTheTickThatClosesItsSecond() {
    assertThat(ticking(value(7 * SECOND + 1)))
        .containsExactly(value(7 * SECOND + 1), new Tick(8 * SECOND));
    assertThat(ticking()).isEmpty();
  }

  @Test
  void timesBeforeTheEpochTickToo() {
    assertThat(ticking(value(-3 * SECOND / 2), value(1)))
        .containsExactly(
            value(-3 * SECOND / 2), new Tick(-SECOND), new Tick(0), value(1), new Tick(SECOND));
  }

  @Test
  void aNightCostsTwoTicks() {
    List<MarketEvent> events = ticking(value(1), value(17 * HOUR + 1));

    assertThat(events)
        .containsExactly(
            value(1),
            new Tick(SECOND),
            new Tick(17 * HOUR),
            value(17 * HOUR + 1),
            new Tick(17 * HOUR + SECOND));
  }

  @Test
  void aGapOfTheIdleLimitIsTickedThroughWhole() {
    assertThat(ticking(value(0), value(HOUR))).hasSize(2 + 3601);
  }

  @Test
  void aLateEventGoesThroughAndGivesNoTick() {
    assertThat(ticking(value(5 * SECOND), value(2 * SECOND), value(5 * SECOND + 1)))
        .containsExactly(
            value(5 * SECOND),
            value(2 * SECOND),
            new Tick(5 * SECOND),
            value(5 * SECOND + 1),
            new Tick(6 * SECOND));
  }

  @Test
  void aTickingFeedAroundATickingFeedAddsNothing() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<MarketEvent> events = new ArrayList<>();
      long time = 0;
      for (int i = 0; i < 30; i++) {
        time += random.nextInt(10) == 0 ? 2 * HOUR : random.nextLong(3 * SECOND) - SECOND / 4;
        events.add(value(time));
      }
      List<MarketEvent> once = drain(new TickingFeed(feedOf(events)));

      assertThat(drain(new TickingFeed(feedOf(once)))).isEqualTo(once);
      assertThat(once.stream().filter(e -> !(e instanceof Tick))).isEqualTo(events);
    }
  }

  @Test
  void anIdleLimitBelowASecondIsRefused() {
    assertThatThrownBy(() -> new Cadence(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0.999S");
  }

  private static List<MarketEvent> ticking(MarketEvent... events) {
    return drain(new TickingFeed(feedOf(List.of(events))));
  }

  private static MarketEvent value(long nanos) {
    return new IndexValue(SPX, nanos, nanos, 6000);
  }
}
