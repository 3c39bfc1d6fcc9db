package io.spyglass.vendor.polygon.simulator;

import static io.spyglass.vendor.polygon.simulator.Caller.is;
import static io.spyglass.vendor.polygon.simulator.Simulated.ADVANCED;
import static io.spyglass.vendor.polygon.simulator.Simulated.TICKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.NewYork;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import io.spyglass.simulator.Selection.Kind;
import io.spyglass.simulator.SimulatedFeed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A Friday, its weekend and the Monday behind it.
class DaysTest {
  private static final LocalDate FRIDAY = Simulated.DATE;
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final String LISTED = "/v3/reference/options/contracts?limit=1000";
  private static final String STOCK = "/v2/snapshot/locale/us/markets/stocks/tickers/SPY";

  /// The prints of a day's contracts between two instants.
  private static List<Trade> prints(LocalDate date, String from, String to) {
    SimulatedFeed feed =
        Simulated.MARKET
            .day(date)
            .feed(
                Simulated.expiring(date)
                    .only(Kind.TRADE)
                    .between(Simulated.at(from) + 1, Simulated.at(to) + 1));
    List<Trade> all = new ArrayList<>();
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      all.add((Trade) event);
    }
    return all;
  }

  private static String spelled(Trade trade) {
    long millis = trade.epochNanos() / 1_000_000;
    return trade.instrument().ticker() + " " + millis + " " + trade.sequence();
  }

  private static String spelled(JsonNode message) {
    return message.path("sym").asString()
        + " "
        + message.path("t").asLong()
        + " "
        + message.path("q").asLong();
  }

  @Test
  void theMarketGoesOnThroughTheNightsIntoTheNextTradingDay() throws Exception {
    try (Simulated market = Simulated.pausedAt("2026-11-20T15:59");
        Caller caller = market.call(Cluster.OPTIONS)) {
      caller.enter(ADVANCED).subscribe("T.*,A.*");
      market.playTo("2026-11-23T09:31");
      caller.hearAll();
      List<Trade> wanted = prints(FRIDAY, "2026-11-20T15:59", "2026-11-21T09:00");
      List<Trade> monday = prints(MONDAY, "2026-11-23T09:00", "2026-11-23T09:31");
      List<String> all = new ArrayList<>(wanted.stream().map(DaysTest::spelled).toList());
      all.addAll(monday.stream().map(DaysTest::spelled).toList());

      assertThat(wanted).hasSizeGreaterThan(100);
      assertThat(monday).hasSizeGreaterThan(100);
      assertThat(
              caller.heard().stream().filter(each -> is(each, "T")).map(DaysTest::spelled).toList())
          .isEqualTo(all);
      theDaysVolumeBeginsAnew(caller);
    }
  }

  private static void theDaysVolumeBeginsAnew(Caller caller) {
    Map<String, Double> volumes = new HashMap<>();
    for (JsonNode bar : caller.heard()) {
      if (is(bar, "A") && bar.path("s").asLong() > Simulated.at("2026-11-23") / 1_000_000) {
        double volume = bar.path("v").asDouble();
        double day = volumes.merge(bar.path("sym").asString(), volume, Double::sum);
        assertThat(bar.path("av").asDouble()).isEqualTo(day);
      }
    }
    assertThat(volumes).hasSizeGreaterThan(10);
  }

  @Test
  void aPacedClockReallyRunsThroughTheWeekend() throws Exception {
    try (Simulated market = Simulated.pausedAt("2026-11-20T16:59");
        Caller caller = market.call(Cluster.INDICES)) {
      caller.enter(ADVANCED).subscribe("V.I:SPX");
      market.clock.speed(100_000);
      market.clock.runUntil(Simulated.at("2026-11-23T09:31"));
      assertThat(market.clock.await(Simulated.at("2026-11-21T12:00"), 30, TimeUnit.SECONDS))
          .isTrue();
      LocalDate onTheWay = market.clock.date();
      caller.await(each -> each.path("t").asLong() > Simulated.at("2026-11-23") / 1_000_000);

      assertThat(onTheWay).isBetween(LocalDate.of(2026, 11, 21), MONDAY);
    }
  }

  @Test
  void socketsCanVanishAtMidnight() throws Exception {
    try (Simulated market =
            Simulated.pausedAt("2026-11-20T16:59", Faults.NONE.with("{\"nightly_drops\": true}"));
        Bare caller = new Bare(market.simulator.port(), Cluster.OPTIONS)) {
      caller.hear();
      caller.say("{\"action\":\"auth\",\"params\":\"k\"}");
      caller.hear();
      market.playTo("2026-11-20T23:59");
      caller.say("{\"action\":\"subscribe\",\"params\":\"T.*\"}");
      assertThat(caller.hear()).contains("subscribed to: T.*");
      market.playTo("2026-11-21T00:00");

      assertThat(caller.read()).isEqualTo(-1);
    }
  }

  @Test
  void theWeekendShowsFridayAndWhatExpiredIsGone() throws Exception {
    try (Simulated market = Simulated.pausedAt("2026-11-21T12:00")) {
      JsonNode now = market.json("/v1/marketstatus/now");
      JsonNode friday = market.json("/v1/open-close/SPY/2026-11-20");
      JsonNode rows = market.json("/v3/trades/" + TICKER + "?limit=1").path("results");

      assertThat(now.path("market").asString()).isEqualTo("closed");
      assertThat(now.path("serverTime").asString()).isEqualTo("2026-11-21T12:00:00-05:00");
      assertThat(market.json("/v2/aggs/ticker/SPY/prev").path("results").get(0).path("c"))
          .isEqualTo(friday.path("close"));
      assertThat(market.json(STOCK).path("ticker").path("day").path("c"))
          .isEqualTo(friday.path("close"));
      assertThat(NewYork.date(rows.get(0).path("sip_timestamp").asLong())).isEqualTo(FRIDAY);
      assertThat(market.json(LISTED).path("results")).isEmpty();
      assertThat(market.json("/v3/snapshot/options/I:SPX").path("results")).isEmpty();
      assertThat(market.json(LISTED + "&as_of=2026-11-20").path("results")).isNotEmpty();
      assertThat(market.send("/_sim/tape?ticker=" + TICKER).body().lines().count())
          .isEqualTo(ofTicker(prints(FRIDAY, "2026-11-20", "2026-11-21")));
    }
  }

  private static long ofTicker(List<Trade> prints) {
    return prints.stream().filter(each -> each.instrument().ticker().equals(TICKER)).count();
  }

  @Test
  void theNextMorningBeginsAnewAndTheHistoryHasTheDayBefore() throws Exception {
    try (Simulated market = Simulated.pausedAt("2026-11-23T09:35")) {
      JsonNode chain = market.json("/v3/snapshot/options/SPY?limit=250").path("results");
      List<JsonNode> bars = market.pages("/v2/aggs/ticker/SPY/range/1/day/2026-11-20/2026-11-23");
      String gone = LISTED + "&expired=true&expiration_date=2026-11-20&ticker=" + TICKER;
      List<Trade> friday = prints(FRIDAY, "2026-11-20", "2026-11-21");
      List<Trade> wanted = prints(FRIDAY, "2026-11-20T15:59", "2026-11-21");
      wanted.addAll(prints(MONDAY, "2026-11-23", "2026-11-23T09:31"));

      assertThat(chain).isNotEmpty();
      assertThat(chain)
          .allMatch(each ->
              each.path("details").path("expiration_date").asString().equals(MONDAY.toString()));
      assertThat(bars).hasSize(2);
      assertThat(market.json(STOCK).path("ticker").path("day").path("v"))
          .isEqualTo(bars.get(1).path("v"));
      assertThat(market.json(STOCK).path("ticker").path("prevDay").path("v"))
          .isEqualTo(bars.get(0).path("v"));
      assertThat(market.json(gone).path("results"))
          .anyMatch(each -> each.path("ticker").asString().equals(TICKER));
      assertThat(
              market
                  .json("/v3/trades/" + TICKER + "?timestamp=2026-11-20&limit=50000")
                  .path("results"))
          .hasSize((int) ofTicker(friday));
      assertThat(tape(market, "?from=2026-11-20T15:59&to=2026-11-23T09:31"))
          .isEqualTo(wanted.stream().map(DaysTest::spelled).toList());
    }
  }

  @Test
  void whatSettlesAtTheOpenIsListedOnItsLastDayAndExpiredAfterwards() throws Exception {
    OptionContract contract = OptionContract.of("SPX", FRIDAY, Right.CALL, 6600);
    String settles = LISTED + "&ticker=" + contract.ticker();
    String one = "/v3/reference/options/contracts/" + contract.ticker();
    String bars = "/v2/aggs/ticker/" + contract.ticker() + "/range/1/day/2026-11-02/2026-11-20";
    String snapshot = "/v3/snapshot/options/I:SPX/" + contract.ticker();
    try (Simulated market = Simulated.pausedAt("2026-11-20T10:00")) {
      assertThat(market.json(settles).path("results")).hasSize(1);
      assertThat(market.json(settles + "&expired=true").path("results")).isEmpty();
      assertThat(market.json(one).path("results").path("expiration_date").asString())
          .isEqualTo(FRIDAY.toString());
      assertThat(market.pages(bars)).isNotEmpty();
      JsonNode shot = market.json(snapshot).path("results");
      assertThat(shot.path("details").path("ticker").asString()).isEqualTo(contract.ticker());
      assertThat(shot.has("last_quote")).isFalse();

      market.put("/_sim/clock", "{\"at\": \"2026-11-21T10:00\"}");
      assertThat(market.json(settles).path("results")).isEmpty();
      assertThat(market.json(settles + "&expired=true").path("results")).hasSize(1);
      assertThat(market.json(settles + "&as_of=2026-11-20").path("results")).hasSize(1);
      assertThat(market.json(one).path("results").path("expiration_date").asString())
          .isEqualTo(FRIDAY.toString());
    }
  }

  private static List<String> tape(Simulated market, String query) throws Exception {
    return market
        .send("/_sim/tape" + query)
        .body()
        .lines()
        .map(Simulated::tree)
        .filter(each -> each.path("ticker").asString().startsWith("O:"))
        .map(each ->
            each.path("ticker").asString()
                + " "
                + each.path("sip_timestamp").asLong() / 1_000_000
                + " "
                + each.path("sequence_number").asLong())
        .toList();
  }

  @Test
  void theClockShowsAndTakesADate() throws Exception {
    try (Simulated market = Simulated.pausedAt("10:00")) {
      String there = market.put("/_sim/clock", "{\"at\": \"2026-11-23T10:00\"}").body();
      OptionContract contract =
          (OptionContract) prints(MONDAY, "2026-11-23", "2026-11-23T10:00").getLast().instrument();
      String path = "/v2/last/trade/" + contract.ticker();
      long time = market.json(path).path("results").path("t").asLong();
      String back = market.put("/_sim/clock", "{\"at\": \"2026-11-20T10:00\"}").body();

      assertThat(there).contains("\"date\":\"2026-11-23\",\"time\":\"10:00\"");
      assertThat(NewYork.date(time)).isEqualTo(MONDAY);
      assertThat(back).contains("\"date\":\"2026-11-20\",\"time\":\"10:00\"");
      assertThat(market.get(path, ADVANCED).statusCode()).isEqualTo(404);
      assertThat(market.put("/_sim/clock", "{\"at\": \"2019-12-31T10:00\"}").body())
          .contains("begins on 2020-01-02");
    }
  }

  @Test
  void aDelayedPlanIsStillInFridayWhileMondayBegins() throws Exception {
    try (Simulated market = Simulated.pausedAt("2026-11-23T09:10")) {
      JsonNode late = Simulated.tree(market.get(STOCK, "developer").body()).path("ticker");
      String bars = "/v2/aggs/ticker/SPY/range/1/day/2026-11-20/";

      assertThat(late.path("day").path("c"))
          .isEqualTo(market.json("/v1/open-close/SPY/2026-11-20").path("close"));
      assertThat(market.json(STOCK).path("ticker").path("day")).isEmpty();
      assertThat(market.get(bars + FRIDAY, "basic").statusCode()).isEqualTo(200);
      assertThat(market.get(bars + MONDAY, "basic").statusCode()).isEqualTo(403);
    }
  }
}
