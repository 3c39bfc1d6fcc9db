package io.spyglass.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HealthRouteTest {
  private final Recorded playback = new Recorded();
  private final Served served = new Served(playback);

  @AfterEach
  void stop() {
    served.close();
  }

  private static void assertReady(HttpResponse<String> response, int status, String word) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(Served.json(response).path("status").asString()).isEqualTo(word);
  }

  private static JsonNode feed(HttpResponse<String> response) {
    return Served.json(response).path("feeds").path(0);
  }

  @Test
  void aProcessThatAnswersLives() throws Exception {
    assertThat(served.get("/health/live").body()).isEqualTo("{\"status\":\"live\"}");
  }

  @Test
  void aServerIsReadyOnceAFactHasCome() throws Exception {
    HttpResponse<String> before = served.get("/health/ready");
    assertReady(before, 503, "starting");
    assertThat(feed(before).path("age_ms").isNull()).isTrue();

    served.day.quoted(1);
    HttpResponse<String> after = served.get("/health/ready");
    assertReady(after, 200, "ready");
    assertThat(feed(after).path("name").asString()).isEqualTo("replay");
    assertThat(feed(after).path("state").asString()).isEqualTo("ok");
    assertThat(feed(after).path("age_ms").isIntegralNumber()).isTrue();
  }

  @Test
  void aReplayThatCannotGoOnIsDegradedAndNotUnready() throws Exception {
    served.day.quoted(1);
    playback.fail("the disk is gone");

    assertReady(served.get("/health/ready"), 200, "degraded");
    assertThat(feed(served.get("/health/ready")).path("state").asString()).isEqualTo("degraded");
    assertThat(served.get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void aLiveMarketThatNothingIsHeardOfIsDegradedAndNotUnready() throws Exception {
    try (Served live = new Served(null)) {
      assertReady(live.get("/health/ready"), 200, "degraded");
      live.day.quoted(1);
      assertReady(live.get("/health/ready"), 200, "ready");
    }
  }
}
