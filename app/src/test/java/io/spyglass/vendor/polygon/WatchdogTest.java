package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private static final long SECOND = 1_000_000_000L;

  private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(15));

  @Test
  void aBusyLineThatFallsSilentIsDead() {
    for (int i = 0; i < 1000; i++) {
      watchdog.heard(SECOND / 50 * i);
    }
    long last = SECOND / 50 * 999;

    assertThat(watchdog.isDue(0, last + 14 * SECOND)).isFalse();
    assertThat(watchdog.isDue(0, last + 15 * SECOND)).isTrue();
  }

  @Test
  void whereSomethingComesOnceAMinuteAMinuteIsNoSilence() {
    for (int i = 0; i < 5; i++) {
      watchdog.heard(60 * SECOND * i);
    }

    assertThat(watchdog.isDue(0, 301 * SECOND)).isFalse();
    assertThat(watchdog.isDue(0, 420 * SECOND)).isTrue();
  }

  @Test
  void aPauseIsForgottenOnceMuchHasCome() {
    watchdog.heard(0);
    watchdog.heard(60 * SECOND);
    assertThat(watchdog.patience()).isEqualTo(Duration.ofMinutes(3));
    for (int i = 1; i <= 3000; i++) {
      watchdog.heard(60 * SECOND + SECOND / 100 * i);
    }

    assertThat(watchdog.patience()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void whereNothingEverComesItIsBorneLonger() {
    assertThat(watchdog.isDue(0, 15 * SECOND)).isTrue();
    watchdog.bitten();
    assertThat(watchdog.isDue(20 * SECOND, 49 * SECOND)).isFalse();
    assertThat(watchdog.isDue(20 * SECOND, 50 * SECOND)).isTrue();
    for (int i = 0; i < 40; i++) {
      watchdog.bitten();
    }

    assertThat(watchdog.patience()).isEqualTo(Duration.ofMinutes(30));
    watchdog.begin(0);
    watchdog.heard(0);
    assertThat(watchdog.patience()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void aNightCountsAsHalfAnHourAndAnOutageForNothing() {
    watchdog.heard(0);
    watchdog.begin(600 * SECOND);
    watchdog.heard(601 * SECOND);
    assertThat(watchdog.patience()).isEqualTo(Duration.ofSeconds(15));

    watchdog.heard(60_000 * SECOND);
    assertThat(watchdog.patience()).isEqualTo(Duration.ofMinutes(30));
  }
}
