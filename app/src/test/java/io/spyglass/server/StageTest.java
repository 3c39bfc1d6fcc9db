package io.spyglass.server;

import static io.spyglass.server.Contract.assertFits;
import static io.spyglass.server.Day.call;
import static io.spyglass.server.Day.tick;
import static io.spyglass.server.Day.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Hole;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import io.spyglass.session.FeedState.State;
import io.spyglass.session.Feeds;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Another day or market is shown while somebody looks.
class StageTest {
  private static final String REPLAY = "{\"action\":\"play\",\"date\":\"2026-11-20\",\"speed\":4}";
  private static final String LIVE = "{\"action\":\"live\"}";

  private final Repertoire repertoire = new Repertoire();
  private final Served served = Served.of(repertoire);

  @AfterEach
  void stop() {
    served.close();
  }

  private static int volume(JsonNode message) {
    return message.path("totals").path("call_volume").asInt();
  }

  private static String mode(JsonNode message) {
    return message.path("mode").asString();
  }

  private void post(String body) throws Exception {
    HttpResponse<String> response = served.post("/api/replay", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @Test
  void aViewerOfTheLiveMarketSeesAReplayAndThenTheMarketWithAllThatCameMeanwhile()
      throws Exception {
    repertoire.market.quoted(5).play(trade(call(6000), 2, 10.5, 3));
    try (Viewer viewer = served.viewer("")) {
      JsonNode market = viewer.next("snapshot");
      assertThat(mode(market)).isEqualTo("live");
      assertThat(volume(market)).isEqualTo(3);

      post(REPLAY);
      repertoire.recorded.quoted(5).play(trade(call(6000), 2, 10.5, 100));
      repertoire.market.play(trade(call(6000), 3, 10.5, 4));
      JsonNode replay = viewer.next(each -> volume(each) == 100);
      assertThat(replay.path("type").asString()).isEqualTo("snapshot");
      assertThat(mode(replay)).isEqualTo("replay");
      assertThat(replay.path("replay").path("live").asBoolean()).isTrue();
      assertThat(replay.path("replay").path("speed").asInt()).isEqualTo(4);
      assertThat(replay.path("clock").isNull()).isTrue();

      post(LIVE);
      JsonNode again = viewer.next(each -> mode(each).equals("live"));
      assertThat(volume(again)).isEqualTo(7);
      assertThat(again.path("replay").isNull()).isTrue();
      assertThat(again.path("seq").asLong()).isGreaterThan(replay.path("seq").asLong());
    }
  }

  @Test
  void framesGoOnInNumberFromOneSceneToTheNext() throws Exception {
    repertoire.market.quoted(5);
    try (Viewer viewer = served.viewer("")) {
      long sequence = viewer.next("heartbeat").path("seq").asLong();
      post("{\"action\":\"demo\"}");
      JsonNode demo = viewer.next("snapshot");
      assertThat(mode(demo)).isEqualTo("demo");
      assertThat(demo.path("seq").asLong()).isEqualTo(sequence + 1);

      repertoire.simulated.quoted(5);
      viewer.next(each -> !each.path("rows").path("id").isEmpty());
      repertoire.simulated.play(trade(call(6000), 3, 10.5, 4));
      long last = viewer.next("frame").path("seq").asLong();
      repertoire.simulated.play(trade(call(6000), 4, 10.5, 4));
      assertThat(viewer.next("frame").path("seq").asLong()).isEqualTo(last + 1);
    }
  }

  @Test
  void noTwoRunsHaveOneGeneration() throws Exception {
    try (Viewer viewer = served.viewer("")) {
      int market = generation(viewer.next("snapshot"));
      post(REPLAY);
      int replay = generation(viewer.next(each -> mode(each).equals("replay")));
      post("{\"action\":\"demo\"}");
      int demo = generation(viewer.next(each -> mode(each).equals("demo")));
      post(LIVE);
      int again = generation(viewer.next(each -> mode(each).equals("live")));

      assertThat(List.of(market, replay, demo, again)).doesNotHaveDuplicates();
    }
  }

  private static int generation(JsonNode message) {
    return message.path("tape").path("generation").asInt();
  }

  @Test
  void aViewerOfWhatTheOtherDayLacksIsSentAway() throws Exception {
    OptionContract monday = OptionContract.parse("SPXW261123C06000000");
    repertoire.market.quoted(5).play(Day.listed(monday));
    try (Viewer viewer = served.viewer("?expiry=2026-11-23")) {
      viewer.next("snapshot");
      post(REPLAY);

      assertThat(viewer.next("closed").path("status").asInt()).isEqualTo(1012);
    }
  }

  @Test
  void aReplayThatIsOnItsWayIsShownAtOnceAndNotTheMarketUnderItsName() throws Exception {
    repertoire.market.quoted(5).play(trade(call(6000), 2, 10.5, 3));
    try (Viewer viewer = served.viewer("")) {
      viewer.next("snapshot");
      repertoire.playback.travel(Day.at(60));
      post("{\"action\":\"demo\"}");
      JsonNode first = viewer.next(each -> each.path("replay").isObject());

      assertThat(first.path("type").asString()).isEqualTo("snapshot");
      assertThat(mode(first)).isEqualTo("demo");
      assertThat(volume(first)).isZero();
    }
  }

  @Test
  void anInstantOfAnotherRecordedDayOpensThatDay() throws Exception {
    post("{\"action\":\"demo\"}");
    post("{\"action\":\"seek\",\"at\":\"2026-11-20T15:30:00Z\"}");
    assertThat(repertoire.playback.told).containsExactly("seek 3600");

    assertRefused(404, "no data of 2021-01-04", "{\"action\":\"play\",\"date\":\"2021-01-04\"}");
    assertRefused(
        404, "no data of 2021-01-04", "{\"action\":\"seek\",\"at\":\"2021-01-04T15:30:00Z\"}");
    assertRefused(400, "outside", "{\"action\":\"seek\",\"at\":\"2021-01-05T15:30:00Z\"}");
    assertRefused(400, "date wants", "{\"action\":\"play\",\"date\":\"today\"}");
    assertRefused(400, "want none", "{\"action\":\"live\",\"date\":\"2026-11-20\"}");
    post("{\"action\":\"seek\",\"at\":\"10:00\",\"date\":\"2026-11-20\"}");
    assertThat(repertoire.stage.board()).isEqualTo(repertoire.recorded.board);
    assertThat(repertoire.playback.told).endsWith("seek 1800");
  }

  private void assertRefused(int status, String detail, String body) throws Exception {
    HttpResponse<String> response = served.post("/api/replay", body);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(Served.json(response).path("detail").asString()).contains(detail);
  }

  @Test
  void theAnswersOfTheSwitchFit() throws Exception {
    for (String body : List.of(REPLAY, "{\"action\":\"demo\"}")) {
      assertFits("Replay", Served.json(served.post("/api/replay", body)));
    }
    assertThat(served.post("/api/replay", LIVE).body()).isEqualTo("null");
    assertFits("Days", Served.json(served.get("/api/days")));
    assertThat(served.get("/api/days").body())
        .isEqualTo(
            "{\"days\":[{\"date\":\"2026-11-20\",\"source\":\"journal\",\"underlyings\":[\"SPX\"],"
                + "\"complete\":true},{\"date\":\"2021-01-04\",\"source\":\"lake\","
                + "\"underlyings\":[\"SPX\",\"SPY\"],\"complete\":false}]}");
  }

  @Test
  void ticksAndRenewedGreeksMakeALiveMarketNoFresher() throws Exception {
    repertoire.market.quoted(5);
    try (Viewer viewer = served.viewer("")) {
      viewer.next("snapshot");
      repertoire.feeds.ageNanos = 4_200_000_000L;
      repertoire.market.play(tick(2));
      JsonNode frame = viewer.next("frame");

      assertFits("Frame", frame);
      assertThat(frame.path("rows").path("iv")).isNotEmpty();
      assertThat(frame.path("age_ms").asInt()).isEqualTo(4200);
      assertThat(frame.path("clock").asString()).isEqualTo("2026-11-20T14:40:00Z");
      assertThat(viewer.next("heartbeat").path("age_ms").asInt()).isEqualTo(4200);
    }
  }

  @Test
  void everyMessageSaysHowTheWorstOfTheRequiredFeedsIs() throws Exception {
    repertoire.feeds.feeds =
        List.of(
            Fed.feed("options", State.WAITING, "a ping was not answered", true),
            Fed.feed("chain-SPX", State.STREAMING, "", true),
            Fed.feed("indices", State.REFUSED, "no index plan: chain values serve", false));
    try (Viewer viewer = served.viewer("")) {
      JsonNode snapshot = viewer.next("snapshot");
      assertFits("Snapshot", snapshot);
      assertThat(snapshot.path("feed").path("state").asString()).isEqualTo("waiting");
      assertThat(snapshot.path("feed").path("detail").asString())
          .isEqualTo("a ping was not answered");
      assertFits("Heartbeat", viewer.next("heartbeat"));
    }
  }

  @Test
  void theLiveSideTellsOfItselfWhateverIsShown() throws Exception {
    repertoire.feeds.deletions = List.of("journal/2026-10-20, 120 MB: older than 30 days");
    JsonNode shown = Served.json(served.get("/api/feeds"));
    assertFits("Feeds", shown);
    assertThat(shown.path("status").asString()).isEqualTo("ready");
    assertThat(shown.path("feeds").path(0).path("holes").asInt()).isEqualTo(2);
    assertThat(shown.path("feeds").path(0).path("silent").asInt()).isEqualTo(1);
    assertThat(shown.path("recording").path("recorded").asInt()).isEqualTo(123);
    assertThat(shown.path("session")).hasToString("{\"behind_ms\":4,\"waiting\":12}");

    post(REPLAY);
    assertThat(Served.json(served.get("/api/feeds"))).isEqualTo(shown);
    try (Served alone = new Served(new Recorded())) {
      assertFits("Feeds", Served.json(alone.get("/api/feeds")));
    }
  }

  @Test
  void holesAreKeptAndAFilledOneTakesThePlaceOfItselfOpen() throws Exception {
    repertoire.market.quoted(1).play(hole(10, 20, false), hole(30, 40, false));
    try (Viewer viewer = served.viewer("")) {
      JsonNode snapshot = viewer.next("snapshot");
      assertThat(snapshot.path("feed").path("holes").asInt()).isEqualTo(2);
      assertThat(snapshot.path("feed").path("holes_open").asInt()).isEqualTo(2);

      repertoire.market.play(hole(10, 20, true));
      JsonNode frame = viewer.next("frame");
      assertThat(frame.path("feed").path("holes").asInt()).isEqualTo(2);
      assertThat(frame.path("feed").path("holes_open").asInt()).isEqualTo(1);
    }
    JsonNode holes = Served.json(served.get("/api/holes"));
    assertFits("Holes", holes);
    assertThat(holes.path("holes").path(0))
        .hasToString(
            "{\"from\":\"2026-11-20T14:30:10Z\",\"to\":\"2026-11-20T14:30:20Z\","
                + "\"reason\":\"a ping was not answered\",\"filled\":true,\"open\":false,"
                + "\"found\":\"2026-11-20T14:30:50Z\"}");
    assertThat(holes.path("holes").path(1).path("filled").asBoolean()).isFalse();
  }

  @Test
  void ofTooManyHolesOpenOnesStayTheLongest() {
    Day day = repertoire.market;
    day.play(hole(0, 1, false));
    for (int i = 1; i <= Holes.MOST; i++) {
      day.play(hole(i, i + 1, i % 2 == 0));
    }

    assertThat(day.board.holes()).hasSize(Holes.MOST).contains(hole(0, 1, false));
    assertThat(day.board.holes()).doesNotContain(hole(2, 3, true)).contains(hole(4, 5, true));
  }

  private static Hole hole(double from, double to, boolean isFilled) {
    long found = Day.at(50);
    return new Hole(found, found, Day.at(from), Day.at(to), "a ping was not answered", isFilled);
  }

  @Test
  void anOfflineBoardHasNeitherClockNorFeed() throws Exception {
    repertoire.stage.show(new Scene(new Day(Mode.OFFLINE).board, null, Feeds.NONE));
    try (Viewer viewer = served.viewer("")) {
      JsonNode snapshot = viewer.next("snapshot");

      assertFits("Snapshot", snapshot);
      assertThat(mode(snapshot)).isEqualTo("offline");
      assertThat(snapshot.path("feed").isNull()).isTrue();
      assertThat(snapshot.path("age_ms").isNull()).isTrue();
    }
  }

  @Test
  void aServerOfOneDayShowsNoOther() throws Exception {
    try (Served alone = new Served(new Recorded())) {
      for (String body :
          List.of(LIVE, "{\"action\":\"demo\"}", "{\"action\":\"play\",\"date\":\"2021-01-04\"}")) {
        assertThat(alone.post("/api/replay", body).statusCode()).isEqualTo(409);
      }
      assertThat(alone.get("/api/days").body()).isEqualTo("{\"days\":[]}");
    }
  }

  @Test
  void anUnderlyingOfTheOtherSceneCanBeAskedFor() throws Exception {
    FlowBoard board =
        new FlowBoard(
            List.of(new Underlying("QQQ")), Mode.REPLAY, TradingCalendar.standard(), Day.DATE);
    repertoire.stage.show(new Scene(board, repertoire.playback, Feeds.NONE));

    assertThat(served.get("/api/flow?underlying=QQQ").statusCode()).isEqualTo(200);
    assertThat(served.get("/api/heatmap?underlying=SPX").statusCode()).isEqualTo(404);
  }
}
