package io.spyglass.vendor.polygon.simulator;

import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import io.spyglass.pricing.Greeks;
import io.spyglass.vendor.polygon.simulator.OptionShots.OptionShot;
import org.jspecify.annotations.Nullable;

/// Writes the parts that snapshots are made of.
final class SnapshotJson {
  private static final double DEEP = 0.995;

  private final Json json;
  private final Plan plan;
  private final Dice dice;

  SnapshotJson(Call call, Dice dice) {
    this.json = call.json();
    this.plan = call.plan();
    this.dice = dice;
  }

  /// An item of the chain.
  void chainItem(OptionShot shot) {
    json.beginObject();
    json.field("break_even_price", breakEven(shot));
    day("day", shot.shot(), shot.previous());
    details(shot.contract(), true);
    valued(shot);
    json.strangers().endObject();
  }

  /// Greeks, volatility, quote, trade, open interest and underlying of an option.
  void valued(OptionShot shot) {
    greeks(shot.value());
    quote(shot.shot().quote());
    trade(shot.shot().trade(), "sip_timestamp");
    json.field("open_interest", shot.shot().openInterest());
    underlying(shot);
  }

  double breakEven(OptionShot shot) {
    Trade trade = shot.shot().trade();
    double price = trade == null ? shot.shot().middle() : trade.price();
    double strike = shot.contract().strike();
    return cents(shot.contract().right() == Right.CALL ? strike + price : strike - price);
  }

  private static double cents(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }

  void details(OptionContract contract, boolean named) {
    json.name("details").beginObject();
    json.field("contract_type", ContractRoutes.type(contract));
    json.field("exercise_style", ContractRoutes.style(contract));
    json.field("expiration_date", contract.expiry().toString());
    json.field("shares_per_contract", 100L).field("strike_price", contract.strike());
    if (named) {
      json.field("ticker", contract.ticker());
    } else {
      json.field("underlying_ticker", contract.underlying().symbol());
    }
    json.endObject();
  }

  /// The bar of the day; before the first trade that of the day before, as its time tells.
  void day(String name, Shot shot, @Nullable Candle previous) {
    Candle day = shot.day().exists() || previous == null ? shot.day() : previous;
    json.name(name).beginObject();
    if (day.exists()) {
      changes(day, previous);
      json.field("close", day.close()).field("high", day.high());
      json.field("last_updated", day.lastNanos()).field("low", day.low());
      json.field("open", day.open());
      json.field("volume", day.volume()).field("vwap", day.vwap());
    }
    json.endObject();
  }

  private void changes(Candle day, @Nullable Candle previous) {
    if (previous == null || !previous.exists()) {
      return;
    }
    double change = day.close() - previous.close();
    json.field("change", cents(change));
    json.field("change_percent", cents(100 * change / previous.close()));
    json.field("previous_close", previous.close());
  }

  /// The session of an item of the unified or the indices' snapshot.
  void session(Shot shot, @Nullable Candle previous, boolean hasVolume) {
    Candle day = shot.day();
    json.name("session").beginObject();
    if (day.exists()) {
      changes(day, previous);
      json.field("close", day.close()).field("high", day.high());
      json.field("low", day.low()).field("open", day.open());
      if (hasVolume) {
        json.size("volume", "decimal_volume", day.volume());
      }
    }
    json.endObject();
  }

  private void greeks(Valuation.@Nullable Value value) {
    if (value == null || dice.happens(Knob.MISSING_GREEKS)) {
      return;
    }
    Greeks greeks = value.greeks();
    if (dice.happens(Knob.EMPTY_GREEKS)) {
      json.name("greeks").beginObject().endObject();
    } else if (Math.abs(greeks.delta()) < DEEP) {
      json.name("greeks").beginObject();
      json.field("delta", greeks.delta()).field("gamma", greeks.gamma());
      json.field("theta", greeks.theta()).field("vega", greeks.vega()).endObject();
    }
    json.field("implied_volatility", value.volatility());
  }

  void quote(@Nullable Quote quote) {
    if (quote == null || !plan.hasQuotes() || dice.happens(Knob.MISSING_QUOTES)) {
      return;
    }
    json.name("last_quote").beginObject();
    json.field("ask", Wire.present(quote.ask()));
    json.field("ask_exchange", (long) Wire.askExchange(quote)).field("ask_size", quote.askSize());
    json.field("bid", Wire.present(quote.bid()));
    json.field("bid_exchange", (long) Wire.bidExchange(quote)).field("bid_size", quote.bidSize());
    json.field("last_updated", quote.epochNanos());
    double middle = (Wire.present(quote.bid()) + Wire.present(quote.ask())) / 2;
    json.field("midpoint", cents(middle)).field("timeframe", plan.timeframe()).endObject();
  }

  void trade(@Nullable Trade trade, String time) {
    if (trade == null || !plan.hasTrades() || dice.happens(Knob.MISSING_TRADES)) {
      return;
    }
    json.name("last_trade").beginObject();
    Wire.conditions(json, "conditions", trade.conditions());
    json.field("exchange", (long) trade.exchange()).field("price", trade.price());
    json.field(time, trade.epochNanos()).size("size", "decimal_size", trade.size());
    json.field("timeframe", plan.timeframe()).endObject();
  }

  private void underlying(OptionShot shot) {
    double level = shot.underlying().level();
    Instrument instrument = shot.contract().underlying().instrument();
    if (Double.isNaN(level) || dice.happens(Knob.MISSING_UNDERLYING)) {
      return;
    }
    json.name("underlying_asset").beginObject();
    json.field("change_to_break_even", cents(breakEven(shot) - level));
    json.field("last_updated", shot.underlying().updatedNanos());
    boolean isIndex = shot.underlying().value() != null;
    if (!isIndex) {
      json.field("price", level);
    }
    json.field("ticker", instrument.ticker()).field("timeframe", plan.timeframe());
    if (isIndex) {
      json.field("value", level);
    }
    json.endObject();
  }

  /// An item that cannot be had, as a snapshot tells it.
  void missing(String ticker, String error, String message) {
    json.beginObject().field("error", error).field("message", message);
    json.field("ticker", ticker).endObject();
  }
}
