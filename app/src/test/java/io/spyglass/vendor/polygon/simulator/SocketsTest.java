package io.spyglass.vendor.polygon.simulator;

import static io.spyglass.vendor.polygon.simulator.Caller.is;
import static io.spyglass.vendor.polygon.simulator.Simulated.ADVANCED;
import static io.spyglass.vendor.polygon.simulator.Simulated.TICKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedFeed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SocketsTest {
  private static final String CONNECTED =
      """
      [{"ev":"status","status":"connected","message":"Connected Successfully"}]\
      """;
  static final String ENTERED =
      """
      [{"ev":"status","status":"auth_success","message":"authenticated"}]\
      """;

  @Test
  void theHandshakeIsTheVendorsWordForWord() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00");
        Caller caller = market.call(Cluster.OPTIONS)) {
      assertThat(caller.frame()).isEqualTo(CONNECTED);
      caller.say("auth", ADVANCED);
      assertThat(caller.frame()).isEqualTo(ENTERED);
      caller.say("subscribe", "T." + TICKER + ",XX.nothing,Q." + TICKER + ",T." + TICKER);
      assertThat(caller.frame())
          .isEqualTo(
              "[{\"ev\":\"status\",\"status\":\"success\",\"message\":\"subscribed to: T."
                  + TICKER
                  + "\"}]");
      assertThat(caller.frame()).contains("subscribed to: Q." + TICKER);
      caller.say("unsubscribe", "Q." + TICKER);
      assertThat(caller.frame()).contains("\"success\"").contains("unsubscribed to: Q." + TICKER);
    }
  }

  @Test
  void whatIsSentEqualsTheMarketPrintForPrint() throws Exception {
    try (Simulated market = Simulated.pausedAt("09:30");
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).subscribe("T." + TICKER + ",Q." + TICKER);
      market.playTo("09:40");
      List<String> wanted = expected("09:30", "09:40");
      caller.hearAll();

      assertThat(wanted).hasSizeGreaterThan(100);
      assertThat(events(caller)).isEqualTo(wanted);
    }
  }

  static List<String> events(Caller caller) {
    return caller.heard().stream()
        .filter(each -> !is(each, "status"))
        .map(SocketsTest::spoken)
        .toList();
  }

  static List<String> expected(String from, String to) {
    Selection only =
        Selection.all()
            .only(Set.of(Simulated.AT_THE_MONEY))
            .only(Selection.Kind.TRADE, Selection.Kind.QUOTE)
            .between(Simulated.at(from) + 1, Simulated.at(to) + 1);
    SimulatedFeed feed = Simulated.MARKET.day(Simulated.DATE).feed(only);
    List<String> all = new ArrayList<>();
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      if (event instanceof Trade t) {
        all.add(
            "T "
                + t.epochNanos() / 1_000_000
                + " "
                + t.sequence()
                + " "
                + t.price()
                + " "
                + t.size()
                + " "
                + t.exchange()
                + " "
                + t.conditions());
      } else if (event instanceof Quote q) {
        all.add(
            "Q "
                + q.epochNanos() / 1_000_000
                + " "
                + q.sequence()
                + " "
                + q.bid()
                + " "
                + q.ask()
                + " "
                + q.bidSize()
                + " "
                + q.askSize());
      }
    }
    return all;
  }

  private static String spoken(JsonNode m) {
    String head = m.path("ev").asString() + " " + m.path("t").asLong() + " " + m.path("q").asLong();
    if (m.path("ev").asString().equals("T")) {
      List<Integer> codes = new ArrayList<>();
      m.path("c").forEach(code -> codes.add(code.asInt()));
      return head
          + " "
          + m.path("p").asDouble()
          + " "
          + m.path("s").asDouble()
          + " "
          + m.path("x").asInt()
          + " "
          + codes;
    }
    return head
        + " "
        + m.path("bp").asDouble()
        + " "
        + m.path("ap").asDouble()
        + " "
        + m.path("bs").asLong()
        + " "
        + m.path("as").asLong();
  }

  @Test
  void indicesAndStocksHaveSocketsOfTheirOwn() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00");
        Caller indices = market.call(Cluster.INDICES);
        Caller stocks = market.call(Cluster.STOCKS)) {
      indices.enter(ADVANCED).subscribe("V.I:SPX,AM.*");
      stocks.enter(ADVANCED).subscribe("T.SPY,Q.*,A.SPY");
      market.playTo("10:02");

      JsonNode value = indices.await(each -> is(each, "V"));
      JsonNode bar = indices.await(each -> is(each, "AM"));
      JsonNode trade = stocks.await(each -> is(each, "T"));
      assertThat(value.path("T").asString()).isEqualTo("I:SPX");
      assertThat(value.path("val").asDouble()).isBetween(1000.0, 20_000.0);
      assertThat(bar.has("v")).isFalse();
      assertThat(trade.path("sym").asString()).isEqualTo("SPY");
      assertThat(trade.path("i").isString()).isTrue();
    }
  }

  @Test
  void aBadKeyIsRefusedAndTheSocketClosed() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00")) {
      for (String key : List.of("invalid", "basic", "")) {
        try (Caller caller = market.call(Cluster.OPTIONS)) {
          caller.frame();
          caller.say("auth", key);
          assertThat(caller.frame())
              .isEqualTo(
                  "[{\"ev\":\"status\",\"status\":\"auth_failed\","
                      + "\"message\":\"authentication failed\"}]");
          assertThat(caller.closeCode()).isEqualTo(1008);
        }
      }
    }
  }

  @Test
  void whoGivesNoKeyInTimeIsSentAway() throws Exception {
    Faults hasty = Faults.NONE.with("{\"auth_timeout_millis\": 50}");
    try (Simulated market = Simulated.pausedAt("10:00", hasty);
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.frame();
      assertThat(caller.frame())
          .isEqualTo(
              "[{\"ev\":\"status\",\"status\":\"auth_timeout\","
                  + "\"message\":\"No authentication request received.\"}]");
      caller.closeCode();
    }
  }

  @Test
  void aPlanHasOnlyItsChannelsAndOtherParamsStillSucceed() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00");
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter("starter");
      caller.say("subscribe", "T." + TICKER + ",AM." + TICKER);
      assertThat(caller.frame())
          .isEqualTo("[{\"ev\":\"status\",\"status\":\"error\",\"message\":\"not authorized\"}]");
      assertThat(caller.frame()).contains("subscribed to: AM." + TICKER);
    }
  }

  @Test
  void theThousandAndFirstQuoteIsAnError() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00");
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED);
      String params =
          String.join(
              ",",
              IntStream.rangeClosed(1, 1001)
                  .mapToObj(i -> "Q.O:SPXW261120C" + String.format("%08d", i * 1000))
                  .toList());
      caller.say("subscribe", params);
      caller.await(each -> each.path("status").asString().equals("error"));

      assertThat(caller.heard()).hasSize(1001);
      caller.say("subscribe", "Q.*");
      assertThat(caller.frame()).contains("not authorized");
    }
  }

  @Test
  void theOldestOfTooManySocketsIsClosed() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00");
        Caller older = market.call(Cluster.OPTIONS);
        Caller newer = market.call(Cluster.OPTIONS);
        Caller elsewhere = market.call(Cluster.STOCKS)) {
      older.enter(ADVANCED).subscribe("T.*");
      elsewhere.enter(ADVANCED).subscribe("T.*");
      newer.enter(ADVANCED).subscribe("T.*");

      assertThat(older.frame())
          .isEqualTo(
              "[{\"ev\":\"status\",\"status\":\"max_connections\",\"message\":"
                  + "\"Maximum number of websocket connections exceeded.\"}]");
      assertThat(older.closeCode()).isEqualTo(1008);
      assertThat(newer.closed).isNotDone();
      assertThat(elsewhere.closed).isNotDone();
    }
  }

  @Test
  void theNewestIsRefusedWithItsFirstSubscriptionIfFaultsSaySo() throws Exception {
    try (Simulated market =
            Simulated.pausedAt("10:00", Faults.NONE.with("{\"evict_newest\": true}"));
        Caller older = market.call(Cluster.OPTIONS);
        Caller newer = market.call(Cluster.OPTIONS)) {
      older.enter(ADVANCED).subscribe("T.*");
      newer.enter(ADVANCED).say("subscribe", "T.*");

      assertThat(newer.frame()).contains("max_connections");
      assertThat(newer.closeCode()).isEqualTo(1008);
      assertThat(older.closed).isNotDone();
    }
  }

  @Test
  void aDelayedPlanHearsTheSameAQuarterOfAnHourLater() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00");
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter("developer").subscribe("T.*");
      market.clock.speed(20_000);
      market.clock.pause(false);
      JsonNode first = caller.await(each -> is(each, "T"));

      assertThat(first.path("t").asLong())
          .isBetween(Simulated.at("09:45") / 1_000_000, Simulated.at("09:50") / 1_000_000);
    }
  }

  @Test
  void whoReadsTooSlowlyIsClosed() throws Exception {
    try (Simulated market =
            Simulated.pausedAt("09:30", Faults.NONE.with("{\"outbox_bytes\": 2000}"));
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).subscribe("T.*");
      market.clock.speed(600);
      market.clock.pause(false);

      assertThat(caller.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void whoStopsReadingIsCutOff() throws Exception {
    try (Simulated market =
            Simulated.pausedAt("09:30", Faults.NONE.with("{\"outbox_bytes\": 100000}"));
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).subscribe("T.*");
      caller.stopReading();
      market.clock.speed(20_000);
      market.clock.pause(false);
      JsonNode stats = stats(market);
      while (stats.path("sockets").asInt() > 0) {
        stats = stats(market);
      }

      assertThat(stats.path("slow_consumers").asInt()).isEqualTo(1);
    }
  }

  static JsonNode stats(Simulated market) throws Exception {
    return Simulated.tree(market.send("/_sim/stats").body());
  }

  @Test
  void aPingIsAnswered() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00");
        Caller caller = market.call(Cluster.INDICES)) {
      caller.socket().sendPing(ByteBuffer.allocate(0)).join();

      assertThat(caller.ponged.get(30, TimeUnit.SECONDS)).isEqualTo("pong");
    }
  }
}
