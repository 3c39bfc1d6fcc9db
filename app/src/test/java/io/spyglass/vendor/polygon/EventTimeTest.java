package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventTimeTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long HOUR = 3600 * SECOND;
  private static final long NOON = 1_795_190_400 * SECOND;

  private final EventTime time = new EventTime(NOON);
  private long steady;

  /// Lets time pass by both clocks.
  private void pass(long nanos) {
    steady += nanos;
    time.look(steady, NOON + steady);
  }

  private boolean advance(long epochNanos) {
    return time.advance(epochNanos);
  }

  /// Lets two events tell that it is noon.
  private void noon() {
    pass(0);
    assertThat(advance(NOON - 1)).isFalse();
    assertThat(advance(NOON)).isTrue();
  }

  @Test
  void itIsKnownOnceTwoEventsAgree() {
    assertThat(advance(NOON)).isFalse();
    assertThat(time.isKnown()).isFalse();
    assertThat(advance(NOON)).as("the same once more").isFalse();
    assertThat(advance(NOON + SECOND)).isTrue();
    assertThat(time.latestNanos()).isEqualTo(NOON + SECOND);
  }

  @Test
  void anEventIsBelievedThatIsNoFurtherAheadThanWhatHasPassed() {
    noon();
    pass(40 * 60 * SECOND);

    assertThat(advance(NOON + 40 * 60 * SECOND)).isTrue();
    assertThat(advance(NOON + 40 * 60 * SECOND + 30 * SECOND)).isFalse();
    assertThat(time.latestNanos()).isEqualTo(NOON + 40 * 60 * SECOND);
  }

  @Test
  void atTheMostItIsWhatTheFasterClockSays() {
    noon();
    steady += 4 * SECOND;
    time.look(steady, NOON + 8 * SECOND);
    assertThat(time.nowNanos()).isEqualTo(NOON + 4 * SECOND);
    assertThat(time.mostNanos()).as("a market at twice our pace").isEqualTo(NOON + 8 * SECOND);

    time.look(steady, NOON - HOUR);
    assertThat(time.mostNanos()).as("a clock that was set back").isEqualTo(NOON + 4 * SECOND);
  }

  @Test
  void eventsThatAreRareTellTheTimeByHowFarTheyAreApart() {
    pass(0);
    assertThat(advance(NOON)).isFalse();
    pass(120 * SECOND);
    assertThat(advance(NOON + 120 * SECOND)).isTrue();
    EventTime asleep = new EventTime(0);
    asleep.look(0, 0);
    assertThat(asleep.advance(NOON)).isFalse();
    assertThat(asleep.advance(NOON + 1)).isTrue();
    asleep.look(60 * SECOND, 8 * HOUR);
    assertThat(asleep.advance(NOON + 8 * HOUR)).isFalse();
    asleep.look(180 * SECOND, 8 * HOUR + 120 * SECOND);
    assertThat(asleep.advance(NOON + 8 * HOUR + 120 * SECOND)).isTrue();
  }

  @Test
  void anEventFromTheFutureIsNotBelievedHoweverOftenItComes() {
    noon();
    for (int i = 0; i < 3; i++) {
      assertThat(advance(NOON + 7 * 24 * HOUR)).isFalse();
    }
    assertThat(advance(NOON + SECOND)).isTrue();
    assertThat(time.latestNanos()).isEqualTo(NOON + SECOND);
  }

  @Test
  void twoLiarsAreFoundOutByAllTheOthers() {
    noon();
    assertThat(advance(NOON + 24 * HOUR)).isFalse();
    assertThat(advance(NOON + 24 * HOUR + 1)).isTrue();
    for (int i = 1; i <= 50; i++) {
      assertThat(advance(NOON + i)).isFalse();
    }

    assertThat(time.latestNanos()).isEqualTo(NOON + 50);
    assertThat(advance(NOON + 51)).isTrue();
  }

  @Test
  void aNightIsBelievedWithItsSecondEventThoughTheMachineSlept() {
    noon();
    assertThat(advance(NOON + 20 * HOUR)).isFalse();
    assertThat(advance(NOON + 20 * HOUR + 1)).isTrue();
  }

  @Test
  void anOlderEventIsLateAndNoNews() {
    noon();
    assertThat(advance(NOON + SECOND)).isTrue();

    assertThat(advance(NOON)).isFalse();
    assertThat(time.isLate(NOON)).isFalse();
    assertThat(time.isLate(NOON - 1)).isTrue();
  }

  @Test
  void betweenEventsItGoesOnWithWhatHasPassed() {
    noon();
    pass(30 * SECOND);

    assertThat(time.nowNanos()).isEqualTo(NOON + 30 * SECOND);
    assertThat(time.isSure()).isTrue();
  }

  @Test
  void aSleepOrAJumpOfTheClockMakesItUnsure() {
    noon();
    time.look(steady + SECOND, NOON + 5 * HOUR);
    assertThat(time.isSure()).isFalse();
    assertThat(time.nowNanos()).isEqualTo(NOON + SECOND);
    time.look(steady + SECOND, NOON - 5 * HOUR);
    assertThat(time.isSure()).isFalse();
  }

  @Test
  void whatWasBeforeTheFirstEventIsDatedByWhatHasPassed() {
    pass(0);
    EventTime.Mark mark = time.mark();
    pass(60 * SECOND);

    assertThat(time.since(mark, NOON + 60 * SECOND)).as("a prompt plan").isEqualTo(NOON);
    assertThat(time.since(mark, NOON + 5 * HOUR + 60 * SECOND))
        .as("a clock that is five hours behind")
        .isEqualTo(NOON + 5 * HOUR);
    assertThat(time.since(mark, NOON - 840 * SECOND))
        .as("a plan that is a quarter of an hour late")
        .isEqualTo(NOON - 900 * SECOND);
  }
}
