package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.journal.VirtualClock;
import io.spyglass.net.Refusal;
import io.spyglass.session.FeedState.State;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RoundsTest {
  private static final long SECOND = 1_000_000_000L;

  private final VirtualClock wall = new VirtualClock(Captures.OPEN);
  private final BlockingQueue<Long> made = new LinkedBlockingQueue<>();
  private volatile Throwable answer;

  /// Rounds of one request every ten seconds, which fails as [#answer] says.
  private Rounds rounds() {
    Rounds rounds = new Rounds("chain", new MarketClock(wall));
    rounds.every(Duration.ofSeconds(10), "the chain", this::ask);
    rounds.start();
    return rounds;
  }

  private void ask() {
    made.add(wall.epochNanos());
    switch (answer) {
      case RuntimeException no -> throw no;
      case Error fault -> throw fault;
      case null, default -> {}
    }
  }

  private void awaitRequest() throws InterruptedException {
    assertThat(made.poll(30, TimeUnit.SECONDS)).isEqualTo(wall.epochNanos());
  }

  private static void awaitState(Rounds rounds, State state) throws InterruptedException {
    while (rounds.state(0).state() != state) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  @Test
  void aFaultOfTheSoftwareIsToldAndTheRequestMadeAgain() throws InterruptedException {
    answer = new StackOverflowError("too deep");
    try (Rounds rounds = rounds()) {
      awaitRequest();
      awaitState(rounds, State.WAITING);
      assertThat(rounds.state(0).detail()).startsWith("the chain: ").contains("too deep");
      answer = null;
      wall.advance(10 * SECOND);
      awaitRequest();
      awaitState(rounds, State.STREAMING);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void whatKeyOrPlanDoesNotAllowIsAskedForAgainInAMinute(int status) throws InterruptedException {
    answer = new Refusal(status, "not entitled");
    try (Rounds rounds = rounds()) {
      awaitRequest();
      awaitState(rounds, State.REFUSED);
      answer = null;
      wall.advance(59 * SECOND);
      rounds.hurry();
      wall.advance(SECOND);
      awaitRequest();
      awaitState(rounds, State.STREAMING);
    }
  }
}
