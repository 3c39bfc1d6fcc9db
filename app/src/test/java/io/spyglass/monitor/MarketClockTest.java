package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spyglass.journal.Clock;
import io.spyglass.journal.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketClockTest {
  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long HOUR = 3600 * SECOND;
  private static final long NOON = 1_795_194_000L * SECOND;

  private final VirtualClock wall = new VirtualClock(NOON);
  private final MarketClock clock = new MarketClock(wall);

  @Test
  void beforeTheVendorIsHeardItIsTheMachinesClock() {
    assertThat(clock.epochNanos()).isEqualTo(NOON);
    assertThat(clock.skewNanos()).isZero();
    assertThat(clock.isFollowing()).isFalse();
    assertThat(clock.note()).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {-60, -1, 0, 1, 60})
  void withinAMinuteOfTheVendorsTheMachinesClockIsTrusted(long seconds) {
    clock.hear(NOON + seconds * SECOND);
    assertThat(clock.epochNanos()).isEqualTo(NOON);
    assertThat(clock.skewNanos()).isEqualTo(seconds * SECOND);
    assertThat(clock.isFollowing()).isFalse();
  }

  @Test
  void aMachineThatIsAnHourLateFollowsTheVendorAndSaysSo() {
    clock.hear(NOON + HOUR);
    wall.advance(5 * SECOND);
    assertThat(clock.epochNanos()).isEqualTo(NOON + HOUR + 5 * SECOND);
    assertThat(clock.note())
        .isEqualTo(
            "this machine's clock is 3,600 s behind the vendor's, which is followed: set the"
                + " clock");
    clock.hear(NOON - HOUR + 5 * SECOND);
    assertThat(clock.epochNanos()).isEqualTo(NOON - HOUR + 5 * SECOND);
    assertThat(clock.note()).contains("3,600 s ahead of the vendor's");
  }

  @Test
  void onceTheMachinesClockIsSetItIsTrustedAgain() {
    clock.hear(NOON + HOUR);
    wall.step(HOUR - 40 * SECOND);
    clock.hear(NOON + HOUR);
    assertThat(clock.isFollowing()).as("40 s apart").isTrue();
    wall.step(20 * SECOND);
    clock.hear(NOON + HOUR);
    assertThat(clock.isFollowing()).as("20 s apart").isFalse();
    assertThat(clock.epochNanos()).isEqualTo(wall.epochNanos());
    assertThat(clock.note()).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {-HOUR, -20 * SECOND, 20 * SECOND, 4 * HOUR})
  void aStepOfTheMachinesClockMovesNothingBeforeTheVendorIsHeard(long step) {
    clock.hear(NOON);
    wall.step(step);
    wall.advance(5 * SECOND);
    assertThat(clock.isInDoubt()).isTrue();
    assertThat(clock.epochNanos()).isEqualTo(NOON + 5 * SECOND);
    clock.hear(NOON + 5 * SECOND);
    assertThat(clock.isInDoubt()).isFalse();
    assertThat(clock.epochNanos() - NOON).isIn(5 * SECOND, 5 * SECOND + step);
    assertThat(clock.isFollowing()).isEqualTo(Math.abs(step) > 60 * SECOND);
  }

  @Test
  void aWrongClockThatIsPutRightMovesNothing() {
    clock.hear(NOON + 4 * HOUR);
    wall.step(4 * HOUR);
    assertThat(clock.epochNanos()).isEqualTo(NOON + 4 * HOUR);
    clock.hear(NOON + 4 * HOUR);
    assertThat(clock.isFollowing()).isFalse();
    assertThat(clock.epochNanos()).isEqualTo(NOON + 4 * HOUR);
  }

  @Test
  void withNobodyToAskALeapForwardIsASleepAndOneBackIsNotBelieved() {
    clock.hear(NOON);
    wall.step(8 * HOUR);
    clock.unheard();
    assertThat(clock.epochNanos()).isEqualTo(NOON + 8 * HOUR);
    wall.step(-HOUR);
    clock.unheard();
    wall.advance(SECOND);
    assertThat(clock.epochNanos()).isEqualTo(NOON + 8 * HOUR + SECOND);
  }

  @Test
  void beforeTheVendorIsHeardAStepIsFollowed() {
    wall.step(HOUR);
    clock.unheard();
    assertThat(clock.epochNanos()).isEqualTo(NOON + HOUR);
  }

  @Test
  void whatIsFarAheadIsReachedOnceTheVendorSaysSo() {
    clock.hear(NOON);
    assertThat(clock.isReached(NOON + 60 * SECOND)).isTrue();
    assertThat(clock.isReached(NOON + HOUR)).isFalse();
    clock.asking(() -> clock.hear(NOON + HOUR));
    assertThat(clock.isReached(NOON + 3 * HOUR)).isFalse();
    assertThat(clock.isReached(NOON + HOUR)).isTrue();
  }

  @Test
  void secondsThatAreCutOffDoNotSetAFollowedClockBack() {
    clock.hear(NOON + HOUR);
    wall.advance(900 * MILLI);
    clock.hear(NOON + HOUR);
    assertThat(clock.epochNanos()).isEqualTo(NOON + HOUR + 900 * MILLI);
    wall.advance(1000 * MILLI);
    clock.hear(NOON + HOUR + SECOND);
    assertThat(clock.epochNanos()).isEqualTo(NOON + HOUR + 1900 * MILLI);
  }

  @Test
  void aMarketOfAnySpeedIsFollowedByItsEvents() {
    clock.hear(NOON + HOUR);
    for (long i = 1; i <= 100; i++) {
      wall.advance(10 * MILLI);
      clock.observe(NOON + HOUR + i * 600 * MILLI);
      assertThat(clock.epochNanos()).isEqualTo(NOON + HOUR + i * 600 * MILLI);
    }
    clock.observe(NOON);
    assertThat(clock.epochNanos()).as("late events do not count").isGreaterThan(NOON + HOUR);
  }

  @Test
  void aMarketThatStandsOrGoesBackIsFollowedBack() {
    clock.hear(NOON + HOUR);
    wall.advance(10 * SECOND);
    clock.hear(NOON + HOUR);
    assertThat(clock.epochNanos()).isEqualTo(NOON + HOUR);
    clock.hear(NOON - 24 * HOUR);
    assertThat(clock.epochNanos()).isEqualTo(NOON - 24 * HOUR);
  }

  @Test
  void eventsDoNotMoveATrustedClock() {
    clock.hear(NOON + SECOND);
    clock.observe(NOON + HOUR);
    assertThat(clock.epochNanos()).isEqualTo(NOON);
  }

  @Test
  void theSessionsClockIsLateByTheDelayOfThePlan() {
    Clock session = clock.session();
    assertThat(session.epochNanos()).isEqualTo(NOON);
    clock.delay(900 * SECOND);
    assertThat(session.epochNanos()).isEqualTo(NOON - 900 * SECOND);
    assertThat(clock.epochNanos()).isEqualTo(NOON);
    clock.hear(NOON + HOUR);
    assertThat(session.epochNanos()).isEqualTo(NOON + HOUR - 900 * SECOND);
    assertThatIllegalArgumentException().isThrownBy(() -> clock.delay(-1));
  }

  @Test
  void waitsAreInTheMachinesTimeAndNeverLong() throws InterruptedException {
    List<Long> waits = new ArrayList<>();
    MarketClock market = new MarketClock(new Recorded(waits));
    market.delay(900 * SECOND);
    ReentrantLock lock = new ReentrantLock();
    Condition condition = lock.newCondition();

    market.await(condition, NOON + 300 * MILLI);
    market.await(condition, NOON - 300 * MILLI);
    market.await(condition, Long.MAX_VALUE);
    market.session().await(condition, NOON - 900 * SECOND + 5 * MILLI);
    market.session().await(condition, Long.MAX_VALUE);
    market.hear(NOON + HOUR);
    market.await(condition, NOON + HOUR + 5 * MILLI);
    market.await(condition, NOON + 2 * HOUR);

    assertThat(waits)
        .containsExactly(
            NOON + 300 * MILLI,
            NOON - 300 * MILLI,
            NOON + SECOND,
            NOON + 5 * MILLI,
            NOON + SECOND,
            NOON + 5 * MILLI,
            NOON + 20 * MILLI);
  }

  /// A clock that stands at noon and notes until when it was asked to wait.
  private record Recorded(List<Long> waits) implements Clock {
    @Override
    public long epochNanos() {
      return NOON;
    }

    @Override
    public long steadyNanos() {
      return 0;
    }

    @Override
    public void await(Condition condition, long epochNanos) {
      waits.add(epochNanos);
    }
  }
}
