package io.spyglass.server;

import static io.spyglass.server.Contract.assertFits;
import static io.spyglass.server.Day.call;
import static io.spyglass.server.Day.put;
import static io.spyglass.server.Day.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TapeRouteTest {
  private final Served served = new Served(null);

  @AfterEach
  void stop() {
    served.close();
  }

  /// Six prints: bought, sold, bought, one without a side, one out of hours, one of a contract that
  /// nobody quotes.
  private void played() {
    served
        .day
        .quoted(5)
        .play(trade(call(6000), 2, 10.5, 4), trade(put(6000), 3.5, 9, 200))
        .play(trade(call(6005), 4, 10.4, 500), trade(put(6010), 5, 9.25, 1))
        .play(trade(call(6000), -60, 10.5, 7), trade(call(7000), 6, 0.05, 3));
  }

  private JsonNode tape(String query) throws Exception {
    return Served.json(served.get("/api/tape" + query));
  }

  private static List<Long> numbers(JsonNode tape) {
    return tape.path("prints").valueStream().map(print -> print.path("seq").asLong()).toList();
  }

  private static String filter(String text) {
    return "?filter=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aTapeWithoutPrintsIsEmpty() throws Exception {
    JsonNode tape = tape("");

    assertFits("TapePrints", tape);
    assertThat(tape.path("expiry").isNull()).isTrue();
    assertThat(tape.path("last").asLong()).isZero();
    assertThat(tape.path("prints")).isEmpty();
  }

  @Test
  void thePrintsOnTheTapeAreThereTheNewestFirst() throws Exception {
    played();
    JsonNode tape = tape("");

    assertFits("TapePrints", tape);
    assertThat(tape.path("expiry").asString()).isEqualTo("2026-11-20");
    assertThat(tape.path("last").asLong()).isEqualTo(5);
    assertThat(numbers(tape)).containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(tape.path("prints").path(3))
        .hasToString(
            """
            {"seq":2,"time":"2026-11-20T14:30:03.500Z","ticker":"O:SPXW261120P06000000",\
            "root":"SPXW","strike":6000,"right":"P","side":"sell","by_tick_rule":false,\
            "price":9,"size":200,"premium":180000,"bid":9,"ask":9.5,"iv":%s,"delta":%s,\
            "spot":6000,"exchange":"Cboe","conditions":[],"bars":false}\
            """
                .formatted(
                    tape.path("prints").path(3).path("iv"),
                    tape.path("prints").path(3).path("delta")));
    assertThat(tape.path("prints").path(3).path("delta").asDouble()).isBetween(-0.6, -0.4);
  }

  @Test
  void whatIsUnknownIsNull() throws Exception {
    played();
    JsonNode print = tape("?limit=1").path("prints").path(0);

    assertThat(print.path("ticker").asString()).isEqualTo("O:SPXW261120C07000000");
    for (String name : List.of("side", "bid", "ask", "iv", "delta")) {
      assertThat(print.path(name).isNull()).as(name).isTrue();
    }
  }

  @Test
  void aFilterIsAnsweredInItsCanonicalText() throws Exception {
    played();
    JsonNode tape = tape(filter("SIDE:bid,ask  prem>=100000"));

    assertThat(tape.path("filter").asString()).isEqualTo("side:buy,sell prem>=100k");
    assertThat(tape.path("last").asLong()).isEqualTo(5);
    assertThat(numbers(tape)).containsExactly(3L, 2L);
  }

  @Test
  void theNewestOfThoseBetweenTwoNumbersAreGiven() throws Exception {
    played();

    assertThat(numbers(tape("?after=2"))).containsExactly(5L, 4L, 3L);
    assertThat(numbers(tape("?before=4"))).containsExactly(3L, 2L, 1L);
    assertThat(numbers(tape("?after=1&before=5&limit=2"))).containsExactly(4L, 3L);
    assertThat(numbers(tape("?after=5"))).isEmpty();
    assertThat(numbers(tape("?before=1"))).isEmpty();
    assertThat(numbers(tape("?after=9999&before=99999"))).isEmpty();
  }

  @Test
  void aDayThatBeginsAgainHasATapeOfItsOwn() throws Exception {
    played();
    long before = tape("").path("generation").asLong();
    served.day.begin();
    served.day.quoted(5).play(trade(call(6000), 2, 10.5, 4));
    JsonNode tape = tape("");

    assertThat(tape.path("generation").asLong()).isEqualTo(before + 1);
    assertThat(numbers(tape)).containsExactly(1L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?filter=side:bye | filter, character 6: side wants buy, sell or none, not 'bye'",
        "?limit=0 | limit wants a whole number, 1 to 1000, not '0'",
        "?limit=1001 | limit wants a whole number, 1 to 1000, not '1001'",
        "?limit=many | limit wants a whole number, 1 to 1000, not 'many'",
        "?after=-1 | after wants a whole number, 0 or more, not '-1'",
        "?before=1.5 | before wants a whole number, 0 or more, not '1.5'",
        "?after=99999999999999999999 | after wants a whole number, 0 or more"
      })
  void aBadParameterIsToldWhatIsExpected(String query, String detail) throws Exception {
    HttpResponse<String> response = served.get("/api/tape" + query);
    JsonNode problem = Served.json(response);

    assertThat(response.statusCode()).isEqualTo(400);
    assertFits("Problem", problem);
    assertThat(problem.path("detail").asString()).contains(detail);
  }

  @Test
  void whatIsNotServedIsAProblemForTheFileToo() throws Exception {
    assertThat(served.get("/api/tape?underlying=QQQ").statusCode()).isEqualTo(404);
    assertThat(served.get("/api/tape?expiry=2030-01-01").statusCode()).isEqualTo(404);
    assertThat(served.get("/api/tape.csv?expiry=2030-01-01").statusCode()).isEqualTo(404);
    HttpResponse<String> refused = served.get("/api/tape.csv?filter=banana");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("content-disposition")).isEmpty();
  }

  @Test
  void theFileHasEveryPrintTheOldestFirst() throws Exception {
    played();
    HttpResponse<String> file = served.get("/api/tape.csv" + filter("right:call"));
    List<String> lines = file.body().lines().toList();

    assertThat(file.headers().firstValue("content-type").orElseThrow()).startsWith("text/csv");
    assertThat(file.headers().firstValue("content-disposition"))
        .hasValue("attachment; filename=\"SPX-2026-11-20-tape.csv\"");
    assertThat(lines.getFirst())
        .isEqualTo(
            "seq,time_utc,time_new_york,ticker,root,expiry,strike,right,side,by_tick_rule,price,"
                + "size,premium,bid,ask,iv,delta,spot,exchange,conditions,bars");
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1))
        .startsWith(
            "1,2026-11-20T14:30:02.000000000Z,2026-11-20T09:30:02.000000000-05:00,"
                + "O:SPXW261120C06000000,SPXW,2026-11-20,6000,C,buy,false,10.5,4,4200,10,10.5,")
        .endsWith(",6000,Cboe,,false");
    assertThat(lines.get(3)).endsWith(",7000,C,,false,0.05,3,15,,,,,6000,Cboe,,false");
  }

  @Test
  void theFileHasNoCap() throws Exception {
    served.day.quoted(5);
    int prints = 5000;
    for (int i = 0; i < prints; i++) {
      served.day.play(trade(call(6000), 2 + i, 10.5, 1 + i % 7));
    }

    assertThat(served.get("/api/tape.csv").body().lines()).hasSize(prints + 1);
    assertThat(served.get("/api/tape.csv" + filter("size:7")).body().lines()).hasSize(714 + 1);
    assertThat(numbers(tape("?limit=1000"))).hasSize(1000).startsWith(5000L).endsWith(4001L);
    assertThat(numbers(tape(""))).hasSize(200);
  }

  @Test
  void whoeverStopsReadingTheFileHoldsNobodyUp() throws Exception {
    served.day.quoted(5);
    for (int i = 0; i < 100_000; i++) {
      served.day.play(trade(call(6000), 2 + i / 10.0, 10.5, 1));
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET /api/tape.csv HTTP/1.1\r\nHost: localhost\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      assertThat(firstLine(socket)).startsWith("HTTP/1.1 200");

      served.day.play(trade(put(6000), 10_010, 9, 1));
      assertThat(tape("").path("last").asLong()).isEqualTo(100_001);
    }
    assertThat(tape("").path("last").asLong()).isEqualTo(100_001);
  }

  private static String firstLine(Socket socket) throws IOException {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), 16)
        .readLine();
  }
}
