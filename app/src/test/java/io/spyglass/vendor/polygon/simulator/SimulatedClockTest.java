package io.spyglass.vendor.polygon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
  private static final long SECOND = 1_000_000_000L;
  private final AtomicLong steady = new AtomicLong(17);
  private final long open = Simulated.at("09:30");

  private SimulatedClock clock(double speed) {
    return SimulatedClock.of(Simulated.DATE, LocalTime.of(9, 30), speed, steady::get);
  }

  @Test
  void itRunsAtItsSpeedAndKeepsItsTimeWhenThatChanges() {
    SimulatedClock clock = clock(10);
    steady.addAndGet(SECOND);
    assertThat(clock.nowNanos()).isEqualTo(open + 10 * SECOND);

    clock.speed(1);
    steady.addAndGet(SECOND);
    assertThat(clock.nowNanos()).isEqualTo(open + 11 * SECOND);
  }

  @Test
  void itStandsStillWhilePausedAndGoesOnFromThere() {
    SimulatedClock clock = clock(1);
    clock.pause(true);
    steady.addAndGet(SECOND);
    assertThat(clock.nowNanos()).isEqualTo(open);

    clock.pause(false);
    steady.addAndGet(SECOND);
    assertThat(clock.nowNanos()).isEqualTo(open + SECOND);
  }

  @Test
  void anUnpacedOneIsWhereTheMarketHasComeTo() {
    SimulatedClock clock = clock(SimulatedClock.UNPACED);
    steady.addAndGet(SECOND);
    assertThat(clock.nowNanos()).isEqualTo(open);
    clock.reach(open + 5, clock.jumps());
    assertThat(clock.nowNanos()).isEqualTo(open + 5);

    int before = clock.jumps();
    clock.set(open);
    clock.reach(open + 9, before);
    assertThat(clock.nowNanos()).isEqualTo(open);
  }

  @Test
  void itStandsStillWhereItWasToldTo() {
    SimulatedClock clock = clock(10);
    clock.runUntil(open + 5 * SECOND);
    steady.addAndGet(SECOND);
    assertThat(clock.nowNanos()).isEqualTo(open + 5 * SECOND);

    clock.runUntil(open + 7 * SECOND);
    assertThat(clock.nowNanos()).isEqualTo(open + 5 * SECOND);
    clock.pause(false);
    steady.addAndGet(SECOND);
    assertThat(clock.nowNanos()).isEqualTo(open + 15 * SECOND);

    clock.speed(SimulatedClock.UNPACED);
    clock.runUntil(open + 16 * SECOND);
    clock.reach(open + 20 * SECOND, clock.jumps());
    assertThat(clock.nowNanos()).isEqualTo(open + 16 * SECOND);
  }

  @Test
  void whereItStandsStillCanBeLifted() {
    SimulatedClock clock = clock(10);
    clock.standAt(open + 5 * SECOND);
    steady.addAndGet(SECOND);
    clock.standAt(SimulatedClock.NEVER);
    steady.addAndGet(SECOND);
    assertThat(clock.nowNanos()).isEqualTo(open + 15 * SECOND);
  }

  @Test
  void itsDateIsNewYorksAtItsTime() {
    SimulatedClock clock = clock(3600);
    assertThat(clock.date()).isEqualTo(Simulated.DATE);
    steady.addAndGet(15 * SECOND);
    assertThat(clock.date()).isEqualTo(Simulated.DATE.plusDays(1));
  }

  @Test
  void instantsAreSpelledAsPeopleDo() {
    SimulatedClock clock = clock(1);

    assertThat(clock.instant("09:30")).isEqualTo(open);
    assertThat(clock.instant("2026-11-20T09:30:00.5")).isEqualTo(open + SECOND / 2);
    assertThat(clock.instant("2026-11-20T14:30:00Z")).isEqualTo(open);
    assertThat(clock.instant("2026-11-20T15:30+01:00")).isEqualTo(open);
    assertThat(clock.instant(Long.toString(open))).isEqualTo(open);
    assertThat(clock.instant("2026-11-21")).isEqualTo(open + (14 * 60 + 30) * 60 * SECOND);
    assertThatThrownBy(() -> clock.instant("soon")).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> clock.instant("2026-11-20Tnoon"))
        .isInstanceOf(DateTimeException.class);
  }

  @Test
  void itNeverRunsBackwards() {
    assertThatThrownBy(() -> clock(0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> clock(1).speed(-1)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> clock(Double.NaN)).hasMessageContaining("above 0");
  }
}
