package io.spyglass.vendor.polygon.simulator;

import static io.spyglass.vendor.polygon.simulator.Caller.is;
import static io.spyglass.vendor.polygon.simulator.Simulated.ADVANCED;
import static io.spyglass.vendor.polygon.simulator.Simulated.TICKER;
import static io.spyglass.vendor.polygon.simulator.SocketsTest.ENTERED;
import static io.spyglass.vendor.polygon.simulator.SocketsTest.events;
import static io.spyglass.vendor.polygon.simulator.SocketsTest.expected;
import static io.spyglass.vendor.polygon.simulator.SocketsTest.stats;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What goes wrong on sockets when knobs say so.
class SocketFaultsTest {
  @Test
  void silenceAcknowledgesAndDeliversNothing() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00", Faults.preset("silent"));
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).subscribe("T.*");
      market.playTo("10:01");

      assertThat(caller.hearAll()).allMatch(each -> is(each, "status"));
      assertThat(stats(market).path("silent").asInt()).isGreaterThan(100);
    }
  }

  @Test
  void subscriptionsCanBeIgnored() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00", Faults.NONE.with("{\"silent_acks\": 1}"));
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).say("subscribe", "T." + TICKER);
      awaitFault(market, "silent_acks");
      market.put("/_sim/faults", "\"none\"");
      caller.subscribe("Q." + TICKER);

      assertThat(caller.heard()).hasSize(1);
    }
  }

  private static void awaitFault(Simulated market, String knob) throws Exception {
    while (stats(market).path(knob).asInt() == 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void acknowledgementsCanBeLostWhileTheSubscriptionIsMade() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00", Faults.NONE.with("{\"lost_acks\": 1}"));
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).say("subscribe", "T." + TICKER);
      awaitFault(market, "lost_acks");
      market.put("/_sim/faults", "\"none\"");
      caller.subscribe("Q." + TICKER);
      market.playTo("10:05");
      caller.await(each -> is(each, "T"));

      assertThat(caller.heard().stream().filter(each -> is(each, "status"))).hasSize(1);
    }
  }

  @Test
  void messagesCanComeWithoutTheirNumbers() throws Exception {
    Faults faults = Faults.NONE.with("{\"no_sequences\": 0.5}");
    try (Simulated market = Simulated.pausedAt("09:30", faults);
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).subscribe("T." + TICKER + ",Q." + TICKER);
      market.playTo("09:40");
      caller.hearAll();

      assertThat(events(caller)).hasSameSizeAs(expected("09:30", "09:40"));
      for (String kind : List.of("T", "Q")) {
        List<JsonNode> all = caller.heard().stream().filter(each -> is(each, kind)).toList();
        long absent = all.stream().filter(each -> !each.has("q")).count();
        long zero = all.stream().filter(each -> each.path("q").asLong(-1) == 0).count();
        assertThat(absent).isBetween(all.size() / 8L, all.size() * 3L / 8);
        assertThat(zero).isBetween(all.size() / 8L, all.size() * 3L / 8);
      }
      JsonNode rows = market.json("/v3/trades/" + TICKER + "?limit=1000").path("results");
      assertThat(rows).allMatch(each -> each.path("sequence_number").asLong() > 0);
    }
  }

  @Test
  void nothingComesThroughHalfOpenSocketsAndLaterOnesWork() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00");
        Bare older = new Bare(market.simulator.port(), Cluster.OPTIONS)) {
      older.hear();
      older.say("{\"action\":\"auth\",\"params\":\"k\"}");
      older.hear();
      older.say("{\"action\":\"subscribe\",\"params\":\"T.*\"}");
      older.hear();
      market.put(
          "/_sim/faults",
          "{\"half_open\": true, \"half_open_seconds\": 0.2, \"auth_timeout_millis\": 50}");
      older.ping();
      older.say("{\"action\":\"unsubscribe\",\"params\":\"T.*\"}");
      market.playTo("10:01");
      try (Bare newer = new Bare(market.simulator.port(), Cluster.OPTIONS);
          Caller last = market.call(Cluster.OPTIONS)) {
        newer.ping();
        while (stats(market).path("auth_timeouts").asInt() < 2) {
          market.playOn(1);
        }
        assertThat(last.closed).isNotDone();
        market.put("/_sim/faults", "{\"half_open\": false, \"auth_timeout_millis\": 10000}");
        try (Caller after = market.call(Cluster.OPTIONS)) {
          after.enter(ADVANCED).subscribe("T.*");
          market.playOn(60);
          after.await(each -> is(each, "T"));
          assertThat(after.closed).isNotDone();
        }

        assertThat(older.read()).isEqualTo(-1);
        assertThat(newer.read()).isEqualTo(-1);
        last.closeCode();
        assertThat(last.frames).isEmpty();
      }
      assertThat(stats(market).path("half_open").asInt()).isEqualTo(3);
    }
  }

  @Test
  void aDropIsTheEndOfTheStreamWithoutAClose() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00");
        Bare caller = new Bare(market.simulator.port(), Cluster.OPTIONS)) {
      caller.hear();
      caller.say("{\"action\":\"auth\",\"params\":\"k\"}");
      assertThat(caller.hear()).isEqualTo(ENTERED);

      assertThat(market.simulator.drop()).isEqualTo(1);
      assertThat(caller.read()).isEqualTo(-1);
    }
  }

  @Test
  void dirtWithinKeepsEveryPrint() throws Exception {
    Faults dirty =
        Faults.preset("dirty")
            .with("{\"malformed\": 0.2, \"out_of_order\": 0.2, \"no_sequences\": 0}");
    try (Simulated market = Simulated.pausedAt("09:30", dirty);
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).subscribe("T." + TICKER);
      market.playTo("09:40");
      List<Long> wanted =
          expected("09:30", "09:40").stream()
              .filter(each -> each.startsWith("T"))
              .map(each -> Long.valueOf(each.split(" ", -1)[2]))
              .sorted()
              .toList();
      caller.hearAll();

      assertThat(sequences(caller)).isEqualTo(wanted);
    }
  }

  private static List<Long> sequences(Caller caller) {
    return caller.heard().stream()
        .filter(each -> is(each, "T"))
        .map(each -> each.path("q").asLong())
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void keysCanBeAnsweredInTheOldWords() throws Exception {
    Faults old = Faults.NONE.with("{\"old_auth_words\": true}");
    try (Simulated market = Simulated.pausedAt("10:00", old);
        Caller good = market.call(Cluster.OPTIONS);
        Caller bad = market.call(Cluster.OPTIONS)) {
      good.frame();
      bad.frame();

      assertThat(good.say("auth", ADVANCED).frame())
          .isEqualTo("[{\"ev\":\"status\",\"status\":\"success\",\"message\":\"authenticated\"}]");
      assertThat(bad.say("auth", "invalid").frame())
          .isEqualTo(
              "[{\"ev\":\"status\",\"status\":\"error\","
                  + "\"message\":\"authentication failed\"}]");
    }
  }

  @Test
  void acknowledgementsCanShareAFrame() throws Exception {
    Faults faults = Faults.NONE.with("{\"batched_acks\": true, \"batch_millis\": 1e6}");
    try (Simulated market = Simulated.pausedAt("10:00", faults);
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).say("subscribe", "T." + TICKER + ",Q." + TICKER);
      caller.say("unsubscribe", "Q." + TICKER);
      List<JsonNode> frame = Caller.messages(caller.frame());

      assertThat(frame).extracting(each -> each.path("message").asString()).hasSize(2);
      assertThat(caller.frame()).contains("unsubscribed to: Q." + TICKER);
      market.simulator.faults(Faults.NONE);
      market.playTo("10:05");
      caller.await(each -> is(each, "T"));
    }
  }

  @Test
  void framesAreAsLargeAsTheyMayBe() throws Exception {
    Faults small = Faults.NONE.with("{\"frame_bytes\": 1}");
    try (Simulated market = Simulated.pausedAt("09:30", small);
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).subscribe("T.*");
      market.playTo("09:31");
      assertThat(caller.hearAll()).hasSizeGreaterThan(100);
      assertThat(stats(market).path("frames").asLong()).isEqualTo(caller.heard().size() + 2L);
    }
  }

  @Test
  void framesGatherUntilTheyAreFlushed() throws Exception {
    Faults large = Faults.NONE.with("{\"frame_bytes\": 1e6, \"batch_millis\": 1e6}");
    try (Simulated market = Simulated.pausedAt("09:31", large);
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).subscribe("T.*");
      market.playTo("09:41");
      caller.say("subscribe", "AM.*");
      assertThat(caller.frame()).hasSizeGreaterThan(300_000);
    }
  }
}
