package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.Settings;
import io.spyglass.config.Sources;
import io.spyglass.journal.VirtualClock;
import io.spyglass.lake.Completeness;
import io.spyglass.lake.DayWriter;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Conditions;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import io.spyglass.monitor.Capture;
import io.spyglass.monitor.CapturedDay;
import io.spyglass.monitor.Captures;
import io.spyglass.server.Mode;
import io.spyglass.server.RecordedDay;
import io.spyglass.server.RecordedDay.Source;
import io.spyglass.server.Scene;
import io.spyglass.session.FactLog;
import io.spyglass.session.Feeds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a server without a live market shows when it is asked for something else.
@Timeout(120)
class BroadcastTest {
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final LocalDate STORED = LocalDate.of(2026, 11, 18);

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private Lake lake;
  private Broadcast broadcast;
  private String url = "";

  @BeforeEach
  void serveOffline() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    capture(Captures.day(data));
    lake = new Lake(data, LakeOptions.defaults());
    store();
    Settings settings =
        Settings.load(new Sources(Optional.empty(), folder, Map.of(), Map.of("PORT", "0")));
    Days days = new Days(settings, CALENDAR);
    Broadcast.Shelf shelf = new Broadcast.Shelf(days, lake, List.of(Captures.SPX));
    Scene empty = new Scene(days.empty(Mode.OFFLINE, shelf.underlyings()), null, Feeds.NONE);
    broadcast = new Broadcast(settings.server(), shelf, empty);
    url = broadcast.begin();
  }

  private static void capture(CapturedDay captured) {
    VirtualClock clock = new VirtualClock(Captures.OPEN - 60_000_000_000L);
    try (Capture capture = Capture.begin(captured, clock, new FactLog(_ -> {}))) {
      capture.live(_ -> {});
      Captures.play(Captures.events(0, 1), capture, clock);
    }
  }

  private void store() {
    OptionContract call = OptionContract.of("SPXW", STORED, Right.CALL, 6600);
    long at = CALENDAR.day(STORED).regular().fromNanos();
    try (DayWriter writer = lake.write(STORED)) {
      writer.trade(new Trade(call, at, at, -1, 1, 10, 2, 302, Conditions.NONE, 0));
      writer.commit(Completeness.SESSION);
    }
  }

  @AfterEach
  void close() {
    broadcast.close();
    lake.close();
    client.close();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
    return JsonMapper.shared()
        .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private HttpResponse<String> ask(String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "api/replay"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void withoutAKeyItIsOfflineAndSaysSo() throws Exception {
    assertThat(get("api/flow").path("mode").asString()).isEqualTo("offline");
    HttpResponse<String> refused = ask("{\"action\":\"live\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("POLYGON_API_KEY");
  }

  @Test
  void recordedDaysAreListedTheNewestFirst() {
    assertThat(broadcast.days())
        .extracting(
            RecordedDay::date,
            RecordedDay::source,
            RecordedDay::underlyings,
            RecordedDay::isComplete)
        .containsExactly(
            tuple(Captures.DATE, Source.JOURNAL, List.of(Captures.SPX), false),
            tuple(STORED, Source.LAKE, List.of(Captures.SPX), true));
  }

  @Test
  void theDemoTakesThePlaceOfNothingAndARecordedDayThatOfTheDemo() throws Exception {
    assertThat(ask("{\"action\":\"demo\"}").statusCode()).isEqualTo(200);
    assertThat(get("api/flow").path("mode").asString()).isEqualTo("demo");

    String replay = "{\"action\":\"pause\",\"date\":\"%s\"}";
    assertThat(ask(replay.formatted(Captures.DATE)).statusCode()).isEqualTo(200);
    assertThat(get("api/flow").path("mode").asString()).isEqualTo("replay");
    assertThat(get("api/replay").path("from").asString()).startsWith(Captures.DATE.toString());
    assertThat(get("api/replay").path("playing").asBoolean()).isFalse();

    assertThat(ask(replay.formatted(STORED)).statusCode()).isEqualTo(200);
    assertThat(get("api/replay").path("from").asString()).startsWith(STORED.toString());
  }

  @Test
  void aDayWithoutDataIsNotFoundAndLeavesEverythingAsItIs() throws Exception {
    HttpResponse<String> missing = ask("{\"action\":\"play\",\"date\":\"2026-11-17\"}");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("2026-11-17");
    HttpResponse<String> closed = ask("{\"action\":\"play\",\"date\":\"2026-11-22\"}");
    assertThat(closed.statusCode()).isEqualTo(404);
    assertThat(closed.body()).contains("no trading day");
    assertThat(get("api/flow").path("mode").asString()).isEqualTo("offline");
  }

  @Test
  void aDamagedDayIsNotShownAndItsPlaceNotTold() throws Exception {
    Path journal = CapturedDay.file(folder.resolve("data"), Captures.DATE);
    Files.writeString(journal.resolveSibling("live.json"), "{");
    HttpResponse<String> damaged = ask("{\"action\":\"play\",\"date\":\"" + Captures.DATE + "\"}");

    assertThat(damaged.statusCode()).isEqualTo(409);
    assertThat(damaged.body()).contains("log").doesNotContain(folder.toString());
    assertThat(broadcast.days()).extracting(RecordedDay::date).containsExactly(STORED);
  }
}
