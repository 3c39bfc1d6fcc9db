package io.spyglass.server;

import static io.spyglass.server.Day.SPX;
import static io.spyglass.server.Day.call;
import static io.spyglass.server.Day.put;
import static io.spyglass.server.Day.quote;
import static io.spyglass.server.Day.tick;
import static io.spyglass.server.Day.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spyglass.model.Underlying;
import io.spyglass.session.PlaybackState;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FrameCutterTest {
  private final Day day = new Day();
  private final FrameCutter cutter = new FrameCutter(day.board, SPX);

  private static JsonNode read(String message) {
    return JsonMapper.shared().readTree(message);
  }

  private JsonNode frame() {
    assertThat(cutter.cut(null)).isTrue();
    return read(cutter.frame(Pulse.NONE));
  }

  private static PlaybackState replay(long positionNanos, double speed) {
    return new PlaybackState(
        Day.OPEN, Day.CLOSE, positionNanos, true, null, speed, false, false, null);
  }

  /// What a viewer holds: rows by number, put together from a snapshot and frames.
  private static final class Viewer {
    final Map<Integer, Map<String, @Nullable Object>> rows = new HashMap<>();

    void apply(JsonNode message) {
      if (message.path("type").asString().equals("snapshot")) {
        rows.clear();
      }
      put(message.path("listed"));
      put(message.path("rows"));
    }

    private void put(JsonNode columns) {
      JsonNode numbers = columns.path("id");
      for (int i = 0; i < numbers.size(); i++) {
        Map<String, @Nullable Object> row =
            rows.computeIfAbsent(numbers.path(i).asInt(), _ -> new HashMap<>());
        for (Map.Entry<String, JsonNode> column : columns.properties()) {
          row.put(column.getKey(), value(column.getValue().path(i)));
        }
      }
    }
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    return node.isNumber() ? (Object) node.asDouble() : node.asString();
  }

  @Test
  void aSnapshotHoldsEveryContractAndItsColumnsAreAsLongAsItsNumbers() {
    day.quoted(5).play(trade(call(6000), 2, 10.5, 4));
    cutter.cut(null);
    JsonNode snapshot = read(cutter.snapshot(Pulse.NONE));

    assertThat(snapshot.path("type").asString()).isEqualTo("snapshot");
    assertThat(snapshot.path("seq").asLong()).isEqualTo(1);
    assertThat(snapshot.path("underlying").asString()).isEqualTo("SPX");
    assertThat(snapshot.path("root").asString()).isEqualTo("SPXW");
    assertThat(snapshot.path("mode").asString()).isEqualTo("replay");
    assertThat(snapshot.path("greeks_approx").asBoolean()).isFalse();
    assertThat(snapshot.path("view")).hasSize(10);
    assertThat(snapshot.path("replay").isNull()).isTrue();
    snapshot.path("listed").forEach(column -> assertThat(column).hasSize(10));
    snapshot.path("rows").forEach(column -> assertThat(column).hasSize(10));
  }

  @Test
  void aFrameHoldsTheChangedRowsAlone() {
    day.quoted(5);
    cutter.cut(null);
    day.play(quote(put(6005), 2, 8, 8.5), trade(put(6005), 2.5, 8.5, 3));
    JsonNode frame = frame();

    assertThat(frame.path("type").asString()).isEqualTo("frame");
    assertThat(frame.path("seq").asLong()).isEqualTo(2);
    assertThat(frame.path("as_of").asString()).isEqualTo("2026-11-20T14:30:02.500Z");
    assertThat(frame.path("rows").path("id")).hasSize(1);
    assertThat(frame.path("rows").path("bid").path(0).asDouble()).isEqualTo(8);
    assertThat(frame.path("rows").path("volume").path(0).asDouble()).isEqualTo(3);
    assertThat(frame.path("totals").path("put_volume").asDouble()).isEqualTo(3);
    assertThat(frame.has("view")).isFalse();
    assertThat(frame.has("listed")).isFalse();
  }

  @Test
  void nothingNewMakesNoFrame() {
    day.quoted(5);

    assertThat(cutter.cut(null)).isTrue();
    assertThat(cutter.cut(null)).isFalse();
    assertThat(read(cutter.heartbeat(Pulse.NONE)).path("seq").asLong()).isEqualTo(1);
  }

  @Test
  void aSnapshotAndItsFramesGiveWhatALaterSnapshotGives() {
    day.quoted(9);
    Viewer viewer = new Viewer();
    cutter.cut(null);
    viewer.apply(read(cutter.snapshot(Pulse.NONE)));
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      double strike = 5980 + 5 * random.nextInt(11);
      double seconds = 2 + i * 0.4;
      day.play(
          quote(random.nextBoolean() ? call(strike) : put(strike), seconds, 5, 5.25 + i % 3),
          trade(call(strike), seconds, 5 + 0.05 * random.nextInt(10), 1 + random.nextInt(9)),
          Day.spx(seconds, 6000 + i * 0.1));
      if (i % 10 == 0) {
        day.play(tick(seconds));
        viewer.apply(frame());
      }
    }
    viewer.apply(frame());
    Viewer late = new Viewer();
    late.apply(read(cutter.snapshot(Pulse.NONE)));

    late.rows.values().forEach(row -> row.remove("greeks_age_ms"));
    viewer.rows.values().forEach(row -> row.remove("greeks_age_ms"));
    assertThat(viewer.rows).isEqualTo(late.rows);
  }

  @Test
  void aSnapshotTakenBetweenTwoCutsIsNotSpoiledByTheNextFrame() {
    day.quoted(3);
    cutter.cut(null);
    day.play(Day.listed(call(6100)), trade(call(6100), 2, 1, 1));
    Viewer viewer = new Viewer();
    viewer.apply(read(cutter.snapshot(Pulse.NONE)));
    viewer.apply(frame());

    assertThat(viewer.rows).hasSize(7);
    assertThat(viewer.rows.get(6)).containsEntry("ticker", "O:SPXW261120C06100000");
  }

  @Test
  void aContractThatBecomesKnownIsListedOnce() {
    day.quoted(3);
    cutter.cut(null);
    day.play(Day.listed(call(6100)));
    JsonNode listed = frame().path("listed");

    assertThat(listed.path("ticker").path(0).asString()).isEqualTo("O:SPXW261120C06100000");
    assertThat(listed.path("strike").path(0).asDouble()).isEqualTo(6100);
    assertThat(listed.path("right").path(0).asString()).isEqualTo("C");

    day.play(trade(call(6100), 2, 1, 1));
    assertThat(frame().has("listed")).isFalse();
  }

  @Test
  void aMovedViewComesWithItsFrame() {
    day.quoted(21);
    cutter.cut(null);
    day.play(Day.spx(2, 6025), tick(3));

    assertThat(frame().path("view")).hasSize(14);
  }

  @Test
  void aDayBegunAgainIsAnother() {
    day.quoted(5).play(trade(call(6000), 2, 10.5, 4));
    cutter.cut(null);
    day.begin();

    assertThat(cutter.cut(null)).isTrue();
    assertThat(cutter.isAnother()).isTrue();
    assertThat(read(cutter.snapshot(Pulse.NONE)).path("rows").path("id")).isEmpty();

    day.quoted(5);
    assertThat(cutter.cut(null)).isTrue();
    assertThat(cutter.isAnother()).isTrue();
    assertThat(read(cutter.snapshot(Pulse.NONE)).path("totals").path("call_volume").asDouble())
        .isZero();

    day.play(quote(call(6000), 2, 1, 2));
    assertThat(cutter.cut(null)).isTrue();
    assertThat(cutter.isAnother()).isFalse();
  }

  @Test
  void aSteeredReplayMakesAFrameAndAMovingOneAloneDoesNot() {
    day.quoted(3);
    cutter.cut(replay(Day.at(1), 1));

    assertThat(cutter.cut(replay(Day.at(2), 1))).isFalse();
    assertThat(cutter.cut(replay(Day.at(3), Double.POSITIVE_INFINITY))).isTrue();
    JsonNode clock = read(cutter.frame(Pulse.NONE)).path("replay");
    assertThat(clock.path("speed").asString()).isEqualTo("max");
    assertThat(clock.path("position").asString()).isEqualTo("2026-11-20T14:30:03Z");
    assertThat(clock.path("from").asString()).isEqualTo("2026-11-20T14:30:00Z");
  }

  @Test
  void aHeartbeatTellsTheFeedsAge() {
    assertThat(read(cutter.heartbeat(Pulse.NONE)).path("age_ms").isNull()).isTrue();
    Pulse old = new Pulse(1_999_999_999L, 0, null, false);
    assertThat(read(cutter.heartbeat(old)).path("age_ms").asLong()).isEqualTo(1999);
  }

  @Test
  void theMinutesSoFarComeWithASnapshot() {
    day.quoted(3)
        .play(trade(call(6000), 2, 10.5, 4), tick(60))
        .play(quote(put(6000), 61, 9, 9.5), trade(put(6000), 61, 9, 2), tick(120));
    cutter.cut(null);
    JsonNode history = read(cutter.snapshot(Pulse.NONE)).path("history");

    assertThat(history.path("from").asString()).isEqualTo("2026-11-20T14:30:00Z");
    assertThat(history.path("step_seconds").asInt()).isEqualTo(60);
    assertThat(history.path("call_net_premium")).hasToString("[4200,0]");
    assertThat(history.path("put_net_premium")).hasToString("[0,-1800]");
    assertThat(history.path("spot")).hasToString("[6000,6000]");
  }

  @Test
  void everyNumberOfAFrameIsTheOneThatTheBoardHolds() {
    day.quoted(41);
    Random random = new Random(11);
    IntStream.range(0, 2000)
        .forEach(i ->
            day.play(
                trade(
                    call(5900 + 5 * random.nextInt(41)),
                    2 + i * 0.01,
                    0.05 * (1 + random.nextInt(400)),
                    1 + random.nextInt(20))));
    JsonNode columns = frame().path("rows");
    JsonNode document = JsonMapper.shared().readTree(day.board.document(SPX));
    Map<String, JsonNode> byTicker = new HashMap<>();
    document.path("contracts").forEach(row -> byTicker.put(row.path("ticker").asString(), row));
    JsonNode tickers = read(cutter.snapshot(Pulse.NONE)).path("listed").path("ticker");

    for (int i = 0; i < columns.path("id").size(); i++) {
      JsonNode row = byTicker.get(tickers.path(columns.path("id").path(i).asInt()).asString());
      for (Column column : Column.OF_CONTRACT) {
        String name = column.title();
        assertThat(columns.path(name).path(i)).as(name).isEqualTo(row.path(name));
      }
    }
  }

  @Test
  void aBoardWithoutTheUnderlyingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrameCutter(day.board, new Underlying("QQQ")))
        .withMessage("QQQ is not on the board");
  }
}
