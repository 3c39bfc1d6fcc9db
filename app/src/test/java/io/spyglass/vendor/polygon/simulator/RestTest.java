package io.spyglass.vendor.polygon.simulator;

import static io.spyglass.vendor.polygon.simulator.Simulated.ADVANCED;
import static io.spyglass.vendor.polygon.simulator.Simulated.TICKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.model.MarketEvent;
import io.spyglass.model.Trade;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedFeed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RestTest {
  private static final String DAY = Simulated.DATE.toString();
  private static Simulated market;

  @BeforeAll
  static void start() {
    market = Simulated.pausedAt("11:00");
  }

  @AfterAll
  static void stop() {
    market.close();
  }

  @AfterEach
  void behave() {
    market.simulator.faults(Faults.NONE);
  }

  private static List<Trade> prints() {
    Selection only =
        Selection.all()
            .only(Set.of(Simulated.AT_THE_MONEY))
            .only(Selection.Kind.TRADE)
            .between(0, Simulated.at("11:00") + 1);
    SimulatedFeed feed = Simulated.MARKET.day(Simulated.DATE).feed(only);
    List<Trade> all = new ArrayList<>();
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      all.add((Trade) event);
    }
    return all;
  }

  @Test
  void tradesComePageByPageNewestFirstAndAreAllOfThem() throws Exception {
    List<Trade> expected = prints().reversed();
    List<JsonNode> rows = market.pages("/v3/trades/" + TICKER + "?timestamp=" + DAY + "&limit=333");

    assertThat(rows).hasSameSizeAs(expected).hasSizeGreaterThan(666);
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      Trade trade = expected.get(i);
      assertThat(row.path("sip_timestamp").asLong()).isEqualTo(trade.epochNanos());
      assertThat(row.path("sequence_number").asLong()).isEqualTo(trade.sequence());
      assertThat(row.path("price").asDouble()).isEqualTo(trade.price());
      assertThat(row.path("size").asDouble()).isEqualTo(trade.size());
    }
  }

  @Test
  void bothSpellingsOfAnEndpointGiveTheSameRows() throws Exception {
    String query = TICKER + "?timestamp.gte=" + Simulated.at("10:30") + "&limit=50000";
    for (String kind : List.of("trades", "quotes")) {
      JsonNode older = market.json("/v3/" + kind + "/" + query + "&order=asc").path("results");
      JsonNode newer =
          market.json("/options/v3/" + kind + "/" + query + "&sort=timestamp.asc").path("results");

      assertThat(older).hasSameSizeAs(newer).isNotEmpty();
      assertThat(newer.get(0).path("ticker").asString()).isEqualTo(TICKER);
      assertThat(newer.get(0).path("sip_timestamp")).isEqualTo(older.get(0).path("sip_timestamp"));
    }
  }

  @Test
  void minuteBarsAreThoseOfThePrintsAndEmptyOnesAreAbsent() throws Exception {
    JsonNode answer = market.json(range(TICKER, "1/minute", DAY, DAY) + "?limit=50000");
    double volume = 0;
    for (JsonNode bar : answer.path("results")) {
      volume += bar.path("v").asDouble();
    }
    double expected =
        prints().stream().filter(ConditionRules::updatesVolume).mapToDouble(Trade::size).sum();

    assertThat(volume).isEqualTo(expected);
    assertThat(answer.path("status").asString()).isEqualTo("OK");
    assertThat(answer.path("resultsCount").asInt()).isEqualTo(answer.path("count").asInt());
  }

  private static String range(String ticker, String span, String from, String to) {
    return "/v2/aggs/ticker/" + ticker + "/range/" + span + "/" + from + "/" + to;
  }

  @Test
  void pagesOfBarsMoveTheirStartAndNeverRepeat() throws Exception {
    for (String sort : List.of("asc", "desc")) {
      List<JsonNode> all =
          market.pages(range("SPY", "5/minute", "2026-11-19", DAY) + "?limit=100&sort=" + sort);
      List<JsonNode> whole =
          market.pages(range("SPY", "5/minute", "2026-11-19", DAY) + "?limit=50000&sort=" + sort);

      assertThat(all).isEqualTo(whole).hasSizeGreaterThan(90);
    }
  }

  @Test
  void aDailyBarBeginsAtMidnightInNewYorkAcrossTheChangeOfTheClock() throws Exception {
    List<JsonNode> bars = market.pages(range("SPY", "1/day", "2026-10-30", "2026-11-02"));

    assertThat(bars).hasSize(2);
    assertThat(bars.get(0).path("t").asLong()).isEqualTo(1_793_332_800_000L);
    assertThat(bars.get(1).path("t").asLong()).isEqualTo(1_793_595_600_000L);
  }

  @Test
  void weeksAndMonthsAddUpTheirDays() throws Exception {
    double days = volume(range("SPY", "1/day", "2026-11-01", "2026-11-14"));

    assertThat(volume(range("SPY", "1/week", "2026-11-01", "2026-11-14"))).isEqualTo(days);
    assertThat(volume(range("SPY", "1/month", "2026-11-01", "2026-11-14"))).isEqualTo(days);
  }

  private static double volume(String path) throws IOException, InterruptedException {
    double sum = 0;
    for (JsonNode bar : market.pages(path)) {
      sum += bar.path("v").asDouble();
    }
    return sum;
  }

  @Test
  void indexBarsHaveNoVolumeAndNoAdjustment() throws Exception {
    JsonNode answer = market.json(range("I:VIX", "1/hour", DAY, DAY));

    assertThat(answer.has("adjusted")).isFalse();
    assertThat(answer.path("results").get(0).propertyNames())
        .containsExactlyInAnyOrder("o", "c", "h", "l", "t");
  }

  @Test
  void barsOfNothingAreAnAnswerWithoutResults() throws Exception {
    JsonNode answer = market.json(range("O:SPXW261120C00200000", "1/minute", DAY, DAY));

    assertThat(answer.has("results")).isFalse();
    assertThat(answer.path("resultsCount").asInt()).isZero();
    assertThat(answer.path("status").asString()).isEqualTo("OK");
  }

  @Test
  void colonsMayBeEscaped() throws Exception {
    String escaped = TICKER.replace(":", "%3A");

    assertThat(market.json("/v2/aggs/ticker/" + escaped + "/prev").path("ticker").asString())
        .isEqualTo(TICKER);
  }

  @Test
  void theContractsOfADayAreListedInPages() throws Exception {
    String path =
        "/v3/reference/options/contracts?underlying_ticker=SPX&expiration_date="
            + DAY
            + "&limit=100&sort=strike_price";
    List<JsonNode> all = market.pages(path);
    Set<String> tickers = new HashSet<>();
    all.forEach(each -> tickers.add(each.path("ticker").asString()));

    assertThat(all).hasSizeGreaterThan(200).hasSameSizeAs(tickers);
    assertThat(all.stream().mapToDouble(each -> each.path("strike_price").asDouble())).isSorted();
    assertThat(tickers).contains(TICKER);
    assertThat(
            market
                .json("/v3/reference/options/contracts/" + TICKER)
                .path("results")
                .path("ticker")
                .asString())
        .isEqualTo(TICKER);
  }

  @Test
  void expiredContractsAreFoundByTheirExpiry() throws Exception {
    JsonNode page =
        market.json(
            "/v3/reference/options/contracts?underlying_ticker=SPY&expired=true"
                + "&expiration_date=2026-11-18&limit=1000");

    assertThat(page.path("results")).isNotEmpty();
    assertThat(page.path("results").get(0).path("expiration_date").asString())
        .isEqualTo("2026-11-18");
  }

  @Test
  void theCursorHoldsTheFiltersAndNotTheKey() throws Exception {
    HttpResponse<String> answer =
        market.send(
            "/v3/reference/options/contracts?underlying_ticker=SPY&limit=3&apiKey=" + ADVANCED);
    String next = Simulated.tree(answer.body()).path("next_url").asString();
    String cursor = next.substring(next.indexOf("cursor=") + 7);
    String state = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);

    assertThat(cursor).doesNotContain("=", "+", "/");
    assertThat(next).startsWith(market.simulator.restUrl());
    assertThat(state).contains("underlying_ticker=SPY", "ap=3").doesNotContain(ADVANCED);
  }

  @Test
  void theChainHasGreeksNearTheMoneyAndLeavesThemOutDeepInIt() throws Exception {
    List<JsonNode> items =
        market.pages("/v3/snapshot/options/I:SPX?expiration_date=" + DAY + "&limit=250");
    JsonNode near =
        items.stream()
            .filter(each -> each.path("details").path("ticker").asString().equals(TICKER))
            .findFirst()
            .orElseThrow();

    assertThat(near.path("greeks").path("delta").asDouble()).isBetween(0.05, 0.95);
    assertThat(near.path("implied_volatility").asDouble()).isBetween(0.02, 1.5);
    assertThat(near.path("underlying_asset").path("value").asDouble()).isGreaterThan(1000);
    assertThat(near.path("last_quote").path("bid").asDouble()).isGreaterThan(0);
    assertThat(near.path("day").path("previous_close").isNumber()).isTrue();
    assertThat(near.path("open_interest").asLong()).isGreaterThan(0);
    assertThat(items.stream().filter(each -> !each.has("greeks"))).isNotEmpty();
  }

  @Test
  void theDayOfASnapshotIsTheSameAsItsBars() throws Exception {
    JsonNode item = market.json("/v3/snapshot/options/I:SPX/" + TICKER).path("results");
    JsonNode bar = market.json(range(TICKER, "1/day", DAY, DAY)).path("results").get(0);

    assertThat(item.path("day").path("volume")).isEqualTo(bar.path("v"));
    assertThat(item.path("day").path("high")).isEqualTo(bar.path("h"));
    assertThat(item.path("day").path("vwap")).isEqualTo(bar.path("vw"));
  }

  @Test
  void snapshotsOfAnythingTellBadTickersInTheirPlace() throws Exception {
    JsonNode results =
        market.json("/v3/snapshot?ticker.any_of=SPY,I:SPX,NOPE9," + TICKER).path("results");

    assertThat(results).hasSize(4);
    assertThat(results.get(0).path("type").asString()).isEqualTo("stocks");
    assertThat(results.get(1).path("value").asDouble()).isGreaterThan(1000);
    assertThat(results.get(2).path("error").asString()).isEqualTo("NOT_FOUND");
    assertThat(results.get(3).path("details").path("strike_price").asDouble()).isEqualTo(6640);
    assertThat(market.json("/v3/snapshot/indices?ticker.any_of=I:VIX,X").path("results").get(1))
        .isEqualTo(
            Simulated.tree(
                "{\"error\":\"NOT_FOUND\",\"message\":\"Ticker not found.\",\"ticker\":\"X\"}"));
  }

  @Test
  void theMarketsClockIsTheSimulators() throws Exception {
    JsonNode now = market.json("/v1/marketstatus/now");
    JsonNode upcoming = market.json("/v1/marketstatus/upcoming");

    assertThat(now.path("market").asString()).isEqualTo("open");
    assertThat(now.path("serverTime").asString()).isEqualTo("2026-11-20T11:00:00-05:00");
    assertThat(upcoming.get(0).path("date").asString()).isEqualTo("2026-11-26");
    assertThat(upcoming.get(3).path("close").asString()).isEqualTo("2026-11-27T18:00:00.000Z");
  }

  @Test
  void conditionsAreThoseOfOptions() throws Exception {
    JsonNode all =
        market.json("/v3/reference/conditions?asset_class=options&data_type=trade&limit=1000");

    assertThat(all.path("count").asInt()).isEqualTo(33);
    for (JsonNode each : all.path("results")) {
      boolean volume =
          each.path("update_rules").path("consolidated").path("updates_volume").asBoolean();
      assertThat(volume).isEqualTo(each.path("id").asInt() > 207);
    }
  }

  @Test
  void newsPagesBackwards() throws Exception {
    List<JsonNode> all = market.pages("/v2/reference/news?ticker=SPY&limit=400");

    assertThat(all).hasSizeGreaterThan(400);
    assertThat(all.getFirst().path("published_utc").asString()).endsWith("Z");
    assertThat(all.getFirst().path("insights").get(0).path("sentiment").isString()).isTrue();
  }

  @Test
  void errorsAreTheVendorsWordForWord() throws Exception {
    assertThat(error(market.send("/v1/marketstatus/now"), 401))
        .isEqualTo("API Key was not provided");
    assertThat(error(market.get("/v1/marketstatus/now", "invalid"), 401))
        .isEqualTo("Unknown API Key");
    assertThat(error(market.get(range("SPY", "1/day", "yesterday", DAY), ADVANCED), 400))
        .isEqualTo(
            "Could not parse the time parameter: 'from'. Use YYYY-MM-DD or Unix MS Timestamps");
    assertThat(error(market.get(range("SPY", "1/day", DAY, "2026-11-02"), ADVANCED), 400))
        .isEqualTo("The parameter 'to' cannot be a time that occurs before 'from'");
    assertThat(error(market.get("/v1/open-close/SPY/2026-11-21", ADVANCED), 404))
        .isEqualTo("Data not found.");
    assertThat(error(market.get("/v3/snapshot/options/SPY", "basic"), 403))
        .startsWith("You are not entitled to this data. Please upgrade");
    assertThat(error(market.get(range("SPY", "1/minute", DAY, DAY), "basic"), 403))
        .startsWith("Attempted to request today's data before end of day.");
    assertThat(error(market.get("/v3/trades/" + TICKER, "starter"), 403)).contains("not entitled");
    assertThat(error(market.get("/v3/quotes/" + TICKER, "developer"), 403))
        .contains("not entitled");
  }

  private static String error(HttpResponse<String> answer, int code) {
    assertThat(answer.statusCode()).isEqualTo(code);
    JsonNode body = Simulated.tree(answer.body());
    assertThat(body.path("request_id").asString()).matches("[0-9a-f]{32}");
    assertThat(body.path("status").asString()).isIn("ERROR", "NOT_AUTHORIZED", "NOT_FOUND");
    return body.path("error").asString(body.path("message").asString(""));
  }

  @Test
  void whatNobodyServesIsNotFound() throws Exception {
    HttpResponse<String> answer = market.get("/v9/nothing", ADVANCED);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("404 page not found");
    assertThat(market.get("/v3/trades/O:nonsense", ADVANCED).statusCode()).isEqualTo(404);
    assertThat(market.get("/v2/reference/news?cursor=%21", ADVANCED).statusCode()).isEqualTo(400);
    assertThat(market.get("/v2/reference/news?limit=x", ADVANCED).statusCode()).isEqualTo(400);
  }

  @Test
  void theFreePlanHasFiveCallsAMinute() throws Exception {
    try (Simulated fresh = Simulated.pausedAt("10:00")) {
      for (int i = 0; i < 5; i++) {
        assertThat(fresh.get("/v1/marketstatus/now", "basic").statusCode()).isEqualTo(200);
      }
      assertThat(error(fresh.get("/v1/marketstatus/now", "basic"), 429))
          .startsWith("You've exceeded the maximum requests per minute");
      assertThat(fresh.get("/v1/marketstatus/now", ADVANCED).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aDelayedPlanSeesTheMarketAQuarterOfAnHourAgo() throws Exception {
    JsonNode trades =
        Simulated.tree(market.get("/v3/trades/" + TICKER + "?limit=1", "developer").body());
    JsonNode bars =
        Simulated.tree(market.get(range(TICKER, "1/minute", DAY, DAY), "starter").body());
    JsonNode item =
        Simulated.tree(market.get("/v3/snapshot/options/I:SPX/" + TICKER, "developer").body())
            .path("results");

    assertThat(trades.path("results").get(0).path("sip_timestamp").asLong())
        .isBetween(Simulated.at("10:30"), Simulated.at("10:45"));
    assertThat(bars.path("status").asString()).isEqualTo("DELAYED");
    assertThat(item.has("last_quote")).isFalse();
    assertThat(item.path("last_trade").path("timeframe").asString()).isEqualTo("DELAYED");
    assertThat(item.path("last_trade").path("sip_timestamp").asLong())
        .isLessThanOrEqualTo(Simulated.at("10:45"));
  }

  @Test
  void answersAreCompressedForThoseWhoAsk() throws Exception {
    HttpResponse<byte[]> answer =
        market.bytes(
            "/v3/reference/options/contracts?limit=1000&apiKey=" + ADVANCED,
            "Accept-Encoding",
            "gzip");

    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(
              Simulated.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8)).path("results"))
          .hasSize(1000);
    }
  }

  @Test
  void lastTradeAndQuoteAreThoseOfTheBook() throws Exception {
    Trade last = prints().stream().filter(ConditionRules::updatesPrices).toList().getLast();

    JsonNode trade = market.json("/v2/last/trade/" + TICKER).path("results");
    assertThat(trade.path("q").asLong()).isEqualTo(last.sequence());
    assertThat(trade.path("t").asLong()).isEqualTo(last.epochNanos());
    assertThat(market.json("/v2/last/nbbo/SPY").path("results").path("P").asDouble())
        .isGreaterThan(100);
  }

  @Test
  void theHistoryCanLagBehindWhatIsShown() throws Exception {
    market.simulator.faults(Faults.NONE.with("{\"history_lag_seconds\": 600}"));
    long known = Simulated.at("10:50");
    Trade last = prints().stream().filter(each -> each.epochNanos() <= known).toList().getLast();
    JsonNode row = market.json("/v3/trades/" + TICKER + "?limit=1").path("results").get(0);
    JsonNode quote = market.json("/v3/quotes/" + TICKER + "?limit=1").path("results").get(0);
    JsonNode bars = market.json(range(TICKER, "1/minute", DAY, DAY)).path("results");
    JsonNode trade = market.json("/v2/last/trade/" + TICKER).path("results");
    JsonNode shown = market.json("/v3/snapshot/options/I:SPX/" + TICKER).path("results");

    assertThat(row.path("sequence_number").asLong()).isEqualTo(last.sequence());
    assertThat(quote.path("sip_timestamp").asLong()).isBetween(Simulated.at("10:49"), known);
    assertThat(bars.get(bars.size() - 1).path("t").asLong()).isLessThanOrEqualTo(known / 1_000_000);
    assertThat(trade.path("t").asLong()).isBetween(Simulated.at("10:45"), known);
    assertThat(shown.path("last_trade").path("sip_timestamp").asLong()).isGreaterThan(known);
  }

  @Test
  void anAnswerCanBreakOffHalfWay() {
    market.simulator.faults(Faults.NONE.with("{\"rest_cut\": 1}"));

    assertThatThrownBy(() -> market.get("/v1/marketstatus/now", ADVANCED))
        .isInstanceOf(IOException.class);
  }

  @Test
  void emptyListsCanBeAbsentAndWordsSwapped() throws Exception {
    market.simulator.faults(
        Faults.NONE.with("{\"rest_absent_lists\": true, \"rest_swapped_words\": true}"));

    assertThat(market.json("/v3/trades/" + TICKER + "?timestamp=2026-11-21").propertyNames())
        .containsExactlyInAnyOrder("status", "request_id");
    assertThat(market.json("/v3/trades/" + TICKER).path("results")).isNotEmpty();
    assertThat(market.get("/v1/marketstatus/now", "invalid").body())
        .contains("\"message\":\"Unknown API Key\"");
    assertThat(market.get("/v3/snapshot/options/SPY", "basic").body())
        .contains("\"error\":\"You are not entitled");
  }

  @Test
  void greeksCanHoldNothing() throws Exception {
    market.simulator.faults(Faults.NONE.with("{\"empty_greeks\": 1}"));
    JsonNode item = market.json("/v3/snapshot/options/I:SPX/" + TICKER).path("results");

    assertThat(item.path("greeks").isObject()).isTrue();
    assertThat(item.path("greeks")).isEmpty();
    assertThat(item.path("implied_volatility").isNumber()).isTrue();
  }

  @Test
  void faultsAreSwitchedWhileItRuns() throws Exception {
    assertThat(market.put("/_sim/faults", "{\"rest_throttled\": 1}").statusCode()).isEqualTo(200);
    assertThat(market.get("/v1/marketstatus/now", ADVANCED).statusCode()).isEqualTo(429);
    assertThat(market.put("/_sim/faults", "{\"rest_outages\": 1, \"rest_throttled\": 0}").body())
        .contains("\"rest_outages\":1");
    assertThat(market.get("/v1/marketstatus/now", ADVANCED).statusCode()).isGreaterThan(499);
    assertThat(market.put("/_sim/faults", "\"none\"").body()).contains("\"rest_outages\":0");
    assertThat(market.put("/_sim/faults", "{\"rest_throtled\": 1}").statusCode()).isEqualTo(400);
    assertThat(market.put("/_sim/faults", "{\"rest_throttled\": 2}").statusCode()).isEqualTo(400);
  }

  @Test
  void cursorsCanBeMadeToCycleAndHostsToBeForeign() throws Exception {
    market.simulator.faults(
        Faults.NONE.with("{\"rest_cyclic_cursors\": true, \"rest_vendor_host\": true}"));
    String path = "/v3/reference/options/contracts?underlying_ticker=SPY&limit=3";
    String next = market.json(path).path("next_url").asString();
    JsonNode second = market.json(next.replace("https://api.polygon.io:443", ""));

    assertThat(second.path("next_url").asString()).isEqualTo(next);
    assertThat(second.path("results")).isEqualTo(market.json(path).path("results"));
  }

  @Test
  void numbersCanHaveExponentsAndTwins() throws Exception {
    market.simulator.faults(Faults.NONE.with("{\"exponents\": true, \"fractional_sizes\": true}"));
    String body = market.get("/v3/trades/" + TICKER + "?limit=1", ADVANCED).body();
    JsonNode row = Simulated.tree(body).path("results").get(0);

    assertThat(body).containsPattern("\"price\":\\d(\\.\\d+)?e[+-]\\d\\d");
    assertThat(Double.parseDouble(row.path("decimal_size").asString()))
        .isEqualTo(row.path("size").asDouble());
    assertThat(row.path("sip_timestamp").asLong()).isGreaterThan(Simulated.at("10:00"));
  }

  @Test
  void indicesHaveNeitherTradesNorQuotes() throws Exception {
    for (String index : List.of("I:SPX", "I:VIX")) {
      for (String ticks : List.of("/v3/trades/", "/v3/quotes/")) {
        JsonNode answer = market.json(ticks + index);
        assertThat(answer.path("status").asString()).isEqualTo("OK");
        assertThat(answer.path("results").isArray()).isTrue();
        assertThat(answer.path("results")).isEmpty();
      }
      assertThat(market.get("/v2/last/trade/" + index, ADVANCED).statusCode()).isEqualTo(404);
      assertThat(market.get("/v2/last/nbbo/" + index, ADVANCED).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void theTapeTellsEveryPrintWithItsTrueSide() throws Exception {
    List<String> lines = market.send("/_sim/tape?ticker=" + TICKER).body().lines().toList();
    Set<String> sides = new HashSet<>();
    lines.forEach(line -> sides.add(Simulated.tree(line).path("side").asString()));

    assertThat(lines).hasSameSizeAs(prints());
    assertThat(sides).contains("bought", "sold");
    assertThat(Simulated.tree(lines.getLast()).path("sequence_number").asLong())
        .isEqualTo(prints().getLast().sequence());
    assertThat(market.send("/_sim/tape?from=10:59&to=11:00").body().lines().count())
        .isGreaterThan(100);
  }

  @Test
  void theClockCanBeSetBackAndForth() throws Exception {
    try (Simulated other = Simulated.pausedAt("10:00")) {
      other.put("/_sim/clock", "{\"at\": \"12:00\"}");
      double later = level(other);
      other.put("/_sim/clock", "{\"at\": \"10:00\"}");
      double earlier = level(other);

      assertThat(later).isEqualTo(truth("12:00"));
      assertThat(earlier).isEqualTo(truth("10:00"));
      assertThat(other.put("/_sim/clock", "{\"speed\": -1}").statusCode()).isEqualTo(400);
    }
  }

  private static double level(Simulated simulated) throws IOException, InterruptedException {
    return simulated
        .json("/v3/snapshot/indices?ticker.any_of=I:SPX")
        .path("results")
        .get(0)
        .path("value")
        .asDouble();
  }

  private static double truth(String time) {
    double spot =
        Simulated.MARKET
            .day(Simulated.DATE)
            .spot(io.spyglass.simulator.SimulatedMarket.SPX, Simulated.at(time));
    return Math.rint(spot * 100) / 100;
  }
}
