package io.spyglass.vendor.polygon.simulator;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedMarket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running simulator of one expiry, with a client of the JDK's own.
final class Simulated implements AutoCloseable {
  static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  static final TradingCalendar CALENDAR = TradingCalendar.standard();
  static final SimulatedMarket MARKET = SimulatedMarket.of(1, CALENDAR);
  static final OptionContract AT_THE_MONEY = OptionContract.of("SPXW", DATE, Right.CALL, 6640);
  static final String TICKER = AT_THE_MONEY.ticker();
  static final String ADVANCED = "a-key";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  final SimulatedClock clock;
  final PolygonSimulator simulator;

  private Simulated(SimulatedClock clock, Faults faults) {
    this.clock = clock;
    this.simulator =
        PolygonSimulator.start(
            0, new PolygonSimulator.Scene(MARKET, CALENDAR, Simulated::expiring, clock), faults);
  }

  /// The contracts that expire on a day or on [#DATE].
  static Selection expiring(LocalDate date) {
    Selection all = Selection.all();
    return date.equals(DATE) ? all.expiring(DATE) : all.expiring(DATE, date);
  }

  /// A market that stands still at a time of [#DATE], or of the date that is told.
  static Simulated pausedAt(String time) {
    return pausedAt(time, Faults.NONE);
  }

  static Simulated pausedAt(String time, Faults faults) {
    SimulatedClock clock = SimulatedClock.of(DATE, LocalTime.MIDNIGHT, 1);
    clock.pause(true);
    clock.set(at(time));
    return new Simulated(clock, faults);
  }

  static long at(String time) {
    return SimulatedClock.of(DATE, LocalTime.MIDNIGHT, 1).instant(time);
  }

  /// Plays to a time of the day as fast as the sockets take it, then stands still; all that happens
  /// up to there is on its way to the prompt sockets then, ahead of any answer that follows.
  void playTo(String time) throws InterruptedException {
    playTo(at(time));
  }

  /// Plays on for so long.
  void playOn(long seconds) throws InterruptedException {
    playTo(clock.nowNanos() + seconds * 1_000_000_000L);
  }

  private void playTo(long epochNanos) throws InterruptedException {
    clock.speed(SimulatedClock.UNPACED);
    clock.runUntil(epochNanos);
    if (!clock.await(epochNanos, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the clock did not come to " + epochNanos);
    }
  }

  HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
    return send(path, "Authorization", "Bearer " + key);
  }

  HttpResponse<String> send(String path, String... headers)
      throws IOException, InterruptedException {
    URI uri = path.startsWith("http") ? URI.create(path) : URI.create(simulator.restUrl() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  HttpResponse<byte[]> bytes(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.restUrl() + path)).headers(headers).build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /// The body of a good answer to a key that has everything.
  JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path, ADVANCED);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " " + answer.statusCode() + " " + answer.body());
    }
    return tree(answer.body());
  }

  /// All results of a list, page by page; how many pages of bars there are is a matter of time too.
  List<JsonNode> pages(String path) throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    String next = path;
    while (next != null) {
      JsonNode page = json(next);
      page.path("results").forEach(all::add);
      next = page.has("next_url") ? page.path("next_url").asString() : null;
    }
    return all;
  }

  static JsonNode tree(String json) {
    return JsonMapper.shared().readTree(json);
  }

  HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.restUrl() + path))
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  Caller call(Cluster cluster) {
    return Caller.connect(client, URI.create(simulator.socketUrl() + "/" + cluster.word()));
  }

  @Override
  public void close() {
    simulator.close();
    client.close();
  }
}
