package io.spyglass.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final VirtualTime time = new VirtualTime();

  @Test
  void noMinuteHasMoreThanTheLimit() throws InterruptedException {
    List<Long> sent = send(new RateLimiter(5, time), 23);

    assertThat(mostIn(60 * SECOND, sent)).isEqualTo(5);
    assertThat(sent.getLast()).isLessThan(5 * 60 * SECOND);
  }

  @Test
  void noSecondHasMoreThanItsShare() throws InterruptedException {
    List<Long> sent = send(new RateLimiter(3000, time), 6001);

    assertThat(mostIn(SECOND, sent)).isEqualTo(50);
    assertThat(mostIn(60 * SECOND, sent)).isEqualTo(3000);
  }

  @Test
  void aPauseHoldsEveryoneBack() throws InterruptedException {
    RateLimiter limiter = new RateLimiter(600, time);
    limiter.acquire();
    limiter.pause(Duration.ofSeconds(20));
    limiter.pause(Duration.ofSeconds(3));

    assertThat(send(limiter, 1).getFirst()).isEqualTo(20 * SECOND);
  }

  @Test
  void noPauseIsForHours() throws InterruptedException {
    RateLimiter limiter = new RateLimiter(600, time);
    limiter.pause(Duration.ofDays(1));
    limiter.pause(Duration.ofSeconds(Long.MAX_VALUE));
    limiter.pause(Duration.ofSeconds(-5));

    assertThat(send(limiter, 1).getFirst()).isEqualTo(RateLimiter.LONGEST_PAUSE.toNanos());
  }

  @Test
  void whoIsIdleSavesNothingUp() throws InterruptedException {
    RateLimiter limiter = new RateLimiter(60, time);
    send(limiter, 3);
    time.sleep(600 * SECOND);

    assertThat(mostIn(SECOND, send(limiter, 10))).isEqualTo(1);
  }

  @Test
  void aLimitBelowOneIsRefused() {
    assertThatThrownBy(() -> new RateLimiter(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("below 1");
  }

  private List<Long> send(RateLimiter limiter, int count) throws InterruptedException {
    List<Long> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      limiter.acquire();
      sent.add(time.nanoTime() - VirtualTime.ORIGIN);
    }
    return sent;
  }

  private static long mostIn(long nanos, List<Long> sent) {
    return sent.stream()
        .mapToLong(from -> sent.stream().filter(at -> at >= from && at < from + nanos).count())
        .max()
        .orElseThrow();
  }
}
