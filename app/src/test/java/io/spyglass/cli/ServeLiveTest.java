package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.Settings;
import io.spyglass.config.Sources;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Underlying;
import io.spyglass.monitor.CapturedDay;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedMarket;
import io.spyglass.vendor.polygon.simulator.Faults;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `serve` with a key, in front of the vendor's simulator: from its sockets to the answers.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeLiveTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  private static final LocalDate PAST = LocalDate.of(2026, 11, 18);
  private static final Underlying SPX = new Underlying("SPX");
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final long PATIENCE_NANOS = 90_000_000_000L;
  private static final long SOME_SECONDS = 10_000_000_000L;

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final SimulatedClock clock = SimulatedClock.of(DATE, LocalTime.of(10, 0), 1);
  private PolygonSimulator simulator;
  private Settings settings;
  private Lake lake;

  @BeforeEach
  void simulate() {
    Selection nearest = Selection.all().expiring(PAST, DATE);
    simulator =
        PolygonSimulator.start(
            0,
            new PolygonSimulator.Scene(SimulatedMarket.of(1, CALENDAR), CALENDAR, nearest, clock),
            Faults.NONE);
    Map<String, String> environment =
        Map.of(
            "PORT",
            "0",
            "POLYGON_API_KEY",
            "a-very-secret-key-1234",
            "POLYGON_BASE_URL",
            simulator.restUrl(),
            "POLYGON_WS_URL",
            simulator.socketUrl());
    settings = Settings.load(new Sources(Optional.empty(), folder, Map.of(), environment));
    lake = new Lake(settings.lake().root(), LakeOptions.defaults());
  }

  @AfterEach
  void close() {
    simulator.close();
    lake.close();
    client.close();
  }

  @Test
  void theLiveMarketIsShownAndGoesOnBehindAReplayAndARestart() throws Exception {
    Map<String, Integer> before;
    try (Airing airing = airing()) {
      String url = begin(airing);
      awaitThat(url, flow -> flow.path("mode").asString().equals("live") && volumes(flow) > 100);
      assertThat(get(url + "api/feeds").path("recording").path("on").asBoolean()).isTrue();
      awaitThat(url, _ -> get(url + "api/feeds").path("troubles").isEmpty());
      assertThat(get(url + "api/feeds").path("notes").path(0).asString())
          .contains("which is followed");
      assertThat(get(url + "health/ready").path("status").asString()).isEqualTo("ready");
      assertThat(act(url, "{\"action\":\"demo\"}").statusCode()).isEqualTo(200);
      assertThat(get(url + "api/flow").path("mode").asString()).isEqualTo("demo");
      int shown = get(url + "api/feeds").path("recording").path("recorded").asInt();
      awaitThat(
          url, _ -> get(url + "api/feeds").path("recording").path("recorded").asInt() > shown);
      assertThat(act(url, "{\"action\":\"live\"}").statusCode()).isEqualTo(200);
      awaitThat(url, flow -> flow.path("mode").asString().equals("live"));
      before = byContract(get(url + "api/flow"));
    }
    try (Airing airing = airing()) {
      String url = begin(airing);
      awaitThat(url, this::isTheTruth);
      Map<String, Integer> after = byContract(get(url + "api/flow"));
      before.forEach((ticker, volume) ->
          assertThat(after.get(ticker)).as(ticker).isGreaterThanOrEqualTo(volume));
    }
    assertThat(CapturedDay.find(settings.lake().root(), DATE, CALENDAR)).isPresent();
  }

  @Test
  void aReplayIsFetchedFirstAndTheMarketIsWatchedOnceItIsShown() throws Exception {
    Days days = new Days(settings, CALENDAR);
    assertThat(days.lacks(lake, PAST, List.of(SPX))).isTrue();
    try (TradeFetch fetch = new TradeFetch(settings, CALENDAR, lake)) {
      fetch.tryAll(PAST, List.of(SPX), 0, new PrintWriter(Writer.nullWriter()));
    }
    assertThat(days.lacks(lake, PAST, List.of(SPX))).isFalse();

    Days.Recorded past = days.recorded(lake, PAST, List.of(SPX), Days.Breadth.WIDE);
    Playing playing = Playing.recorded(past.day(), Double.POSITIVE_INFINITY);
    try (Airing airing = new Airing(settings, shelf(), playing)) {
      String url = airing.broadcast().begin();
      awaitThat(url, flow -> flow.path("mode").asString().equals("replay") && volumes(flow) > 0);
      assertThat(get(url + "api/replay").path("live").asBoolean()).isTrue();
      assertThat(get(url + "api/feeds").path("feeds").path(0).path("detail").asString())
          .isEqualTo("the live market is not watched until it is shown");
      assertThat(CapturedDay.find(settings.lake().root(), DATE, CALENDAR)).isEmpty();

      assertThat(act(url, "{\"action\":\"live\"}").statusCode()).isEqualTo(200);
      awaitThat(url, flow -> flow.path("mode").asString().equals("live") && volumes(flow) > 0);
    }
  }

  private Airing airing() {
    return new Airing(settings, shelf(), null);
  }

  private Broadcast.Shelf shelf() {
    return new Broadcast.Shelf(new Days(settings, CALENDAR), lake, List.of(SPX));
  }

  private static String begin(Airing airing) {
    return airing.broadcast().begin();
  }

  private interface Wish {
    boolean isMet(JsonNode flow) throws IOException, InterruptedException;
  }

  private void awaitThat(String url, Wish wish) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    JsonNode flow = get(url + "api/flow");
    while (!wish.isMet(flow)) {
      if (System.nanoTime() > until) {
        throw new AssertionError("it did not come to that: " + get(url + "api/feeds") + flow);
      }
      TimeUnit.MILLISECONDS.sleep(50);
      flow = get(url + "api/flow");
    }
  }

  private static int volumes(JsonNode flow) {
    return byContract(flow).values().stream().mapToInt(each -> each).sum();
  }

  private static Map<String, Integer> byContract(JsonNode flow) {
    Map<String, Integer> volumes = new TreeMap<>();
    flow.path("contracts")
        .forEach(row -> {
          if (row.path("volume").asInt() > 0) {
            volumes.put(row.path("ticker").asString(), row.path("volume").asInt());
          }
        });
    return volumes;
  }

  /// Whether every contract that has volume has all that truly was traded from the open until some
  /// seconds ago, and no more than was traded by now.
  private boolean isTheTruth(JsonNode flow) throws IOException, InterruptedException {
    Map<String, Integer> shown = byContract(flow);
    long askedNanos = clock.nowNanos();
    Map<String, Integer> least = truth(shown.keySet(), askedNanos - SOME_SECONDS);
    Map<String, Integer> most = truth(shown.keySet(), askedNanos);
    return !shown.isEmpty()
        && shown.entrySet().stream()
            .allMatch(each ->
                each.getValue() >= least.getOrDefault(each.getKey(), 0)
                    && each.getValue() <= most.getOrDefault(each.getKey(), 0));
  }

  private Map<String, Integer> truth(Set<String> tickers, long toNanos)
      throws IOException, InterruptedException {
    Map<String, Integer> truth = new TreeMap<>();
    long open = CALENDAR.day(DATE).regular().fromNanos();
    for (String ticker : new TreeSet<>(tickers)) {
      String path = "/_sim/tape?from=" + open + "&to=" + toNanos + "&ticker=" + ticker;
      HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.restUrl() + path)).build();
      client
          .send(request, HttpResponse.BodyHandlers.ofString())
          .body()
          .lines()
          .map(JsonMapper.shared()::readTree)
          .filter(row -> !row.path("conditions").toString().matches(".*20[1-7].*"))
          .forEach(row -> truth.merge(ticker, row.path("size").asInt(), Integer::sum));
    }
    return truth;
  }

  private JsonNode get(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return JsonMapper.shared()
        .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private HttpResponse<String> act(String url, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "api/replay"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
