package io.spyglass.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.spyglass.model.OptionContract;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SpyglassServerTest {
  private final Recorded playback = new Recorded();
  private final Served served = new Served(playback);

  @AfterEach
  void stop() {
    served.close();
  }

  private static void assertProblem(HttpResponse<String> response, int status, String detail) {
    JsonNode problem = Served.json(response);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asString()).isNotEmpty();
    assertThat(problem.path("detail").asString()).contains(detail);
  }

  @Test
  void healthIsExactlyOk() throws Exception {
    HttpResponse<String> response = served.get("/health");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
  }

  @Test
  void theFlowIsTheBoardsDocument() throws Exception {
    served.day.quoted(5);

    for (String path :
        List.of("/api/flow", "/api/flow?underlying=SPX", "/api/flow?underlying=spx")) {
      HttpResponse<String> response = served.get(path);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body())
          .isEqualTo(new String(served.day.board.document(Day.SPX), StandardCharsets.UTF_8));
    }
  }

  @Test
  void theHistoryOfEachTradedContractIsThere() throws Exception {
    served.day.quoted(5).play(Day.trade(Day.call(6000), 2, 10.5, 4), Day.tick(60));
    JsonNode history = Served.json(served.get("/api/flow/history"));

    assertThat(history.path("call_net_premium")).hasToString("[4200]");
    assertThat(history.path("contracts").path(0).path("ticker").asString())
        .isEqualTo("O:SPXW261120C06000000");
    assertThat(history.path("contracts").path(0).path("net_premium")).hasToString("[4200]");
    assertThat(history.path("contracts")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/flow, 200, application/json",
    "/health, 200, application/json",
    "/api/flow?underlying=QQQ, 404, application/problem+json",
    "/docs, 200, text/html"
  })
  void headAnswersAsGetWithoutTheBody(String path, int status, String type) throws Exception {
    HttpResponse<String> head = served.send(served.request(path).HEAD());

    assertThat(head.statusCode()).isEqualTo(status);
    assertThat(head.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void aCrowdWaitsAndIsThenToldToComeBack() throws Exception {
    List<CompletableFuture<Integer>> asked = new ArrayList<>();
    synchronized (served.day.board) {
      for (int i = 0; i < Crowd.PLACES + 3; i++) {
        asked.add(
            served
                .client()
                .sendAsync(served.request("/api/flow").build(), BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode));
      }
      while (asked.size() > Crowd.PLACES) {
        CompletableFuture<Object> turnedAway =
            CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new));
        assertThat(turnedAway.get(30, TimeUnit.SECONDS)).isEqualTo(503);
        asked.removeIf(CompletableFuture::isDone);
      }
    }
    for (CompletableFuture<Integer> each : asked) {
      assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(200);
    }
    assertThat(served.get("/api/flow").statusCode()).isEqualTo(200);
  }

  @Test
  void anUnknownUnderlyingIsAProblemThatNamesThoseServed() throws Exception {
    assertProblem(
        served.get("/api/flow?underlying=QQQ"),
        404,
        "No underlying 'QQQ' is served; served are SPX, SPY");
  }

  @Test
  void anExpiryCanBeAskedForAndAnUnknownOneIsAProblemThatNamesThoseServed() throws Exception {
    assertProblem(served.get("/api/flow?expiry=2026-11-20"), 404, "none is so far");
    served.day.quoted(5).play(Day.listed(OptionContract.parse("SPXW261123C06000000")));

    JsonNode monday = Served.json(served.get("/api/flow?underlying=SPX&expiry=2026-11-23"));
    assertThat(monday.path("expiry").asString()).isEqualTo("2026-11-23");
    assertThat(monday.path("contracts")).hasSize(1);
    assertProblem(
        served.get("/api/flow/history?expiry=2026-11-24"),
        404,
        "No expiry '2026-11-24' of SPX is served; served are 2026-11-20, 2026-11-23");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/heatmap?measure=profit | 400 | measure wants net_premium, premium, volume or",
        "/api/heatmap?step=61 | 400 | step wants 60, 300 or 900 seconds",
        "/api/heatmap?since=-1 | 400 | since wants the number of a step",
        "/api/heatmap?underlying=QQQ | 404 | served are SPX, SPY",
        "/api/contracts/SPXW/history | 400 | SPXW",
        "/api/contracts/O:SPXW261120C09999000/history | 404 | O:SPXW261120C09999000",
        "/api/contracts/O:QQQ261120C00500000/history | 404 | O:QQQ261120C00500000"
      })
  void whatCannotBeAnsweredSaysWhatIsExpected(String path, int status, String detail)
      throws Exception {
    served.day.quoted(5);

    assertProblem(served.get(path), status, detail);
  }

  @Test
  void whatIsNotThereIsAProblem() throws Exception {
    assertProblem(served.get("/api/nothing"), 404, "There is nothing at /api/nothing");
    assertProblem(served.post("/api/flow", ""), 405, "/api/flow knows no POST");
    assertProblem(
        served.send(served.request("/api/replay").DELETE()), 405, "/api/replay knows no DELETE");
  }

  @Test
  void aRequestThatIsNoneEndsItsConnection() throws Exception {
    HttpResponse<String> refused = served.get("/../../etc/passwd");

    assertProblem(refused, 400, "no valid HTTP");
    assertThat(refused.headers().firstValue("connection")).hasValue("close");
    for (int i = 0; i < 20; i++) {
      served.get("/../../etc/passwd");
      assertProblem(served.post("/api/flow", ""), 405, "/api/flow knows no POST");
    }
  }

  @Test
  void thePageIsServed() throws Exception {
    HttpResponse<String> response = served.get("/");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'self'", "frame-ancestors 'none'");
    assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(response.headers().firstValue("server")).isEmpty();
  }

  @Test
  void thePageIsAskedForAnew() throws Exception {
    assertThat(served.get("/").headers().firstValue("cache-control")).hasValue("no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/glossary", "/glossary/delta", "/healthy", "/apiary"})
  void anAddressThatThePageKnowsIsThePage(String path) throws Exception {
    HttpResponse<String> response =
        served.send(served.request(path).header("Accept", "text/html,*/*;q=0.8"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(served.get("/").body());
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-cache");
    assertThat(response.headers().firstValue("content-security-policy")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/glossary",
        "/ws/glossary",
        "/health/glossary",
        "/metrics/glossary",
        "/docs/glossary",
        "/redoc/glossary",
        "/assets/index-00000000.js",
      })
  void anAddressOfTheServersOwnIsNeverThePage(String path) throws Exception {
    HttpResponse<String> response =
        served.send(served.request(path).header("Accept", "text/html,*/*;q=0.8"));

    assertProblem(response, 404, "There is nothing at " + path);
  }

  @Test
  void whoWantsNoPageGetsNone() throws Exception {
    assertProblem(
        served.send(served.request("/favicon.png").header("Accept", "image/*,*/*;q=0.8")),
        404,
        "There is nothing at /favicon.png");
    assertThat(served.post("/glossary", "", "Accept", "text/html").statusCode()).isEqualTo(404);
  }

  @Test
  void theReplaysStateIsTold() throws Exception {
    JsonNode state = Served.json(served.get("/api/replay"));

    assertThat(state.path("from").asString()).isEqualTo("2026-11-20T14:30:00Z");
    assertThat(state.path("to").asString()).isEqualTo("2026-11-20T21:00:00Z");
    assertThat(state.path("playing").asBoolean()).isTrue();
    assertThat(state.path("speed").asDouble()).isEqualTo(1);
    assertThat(state.path("failure").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"action\":\"play\"} | play",
        "{\"action\":\"pause\",\"at\":null,\"speed\":null} | pause",
        "{\"action\":\"step\"} | step",
        "{\"action\":\"seek\",\"at\":\"10:30\"} | seek 3600",
        "{\"action\":\"seek\",\"at\":\"09:30:05\"} | seek 5",
        "{\"action\":\"seek\",\"at\":\"2026-11-20T15:30:00Z\"} | seek 3600",
        "{\"action\":\"seek\",\"at\":\"2026-11-20T10:30:00-05:00\"} | seek 3600",
        "{\"action\":\"speed\",\"speed\":60} | speed 60.0",
        "{\"action\":\"speed\",\"speed\":\"max\"} | speed Infinity",
        "{\"action\":\"loop\"} | loop true",
        "{\"action\":\"loop\",\"loop\":false} | loop false"
      })
  void theReplayDoesWhatItIsTold(String body, String told) throws Exception {
    HttpResponse<String> response = served.post("/api/replay", body);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(playback.told).containsExactly(told);
    assertThat(Served.json(response).has("position")).isTrue();
  }

  @Test
  void playMayCarryASpeed() throws Exception {
    served.post("/api/replay", "{\"action\":\"play\",\"speed\":4}");

    assertThat(playback.told).containsExactly("speed 4.0", "play");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | no JSON object",
        "nonsense | the body is no JSON",
        "[1] | no JSON object",
        "{} | action wants to be play, pause",
        "{\"action\":\"rewind\"} | action wants to be play, pause",
        "{\"action\":7} | action wants to be play, pause",
        "{\"action\":\"seek\"} | seek wants at",
        "{\"action\":\"seek\",\"at\":\"25:00\"} | at wants an instant such as",
        "{\"action\":\"seek\",\"at\":36000} | at wants an instant such as",
        "{\"action\":\"seek\",\"at\":\"09:29:59\"} | which goes from 2026-11-20T14:30:00Z to",
        "{\"action\":\"seek\",\"at\":\"16:00:01\"} | to 2026-11-20T21:00:00Z",
        "{\"action\":\"seek\",\"at\":\"9999-01-01T00:00:00Z\"} | at wants an instant such as",
        "{\"action\":\"speed\"} | speed wants speed",
        "{\"action\":\"speed\",\"speed\":0} | speed wants a number of at least 0.001",
        "{\"action\":\"speed\",\"speed\":-1} | speed wants a number of at least 0.001",
        "{\"action\":\"speed\",\"speed\":1e999} | speed wants a number of at least 0.001",
        "{\"action\":\"speed\",\"speed\":\"fast\"} | speed wants a number of at least 0.001",
        "{\"action\":\"loop\",\"loop\":\"yes\"} | loop wants true or false",
        "{\"action\":\"play\",\"volume\":11} | 'volume' is unknown"
      })
  void aBadRequestIsToldWhatIsExpected(String body, String detail) throws Exception {
    assertProblem(served.post("/api/replay", body), 400, detail);
    assertThat(playback.told).isEmpty();
  }

  @Test
  void aReplayHasNoLiveFeedToGoTo() throws Exception {
    assertProblem(served.post("/api/replay", "{\"action\":\"live\"}"), 409, "no live feed");
  }

  @Test
  void aBodyThatIsTooLongIsRefusedHoweverItIsSent() throws Exception {
    String body = "{\"action\":\"play\",\"at\":\"" + "x".repeat(10_000) + "\"}";
    assertProblem(served.post("/api/replay", body), 413, "longer than 4096 bytes");

    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertProblem(
        served.send(
            served
                .request("/api/replay")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes)))),
        413,
        "longer than 4096 bytes");
  }

  @Test
  void aLiveServerHasNoReplay() throws Exception {
    try (Served live = new Served(null)) {
      assertProblem(live.get("/api/replay"), 404, "No replay is shown");
      assertProblem(live.post("/api/replay", "{\"action\":\"play\"}"), 409, "No replay is shown");
    }
  }

  @Test
  void aForeignPageChangesNothing() throws Exception {
    assertProblem(
        served.post("/api/replay", "{\"action\":\"pause\"}", "Origin", "https://evil.example"),
        403,
        "Pages of https://evil.example may not use this server");
    assertThat(playback.told).isEmpty();
  }

  @Test
  void aPageOfANamedOriginIsLetIn() throws Exception {
    HttpResponse<String> answer =
        served.post("/api/replay", "{\"action\":\"pause\"}", "Origin", Served.ORIGIN);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue(Served.ORIGIN);
    HttpResponse<String> preflight =
        served.send(
            served
                .request("/api/replay")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", Served.ORIGIN));
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("access-control-allow-headers").orElseThrow())
        .contains("X-API-Key");
  }

  /// The status line's code for a request with a `Host` header of its own.
  private int statusFor(String path, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port)) {
      OutputStream out = socket.getOutputStream();
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8000", "127.0.0.1", "[::1]:8000", "LOCALHOST"})
  void aLoopbackServerAnswersToLoopbackNames(String host) throws Exception {
    assertThat(statusFor("/api/flow", host)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example:8000", "127.0.0.1.evil.example", "10.0.0.1"})
  void aLoopbackServerAnswersToNoOtherName(String host) throws Exception {
    assertThat(statusFor("/api/flow", host)).isEqualTo(421);
    assertThat(statusFor("/health", host)).isEqualTo(200);
  }

  @Test
  void offLoopbackTheReplayNeedsTheKey() throws Exception {
    try (Served open = new Served("0.0.0.0", "s3cret", playback)) {
      String pause = "{\"action\":\"pause\"}";
      assertProblem(open.post("/api/replay", pause), 401, "X-API-Key");
      assertProblem(open.post("/api/replay", pause, "X-API-Key", "guess"), 401, "X-API-Key");
      assertThat(open.post("/api/replay", pause, "X-API-Key", "s3cret").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void offLoopbackWithoutAKeyNothingCanBeChanged() throws Exception {
    try (Served open = new Served("0.0.0.0", null, playback)) {
      assertProblem(open.post("/api/replay", "{\"action\":\"pause\"}"), 403, "ADMIN_API_KEY");
      assertThat(open.get("/api/replay").statusCode()).isEqualTo(200);
      assertThat(open.url()).isEqualTo("http://localhost:" + open.port + "/");
    }
  }

  @Test
  void onLoopbackTheReplayNeedsNoKey() throws Exception {
    try (Served own = new Served("127.0.0.1", "s3cret", playback)) {
      assertThat(own.post("/api/replay", "{\"action\":\"pause\"}").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aPortThatSpyglassServesIsSaidAsSuch() {
    assertThatExceptionOfType(Outage.class)
        .isThrownBy(
            () -> SpyglassServer.requirePort(Served.settings("127.0.0.1", served.port, null)))
        .withMessage(
            "Spyglass already serves http://127.0.0.1:%d: stop it, or choose another port with"
                + " --port (0 picks a free one)",
            served.port);
  }

  @Test
  void aPortInUseSaysWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      SpyglassServer second =
          new SpyglassServer(Served.settings("127.0.0.1", port, null), served.day.board, null);

      assertThatExceptionOfType(Outage.class)
          .isThrownBy(second::start)
          .withMessageContaining("127.0.0.1 port " + port)
          .withMessageContaining("--port");
    }
  }

  @Test
  void aHostThatIsNotThisMachinesSaysWhatToDo() {
    SpyglassServer lost =
        new SpyglassServer(
            Served.settings("no-such-host.invalid", 0, null), served.day.board, null);

    assertThatExceptionOfType(Outage.class)
        .isThrownBy(lost::start)
        .withMessageContaining("no-such-host.invalid")
        .withMessageContaining("HOST");
  }

  @Test
  void anAnswerUnderWayIsFinishedBeforeTheServerStops() throws Exception {
    served.day.quoted(2000);
    int length = served.get("/api/flow").body().length();
    try (Socket slow = new Socket()) {
      slow.setReceiveBufferSize(4096);
      slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), served.port));
      String request = "GET /api/flow HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      slow.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(slow.getInputStream().read()).isEqualTo('H');
      Thread stopping = Thread.ofVirtual().start(served::stop);
      String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      stopping.join();

      assertThat(answer.length() - answer.indexOf("\r\n\r\n") - 4).isEqualTo(length);
    }
  }

  @Test
  void aPortIsFreeAgainOnceTheServerHasStopped() throws Exception {
    int port;
    try (Served first = new Served(playback)) {
      port = first.port;
    }
    try (SpyglassServer second =
        new SpyglassServer(Served.settings("127.0.0.1", port, null), served.day.board, null)) {
      assertThat(second.start()).isEqualTo(port);
    }
  }
}
