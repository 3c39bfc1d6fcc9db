package io.spyglass.vendor.polygon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void itNeverRunsBackwards() {
    assertThatThrownBy(() -> clock(0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> clock(1).speed(-1)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> clock(Double.NaN)).hasMessageContaining("above 0");
  }
}
