package io.spyglass.vendor.polygon.simulator;

import io.javalin.config.RoutesConfig;
import io.spyglass.model.Conditions;
import io.spyglass.model.OptionExchange;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Conditions, exchanges and the few tickers there are.
final class ReferenceRoutes {
  private static final int PRESET = 10;
  private static final int MOST = 1000;
  private static final int FIRST_CODE = 201;
  private static final int LAST_CODE = 248;
  private static final int FIRST_EXCHANGE = 300;
  private static final int LAST_EXCHANGE = 325;
  private static final String OPTIONS = "options";

  private static final List<Condition> CONDITIONS =
      Stream.concat(
              Stream.of(
                  new Condition(12, "stocks", "Form T/Extended Hours", "T"),
                  new Condition(14, "stocks", "Intermarket Sweep", "F"),
                  new Condition(37, "stocks", "Odd Lot Trade", "I")),
              IntStream.rangeClosed(FIRST_CODE, LAST_CODE)
                  .filter(code -> !Conditions.of(code).names().getFirst().startsWith("Condition"))
                  .mapToObj(Condition::ofOptions))
          .toList();

  private static final List<Exchange> EXCHANGES =
      Stream.concat(
              Stream.of(
                  new Exchange(11, "stocks", "NYSE Arca, Inc.", "P"),
                  new Exchange(12, "stocks", "Nasdaq", "T"),
                  new Exchange(15, "stocks", "Investors' Exchange", "V"),
                  new Exchange(19, "stocks", "Cboe BZX", "Z"),
                  new Exchange(21, "stocks", "Members Exchange", "U")),
              IntStream.rangeClosed(FIRST_EXCHANGE, LAST_EXCHANGE)
                  .filter(id -> !Integer.toString(id).equals(OptionExchange.name(id)))
                  .mapToObj(Exchange::ofOptions))
          .toList();

  private static final List<Ticker> TICKERS =
      List.of(
          new Ticker("I:SPX", "S&P 500", "indices", null),
          new Ticker("I:VIX", "Cboe Volatility Index", "indices", null),
          new Ticker("SPY", "SPDR S&P 500 ETF Trust", "stocks", "ETF"));

  private record Condition(int id, String assetClass, String name, String letter) {
    static Condition ofOptions(int code) {
      int place = code - FIRST_CODE;
      char letter = (char) (place < 26 ? 'A' + place : 'a' + place - 26);
      String name = Conditions.of(code).names().getFirst();
      return new Condition(code, OPTIONS, name, String.valueOf(letter));
    }
  }

  private record Exchange(int id, String assetClass, String name, String letter) {
    static Exchange ofOptions(int id) {
      String letter = String.valueOf((char) ('A' + id - FIRST_EXCHANGE));
      return new Exchange(id, OPTIONS, String.valueOf(OptionExchange.name(id)), letter);
    }
  }

  private record Ticker(String ticker, String name, String market, @Nullable String type) {}

  void register(Rest rest, RoutesConfig routes) {
    rest.get(routes, "/v3/reference/conditions", this::conditions);
    rest.get(routes, "/v3/reference/exchanges", call -> exchanges(call, null));
    rest.get(routes, "/options/v1/exchanges", call -> exchanges(call, OPTIONS));
    rest.get(routes, "/stocks/v1/exchanges", call -> exchanges(call, "stocks"));
    rest.get(routes, "/v3/reference/tickers", this::tickers);
    rest.get(routes, "/v3/reference/tickers/types", this::types);
    rest.get(routes, "/v3/reference/tickers/{ticker}", this::ticker);
  }

  private void conditions(Call call) {
    String assetClass = call.parameter("asset_class");
    String dataType = call.parameter("data_type");
    Predicate<Condition> id = Filters.of(call, "id", Filters::number, each -> (double) each.id());
    List<Condition> found =
        CONDITIONS.stream()
            .filter(each -> assetClass == null || assetClass.equals(each.assetClass()))
            .filter(each -> dataType == null || dataType.equals("trade"))
            .filter(id)
            .toList();
    call.results(found, call.limit(PRESET, MOST), true, ReferenceRoutes::write);
  }

  private static void write(Json json, Condition condition) {
    boolean isOption = condition.assetClass().equals(OPTIONS);
    json.beginObject().field("id", (long) condition.id()).field("type", "sale_condition");
    json.field("name", condition.name()).field("asset_class", condition.assetClass());
    json.name("sip_mapping").beginObject();
    json.field(isOption ? "OPRA" : "CTA", condition.letter()).endObject();
    json.name("update_rules").beginObject();
    rules(json, "consolidated", condition.id());
    rules(json, "market_center", condition.id());
    json.endObject().name("data_types").beginArray().text("trade").endArray();
    json.strangers().endObject();
  }

  private static void rules(Json json, String name, int code) {
    json.name(name).beginObject();
    json.field("updates_high_low", ConditionRules.updatesPrices(code));
    json.field("updates_open_close", ConditionRules.updatesPrices(code));
    json.field("updates_volume", ConditionRules.updatesVolume(code)).endObject();
  }

  private void exchanges(Call call, @Nullable String fixed) {
    String assetClass = fixed != null ? fixed : call.parameter("asset_class");
    Json json = call.json().beginObject().name("results").beginArray();
    List<Exchange> found =
        EXCHANGES.stream()
            .filter(each -> assetClass == null || assetClass.equals(each.assetClass()))
            .toList();
    for (Exchange each : found) {
      json.beginObject();
      if (fixed != null) {
        json.field("id", Integer.toString(each.id()));
      } else {
        json.field("id", (long) each.id());
      }
      json.field("type", each.id() == FIRST_EXCHANGE + 14 ? "SIP" : "exchange");
      json.field("asset_class", each.assetClass()).field("locale", "us");
      json.field("name", each.name()).field("participant_id", each.letter());
      json.strangers().endObject();
    }
    json.endArray().field("status", "OK").field("request_id", call.requestId());
    json.field("count", (long) found.size()).endObject();
  }

  private void tickers(Call call) {
    String market = call.parameter("market");
    String search = call.parameter("search");
    Predicate<Ticker> named = Filters.of(call, "ticker", text -> text, Ticker::ticker);
    List<Ticker> found =
        TICKERS.stream()
            .filter(each -> market == null || market.equals(each.market()))
            .filter(each -> search == null || (each.ticker() + each.name()).contains(search))
            .filter(named)
            .toList();
    call.results(found, call.limit(100, MOST), true, (_, each) -> write(call, each));
  }

  private static void write(Call call, Ticker ticker) {
    Json json = call.json();
    json.beginObject().field("ticker", ticker.ticker()).field("name", ticker.name());
    json.field("market", ticker.market()).field("locale", "us");
    if (ticker.type() != null) {
      json.field("primary_exchange", "ARCX").field("type", ticker.type());
    }
    json.field("active", true).field("currency_name", "usd");
    json.field("last_updated_utc", call.today() + "T00:00:00Z").strangers().endObject();
  }

  private void ticker(Call call) {
    String wanted = call.path("ticker");
    Ticker found =
        TICKERS.stream()
            .filter(each -> each.ticker().equals(wanted))
            .findFirst()
            .orElseThrow(() -> Refused.notFound("Ticker not found."));
    Json json = call.json().beginObject().field("request_id", call.requestId()).name("results");
    write(call, found);
    json.field("status", "OK").endObject();
  }

  private void types(Call call) {
    Json json = call.json().beginObject().name("results").beginArray();
    json.beginObject().field("code", "ETF").field("description", "Exchange Traded Fund");
    json.field("asset_class", "stocks").field("locale", "us").endObject().endArray();
    json.field("status", "OK").field("request_id", call.requestId());
    json.field("count", 1L).endObject();
  }
}
