package io.spyglass.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.session.FeedState.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroublesTest {
  @ParameterizedTest
  @CsvSource({
    "STREAMING, '', false",
    "CONNECTING, '', false",
    "CONNECTING, nothing came for 15 s, true",
    "STALE, the line does not answer, true",
    "WAITING, '', true",
    "REFUSED, Unknown API Key, true",
    "OFF, no index plan, false",
    "CLOSED, '', true",
  })
  void aNeededFeedIsDownWhereItDoesNotDeliver(State state, String detail, boolean isDown) {
    assertThat(Troubles.isDown(Fed.feed("options", state, detail, true))).isEqualTo(isDown);
  }

  @Test
  void aFeedThatIsNotNeededIsNeverDown() {
    assertThat(Troubles.isDown(Fed.feed("indices", State.WAITING, "it is lost", false))).isFalse();
  }
}
