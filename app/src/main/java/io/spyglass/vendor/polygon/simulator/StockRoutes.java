package io.spyglass.vendor.polygon.simulator;

import io.javalin.config.RoutesConfig;
import io.spyglass.model.Quote;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import org.jspecify.annotations.Nullable;

/// The older snapshots of stocks, of which there is one.
final class StockRoutes {
  private static final String PATH = "/v2/snapshot/locale/us/markets/stocks/tickers";
  private static final Stock SPY = new Stock("SPY");
  private static final long MILLI = 1_000_000;

  private final Markets markets;
  private final OptionShots shots;

  StockRoutes(History history, Markets markets) {
    this.markets = markets;
    this.shots = new OptionShots(history);
  }

  void register(Rest rest, RoutesConfig routes) {
    rest.get(routes, PATH, this::all);
    rest.get(routes, PATH + "/{ticker}", this::one);
  }

  private void all(Call call) {
    String named = call.parameter("tickers");
    boolean wanted = named == null || ("," + named + ",").contains(",SPY,");
    Json json = call.json().beginObject().field("count", wanted ? 1L : 0L);
    json.field("status", "OK").name("tickers").beginArray();
    if (wanted) {
      snapshot(call);
    }
    json.endArray().endObject();
  }

  private void one(Call call) {
    if (!call.path("ticker").equals(SPY.symbol())) {
      throw Refused.notFound("Ticker not found.");
    }
    Json json = call.json().beginObject().field("request_id", call.requestId());
    json.field("status", "OK").name("ticker");
    snapshot(call);
    json.endObject();
  }

  private void snapshot(Call call) {
    if (!call.plan().hasSnapshots()) {
      throw Refused.notEntitled();
    }
    Shot shot = markets.book(call).read(lines -> Shot.of(lines.get(SPY)));
    Candle previous = shots.previous(call.nowNanos()).get(SPY);
    Json json = call.json().beginObject();
    bar(json, "day", shot.day());
    if (call.plan().hasQuotes()) {
      quote(json, shot.quote());
    }
    if (call.plan().hasTrades()) {
      trade(json, shot.trade());
    }
    bar(json, "min", shot.minute());
    bar(json, "prevDay", previous);
    json.field("ticker", SPY.symbol());
    if (previous != null && shot.day().exists()) {
      double change = shot.day().close() - previous.close();
      json.field("todaysChange", Math.rint(change * 1e4) / 1e4);
      json.field("todaysChangePerc", Math.rint(1e6 * change / previous.close()) / 1e4);
    }
    json.field("updated", shot.updatedNanos()).strangers().endObject();
  }

  private static void bar(Json json, String name, @Nullable Candle bar) {
    json.name(name).beginObject();
    if (bar != null && bar.exists()) {
      json.field("c", bar.close()).field("h", bar.high());
      json.field("l", bar.low()).field("o", bar.open());
      json.field("v", bar.volume()).field("vw", bar.vwap());
      if (name.equals("min")) {
        json.field("t", bar.startNanos() / MILLI).field("n", bar.count());
      }
    }
    json.endObject();
  }

  private static void quote(Json json, @Nullable Quote quote) {
    if (quote != null) {
      json.name("lastQuote").beginObject();
      json.field("P", quote.ask()).field("S", quote.askSize() / 100);
      json.field("p", quote.bid()).field("s", quote.bidSize() / 100);
      json.field("t", quote.epochNanos()).endObject();
    }
  }

  private static void trade(Json json, @Nullable Trade trade) {
    if (trade != null) {
      json.name("lastTrade").beginObject();
      Wire.conditions(json, "c", trade.conditions());
      json.field("i", Long.toString(trade.sequence())).field("p", trade.price());
      json.field("s", trade.size()).field("t", trade.epochNanos());
      json.field("x", (long) trade.exchange()).endObject();
    }
  }
}
