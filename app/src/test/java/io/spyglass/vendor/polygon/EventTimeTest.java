package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import org.junit.jupiter.api.Test;

class EventTimeTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long HOUR = 3600 * SECOND;
  private static final long NOON = 1_795_190_400 * SECOND;

  private final EventTime time = new EventTime();

  private static MarketEvent at(long epochNanos, long receivedNanos) {
    return new IndexValue(new Index("SPX"), epochNanos, receivedNanos, 6640);
  }

  private boolean advance(long epochNanos) {
    return time.advance(at(epochNanos, epochNanos));
  }

  @Test
  void itIsKnownOnceTwoEventsAgree() {
    assertThat(advance(NOON)).isFalse();
    assertThat(time.isKnown()).isFalse();
    assertThat(advance(NOON + SECOND)).isTrue();
    assertThat(time.latestNanos()).isEqualTo(NOON + SECOND);
  }

  @Test
  void oneEventFromTheFarFutureIsNotBelieved() {
    assertThat(advance(NOON)).isFalse();
    assertThat(advance(NOON + 1)).isTrue();
    assertThat(advance(NOON + 24 * HOUR)).isFalse();
    assertThat(advance(NOON + SECOND)).isTrue();
    assertThat(time.latestNanos()).isEqualTo(NOON + SECOND);
  }

  @Test
  void aNightIsBelievedWithItsSecondEvent() {
    assertThat(advance(NOON)).isFalse();
    assertThat(advance(NOON + 1)).isTrue();
    assertThat(advance(NOON + 20 * HOUR)).isFalse();
    assertThat(advance(NOON + 20 * HOUR + 1)).isTrue();
  }

  @Test
  void anOlderEventIsLateAndNoNews() {
    assertThat(advance(NOON)).isFalse();
    assertThat(advance(NOON + 2 * SECOND)).isTrue();

    assertThat(advance(NOON + SECOND)).isFalse();
    assertThat(time.isLate(NOON + SECOND)).isFalse();
    assertThat(time.isLate(NOON)).isTrue();
  }

  @Test
  void betweenEventsItGoesOnByTheClockWithTheDelayOfThePlan() {
    long quarter = 900 * SECOND;
    assertThat(time.advance(at(NOON, NOON + quarter))).isFalse();
    assertThat(time.advance(at(NOON + 1, NOON + 1 + quarter))).isTrue();

    assertThat(time.nowNanos(NOON + quarter + 30 * SECOND)).isEqualTo(NOON + 30 * SECOND);
  }

  @Test
  void aClockThatJumpsBackDoesNotTakeItAlong() {
    assertThat(advance(NOON)).isFalse();
    assertThat(advance(NOON + 1)).isTrue();

    assertThat(time.nowNanos(NOON - HOUR)).isGreaterThan(NOON);
  }

  @Test
  void beforeAnyEventItIsTheClocks() {
    assertThat(time.nowNanos(NOON)).isEqualTo(NOON);
  }
}
