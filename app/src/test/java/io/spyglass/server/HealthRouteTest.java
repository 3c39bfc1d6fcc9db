package io.spyglass.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.session.FeedState;
import io.spyglass.session.FeedState.State;
import io.spyglass.session.RecordingState;
import java.net.http.HttpResponse;
import java.util.List;
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
  void aLiveMarketIsReadyAndDegradedOnceAFeedThatItNeedsDoesNotDeliver() throws Exception {
    Repertoire repertoire = new Repertoire();
    FeedState refused = Fed.feed("indices", State.REFUSED, "no index plan", false);
    try (Served live = Served.of(repertoire)) {
      repertoire.feeds.feeds = List.of(Fed.feed("options", State.STREAMING, "", true), refused);
      assertReady(live.get("/health/ready"), 200, "ready");

      repertoire.feeds.feeds =
          List.of(Fed.feed("options", State.STALE, "nothing came for 4 s", true), refused);
      HttpResponse<String> degraded = live.get("/health/ready");
      assertReady(degraded, 200, "degraded");
      assertThat(Served.json(degraded).path("troubles"))
          .hasToString("[\"options: nothing came for 4 s\"]");
      assertThat(feed(degraded))
          .hasToString(
              "{\"name\":\"options\",\"state\":\"degraded\",\"age_ms\":38,"
                  + "\"detail\":\"nothing came for 4 s\"}");
      assertThat(Served.json(degraded).path("feeds").path(1).path("state").asString())
          .as("what is not needed")
          .isEqualTo("ok");
    }
  }

  @Test
  void aSessionThatLagsOrIsNotRecordedOrHasNoCachesIsDegraded() throws Exception {
    Repertoire repertoire = new Repertoire();
    try (Served live = Served.of(repertoire)) {
      repertoire.feeds.behindNanos = 5_200_000_000L;
      repertoire.feeds.recording =
          new RecordingState(false, Day.OPEN, "the disk is full", 1, 2, 3, 0);
      repertoire.feeds.cacheTrouble = "no room";
      repertoire.feeds.troubles = List.of("the session failed");
      HttpResponse<String> degraded = live.get("/health/ready");

      assertReady(degraded, 200, "degraded");
      assertThat(Served.json(degraded).path("troubles").valueStream().map(each -> each.asString()))
          .containsExactly(
              "the session is 5 s behind the market",
              "not recording: the disk is full",
              "the day's caches are not written: no room",
              "the session failed");
      live.post("/api/replay", "{\"action\":\"demo\"}");
      repertoire.simulated.quoted(1);
      assertReady(live.get("/health/ready"), 200, "degraded");
    }
  }

  @Test
  void aServerThatShowsNoMarketIsReady() throws Exception {
    try (Served offline = new Served(null)) {
      assertThat(offline.get("/health/ready").body())
          .isEqualTo("{\"status\":\"ready\",\"feeds\":[],\"troubles\":[]}");
    }
  }
}
