package io.spyglass.server;

import static io.spyglass.server.Day.call;
import static io.spyglass.server.Day.put;
import static io.spyglass.server.Day.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.model.OptionContract;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StreamTest {
  private final Recorded playback = new Recorded();
  private final Served served = new Served(playback);

  @AfterEach
  void stop() {
    served.close();
  }

  private static boolean isSnapshot(JsonNode message) {
    return message.path("type").asString().equals("snapshot");
  }

  private static boolean isHeartbeat(JsonNode message) {
    return message.path("type").asString().equals("heartbeat");
  }

  private static int callVolume(JsonNode message) {
    return message.path("totals").path("call_volume").asInt();
  }

  /// A viewer that has a snapshot with rows, and from now on gets frames.
  private Viewer upToDate(String query) throws InterruptedException {
    Viewer viewer = served.viewer(query);
    viewer.next("heartbeat");
    return viewer;
  }

  @Test
  void aViewerIsGreetedWithASnapshot() throws Exception {
    served.day.quoted(5);
    try (Viewer viewer = served.viewer("?underlying=SPX")) {
      JsonNode snapshot = viewer.next();

      assertThat(isSnapshot(snapshot)).isTrue();
      assertThat(snapshot.path("underlying").asString()).isEqualTo("SPX");
      assertThat(snapshot.path("rows").path("id")).hasSize(10);
    }
  }

  @Test
  void theFirstViewerIsToldOfTheReplayAtOnce() throws Exception {
    served.day.quoted(5);
    try (Viewer viewer = served.viewer("")) {
      JsonNode snapshot = viewer.next();

      assertThat(snapshot.path("replay").path("playing").asBoolean()).isTrue();
    }
  }

  @Test
  void framesFollowOneAnotherWithoutAHole() throws Exception {
    served.day.quoted(5);
    try (Viewer viewer = upToDate("")) {
      served.day.play(trade(call(6000), 2, 10.5, 1));
      long sequence = viewer.next("frame").path("seq").asLong();
      for (int i = 2; i < 6; i++) {
        served.day.play(trade(call(6000), 2 + i, 10.5, 1));
        JsonNode frame = viewer.next("frame");
        assertThat(frame.path("seq").asLong()).isEqualTo(++sequence);
        assertThat(callVolume(frame)).isEqualTo(i);
        assertThat(frame.path("rows").path("id")).hasSize(1);
      }
    }
  }

  @Test
  void aQuietFeedBeatsWithItsAge() throws Exception {
    served.day.quoted(5);
    try (Viewer viewer = served.viewer("")) {
      long sequence = viewer.next("snapshot").path("seq").asLong();
      JsonNode first = viewer.next("heartbeat");
      JsonNode second = viewer.next("heartbeat");

      assertThat(second.path("seq").asLong()).isGreaterThanOrEqualTo(sequence);
      assertThat(second.path("age_ms").asLong()).isGreaterThan(first.path("age_ms").asLong());
      assertThat(second.path("replay").path("playing").asBoolean()).isTrue();
    }
  }

  @Test
  void aViewerThatMissedAFrameGetsASnapshotForTheAsking() throws Exception {
    served.day.quoted(5).play(trade(call(6000), 2, 10.5, 3));
    try (Viewer viewer = upToDate("")) {
      viewer.socket.sendText("{ \"type\": \"snapshot\" }", true).join();
      JsonNode snapshot = viewer.next("snapshot");

      assertThat(callVolume(snapshot)).isEqualTo(3);
    }
  }

  @Test
  void aSeekBackSendsASnapshot() throws Exception {
    served.day.quoted(5).play(trade(call(6000), 2, 10.5, 3));
    try (Viewer viewer = upToDate("")) {
      served.day.begin();
      served.day.quoted(5);
      JsonNode snapshot =
          viewer.next(message -> isSnapshot(message) && !message.path("rows").path("id").isEmpty());

      assertThat(callVolume(snapshot)).isZero();
    }
  }

  @Test
  void viewersKeepWhatTheySeeWhileTheReplayIsOnItsWay() throws Exception {
    served.day.quoted(5);
    try (Viewer viewer = upToDate("")) {
      playback.travel(Day.OPEN + 60 * Day.SECOND);
      viewer.next(message -> message.path("replay").path("seeking").asBoolean());
      served.day.begin();
      served.day.quoted(5).play(trade(call(6000), 2, 10.5, 7));
      for (int i = 0; i < 3; i++) {
        JsonNode message = viewer.next();
        assertThat(isHeartbeat(message)).isTrue();
        assertThat(message.path("replay").path("target").asString())
            .isEqualTo("2026-11-20T14:31:00Z");
      }
      playback.travel(null);
      JsonNode arrived = viewer.next(message -> !isHeartbeat(message));

      assertThat(isSnapshot(arrived)).isTrue();
      assertThat(callVolume(arrived)).isEqualTo(7);
    }
  }

  @Test
  void whoAsksForASnapshotWhileTheReplayIsOnItsWayGetsItThere() throws Exception {
    served.day.quoted(5);
    try (Viewer viewer = upToDate("")) {
      playback.travel(Day.OPEN + 60 * Day.SECOND);
      viewer.next(message -> message.path("replay").path("seeking").asBoolean());
      viewer.socket.sendText("{\"type\":\"snapshot\"}", true).join();
      for (int i = 0; i < 4; i++) {
        assertThat(isHeartbeat(viewer.next())).isTrue();
      }
      playback.travel(null);

      assertThat(isSnapshot(viewer.next(message -> !isHeartbeat(message)))).isTrue();
    }
  }

  @Test
  void whoComesWhileTheReplayIsOnItsWayIsShownWhatThereIs() throws Exception {
    served.day.quoted(5);
    playback.travel(Day.OPEN + 60 * Day.SECOND);
    try (Viewer first = served.viewer("");
        Viewer second = served.viewer("")) {
      for (Viewer viewer : List.of(first, second)) {
        JsonNode snapshot = viewer.next();
        assertThat(isSnapshot(snapshot)).isTrue();
        assertThat(snapshot.path("replay").path("target").asString())
            .isEqualTo("2026-11-20T14:31:00Z");
      }
    }
  }

  @Test
  void whoeverSteersTheReplayEveryViewerSeesIt() throws Exception {
    try (Viewer viewer = upToDate("")) {
      served.post("/api/replay", "{\"action\":\"speed\",\"speed\":60}");
      JsonNode frame = viewer.next("frame");

      assertThat(frame.path("replay").path("speed").asInt()).isEqualTo(60);
      assertThat(frame.path("replay").path("playing").asBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"https://evil.example, 403", "null, 403"})
  void aForeignPageIsNotLetIn(String origin, int status) {
    assertThatThrownBy(() -> served.viewer("", "Origin", origin).close())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refusal -> assertThat(refusal.getResponse().statusCode()).isEqualTo(status));
  }

  @Test
  void aPageOfTheServersOwnOriginOrOfANamedOneIsLetIn() throws Exception {
    served.day.quoted(5);
    try (Viewer own = served.viewer("", "Origin", "http://127.0.0.1:" + served.port);
        Viewer named = served.viewer("", "Origin", Served.ORIGIN)) {
      assertThat(own.next("snapshot").has("rows")).isTrue();
      assertThat(named.next("snapshot").has("rows")).isTrue();
    }
  }

  @Test
  void anUnknownUnderlyingIsRefused() {
    assertThatThrownBy(() -> served.viewer("?underlying=QQQ").close())
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refusal -> assertThat(refusal.getResponse().statusCode()).isEqualTo(404));
  }

  @Test
  void anExpiryCanBeAskedForAndAnUnknownOneIsRefused() throws Exception {
    OptionContract monday = OptionContract.parse("SPXW261123C06000000");
    served.day.quoted(5).play(Day.listed(monday), trade(monday, 2, 20, 7));
    try (Viewer viewer = upToDate("?underlying=SPX&expiry=2026-11-23");
        Viewer other = upToDate("")) {
      served.day.play(trade(monday, 3, 20, 1), trade(call(6000), 3, 10.5, 2));

      assertThat(callVolume(viewer.next("frame"))).isEqualTo(8);
      assertThat(callVolume(other.next("frame"))).isEqualTo(2);
    }
    assertThatThrownBy(() -> served.viewer("?expiry=2026-11-24").close())
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refusal -> assertThat(refusal.getResponse().statusCode()).isEqualTo(404));
  }

  @Test
  void aViewerThatAskedForASlowerPaceGetsSnapshotsInPlaceOfFrames() throws Exception {
    served.day.quoted(5);
    try (Viewer hidden = upToDate("");
        Viewer shown = upToDate("")) {
      hidden.socket.sendText("{\"ms\":2000,\"type\":\"pace\"}", true).join();
      hidden.next("heartbeat");
      for (int i = 1; i <= 20; i++) {
        served.day.play(trade(call(6000), 2 + i, 10.5, 1));
        int volume = i;
        shown.next(message -> callVolume(message) == volume);
      }
      JsonNode first = hidden.next("snapshot");
      JsonNode second = hidden.next(message -> !isHeartbeat(message));

      assertThat(isSnapshot(second)).isTrue();
      assertThat(second.path("seq").asLong() - first.path("seq").asLong()).isGreaterThan(4);
      hidden.socket.sendText("{\"type\":\"pace\",\"ms\":250}", true).join();
      hidden.next("heartbeat");
      served.day.play(trade(call(6000), 40, 10.5, 1));
      assertThat(callVolume(hidden.next("frame"))).isEqualTo(21);
    }
  }

  @Test
  void aViewerThatTalksNonsenseIsShutOut() throws Exception {
    try (Viewer viewer = served.viewer("")) {
      viewer.next("snapshot");
      viewer.socket.sendText("{\"type\":\"everything\"}", true).join();

      assertThat(viewer.next("closed").path("status").asInt()).isEqualTo(1008);
    }
  }

  @Test
  void viewersAreToldThatTheServerStops() throws Exception {
    try (Viewer viewer = served.viewer("")) {
      viewer.next("snapshot");
      stop();

      assertThat(viewer.next("closed").path("status").asInt()).isEqualTo(1001);
    }
  }

  @Test
  void messagesAreNotCompressedForEachViewerAnew() throws Exception {
    try (Socketed viewer = new Socketed(served.port)) {
      assertThat(viewer.handshake).startsWith("HTTP/1.1 101").doesNotContain("permessage-deflate");
    }
  }

  @Test
  void aSlowViewerIsLeftFramesOutAndCaughtUpWithASnapshot() throws Exception {
    int strikes = 2000;
    int rounds = 24;
    served.day.quoted(strikes);
    try (Viewer quick = upToDate("");
        Socketed slow = new Socketed(served.port)) {
      assertThat(isSnapshot(slow.next())).isTrue();
      for (int round = 1; round <= rounds; round++) {
        tradeAll(strikes, round);
        int volume = strikes * round;
        quick.next(message -> callVolume(message) == volume);
      }
      assertCaughtUp(slow, strikes * rounds, rounds);
    }
  }

  private void tradeAll(int strikes, int round) {
    for (int i = 0; i < strikes; i++) {
      double strike = 6000 + 5.0 * (i - strikes / 2);
      served.day.play(
          trade(put(strike), 2 + round, 9.25, 1), trade(call(strike), 2 + round, 10.25, 1));
    }
  }

  private static void assertCaughtUp(Socketed slow, int volume, int rounds) throws Exception {
    JsonNode message = slow.next();
    long sequence = message.path("seq").asLong();
    int states = 1;
    while (callVolume(message) != volume) {
      message = slow.next();
      long next = message.path("seq").asLong();
      assertThat(next == sequence || next == sequence + 1 || isSnapshot(message)).isTrue();
      sequence = next;
      states++;
    }
    assertThat(states).isLessThan(rounds);
  }
}
