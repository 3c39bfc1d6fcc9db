package io.spyglass.vendor.polygon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ClockRoutesTest {
  private Simulated market;

  @BeforeEach
  void start() {
    market = Simulated.pausedAt("10:00");
  }

  @AfterEach
  void stop() {
    market.close();
  }

  private JsonNode put(String wish) throws Exception {
    HttpResponse<String> answer = market.put("/_sim/clock", wish);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Simulated.tree(answer.body());
  }

  private JsonNode told() throws Exception {
    return Simulated.tree(market.send("/_sim/clock").body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"pace\": 60} | 'pace' is no field of the clock: there are at, until, speed and paused",
        "[1] | the clock wants a JSON object",
        "null | the clock wants a JSON object",
        "`` | the clock wants a JSON object",
        "{\"at\" | the clock wants a JSON object",
        "{\"paused\": \"yes\"} | 'paused' wants true or false, not \"yes\"",
        "{\"paused\": 1} | 'paused' wants true or false, not 1",
        "{\"paused\": null} | 'paused' wants true or false, not null",
        "{\"speed\": -1} | 'speed' wants a number above 0 or \"max\", not -1",
        "{\"speed\": \"fast\"} | 'speed' wants a number above 0 or \"max\", not \"fast\"",
        "{\"at\": \"soon\"} | 'at' wants \"10:30\"",
        "{\"at\": null} | 'at' wants \"10:30\"",
        "{\"until\": \"09:59\"} | 'until' 2026-11-20T09:59 lies before 2026-11-20T10:00",
        "{\"at\": \"11:00\", \"until\": \"10:30\"} | lies before 2026-11-20T11:00",
        "{\"until\": \"11:00\", \"paused\": true} | does not go with 'paused': true"
      })
  void whatItDoesNotUnderstandChangesNothing(String wish, String error) throws Exception {
    JsonNode before = told();
    HttpResponse<String> answer = market.put("/_sim/clock", wish);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Simulated.tree(answer.body()).path("error").asString()).contains(error);
    assertThat(told()).isEqualTo(before);
  }

  @Test
  void aJumpThatPausesStandsExactlyThereWhateverRanBefore() throws Exception {
    for (String running : new String[] {"5000", "\"max\""}) {
      put("{\"paused\": false, \"speed\": " + running + "}");
      JsonNode there = put("{\"at\": \"2026-11-23T11:00\", \"paused\": true}");

      assertThat(there.path("epoch_nanos").asLong()).isEqualTo(Simulated.at("2026-11-23T11:00"));
      assertThat(told()).isEqualTo(there);
    }
  }

  @Test
  void aClockSaysWhereItStandsStillAndThatItDoes() throws Exception {
    assertThat(told().path("until").isNull()).isTrue();
    JsonNode far = put("{\"until\": \"2026-11-23T16:00\"}");
    assertThat(far.path("until").asString()).isEqualTo("2026-11-23T16:00");
    assertThat(far.path("at_until").asBoolean()).isFalse();
    assertThat(far.path("paused").asBoolean()).isFalse();

    JsonNode there = put("{\"at\": \"11:00\", \"until\": \"11:00\"}");
    assertThat(there.path("epoch_nanos").asLong()).isEqualTo(Simulated.at("11:00"));
    assertThat(there.path("at_until").asBoolean()).isTrue();

    JsonNode lifted = put("{\"until\": null}");
    assertThat(lifted.path("until").isNull()).isTrue();
    assertThat(lifted.path("at_until").asBoolean()).isFalse();
  }
}
