package io.spyglass.vendor.polygon.simulator;

import io.spyglass.model.Conditions;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;

/// Writes events as messages of the sockets. Times are milliseconds. Pure.
final class Wire {
  /// The tape of what is listed on NYSE Arca, as SPY is.
  static final int TAPE = 2;

  private static final long MILLI = 1_000_000;
  private static final int CBOE = 302;
  private static final int[] OPTION_EXCHANGES = {302, 304, 308, 312, 313, 316, 320, 323, 325};
  private static final int[] STOCK_EXCHANGES = {11, 12, 15, 19, 21};

  /// What a message says of its number.
  enum Sequence {
    TOLD,
    ZERO,
    ABSENT
  }

  private Wire() {}

  static Json status(Json json, String status, String message) {
    json.clear().beginObject();
    json.field("ev", "status").field("status", status).field("message", message);
    return json.endObject();
  }

  static Json trade(Json json, String ticker, Trade trade, Sequence sequence) {
    json.clear().beginObject().field("ev", "T").field("sym", ticker);
    json.field("x", (long) trade.exchange());
    if (trade.instrument() instanceof Stock) {
      json.field("i", Long.toString(trade.sequence())).field("z", (long) TAPE);
    }
    json.field("p", trade.price()).size("s", "ds", trade.size());
    conditions(json, "c", trade.conditions());
    json.field("t", trade.epochNanos() / MILLI);
    if (trade.instrument() instanceof Stock) {
      json.field("pt", trade.participantNanos() / MILLI);
    }
    sequence(json, trade.sequence(), sequence);
    return json.strangers().endObject();
  }

  private static void sequence(Json json, long number, Sequence sequence) {
    if (sequence != Sequence.ABSENT) {
      json.field("q", sequence == Sequence.ZERO ? 0L : number);
    }
  }

  /// The codes as an array, absent without codes.
  static void conditions(Json json, String name, Conditions conditions) {
    if (conditions.count() == 0) {
      return;
    }
    json.name(name).beginArray();
    for (int i = 0; i < conditions.count(); i++) {
      json.integer(conditions.code(i));
    }
    json.endArray();
  }

  static Json quote(Json json, String ticker, Quote quote, Sequence sequence) {
    json.clear().beginObject().field("ev", "Q").field("sym", ticker);
    json.field("bx", (long) bidExchange(quote)).field("ax", (long) askExchange(quote));
    json.field("bp", present(quote.bid())).field("ap", present(quote.ask()));
    json.field("bs", quote.bidSize()).field("as", quote.askSize());
    if (quote.instrument() instanceof Stock) {
      json.field("c", 1L).field("z", (long) TAPE);
    }
    json.field("t", quote.epochNanos() / MILLI);
    sequence(json, quote.sequence(), sequence);
    return json.strangers().endObject();
  }

  /// A price, 0 for a side that is not there.
  static double present(double price) {
    return Double.isNaN(price) ? 0 : price;
  }

  static int bidExchange(Quote quote) {
    return quote.bidSize() == 0 ? 0 : exchange(quote.instrument(), quote.sequence());
  }

  static int askExchange(Quote quote) {
    return quote.askSize() == 0 ? 0 : exchange(quote.instrument(), quote.sequence() * 7 + 3);
  }

  /// The exchange that shows a price; the market has none, so it follows from a number.
  private static int exchange(Instrument instrument, long number) {
    if (instrument instanceof OptionContract contract && contract.underlying().isIndex()) {
      return CBOE;
    }
    int[] exchanges = instrument instanceof Stock ? STOCK_EXCHANGES : OPTION_EXCHANGES;
    return exchanges[(int) Math.floorMod(number, (long) exchanges.length)];
  }

  static Json value(Json json, String ticker, IndexValue value) {
    json.clear().beginObject().field("ev", "V").field("val", value.value());
    json.field("T", ticker).field("t", value.epochNanos() / MILLI);
    return json.strangers().endObject();
  }

  /// A bar.
  ///
  /// @param nanos the length
  static Json bar(Json json, Line line, Channel channel, Candle bar, long nanos) {
    Candle day = line.day;
    boolean hasVolume = line.cluster != Cluster.INDICES;
    json.clear().beginObject().field("ev", channel.name()).field("sym", line.ticker);
    if (hasVolume) {
      json.size("v", "dv", bar.volume()).size("av", "dav", day.volume());
    }
    json.field("op", day.open());
    if (hasVolume) {
      json.field("vw", bar.vwap());
    }
    json.field("o", bar.open()).field("c", bar.close());
    json.field("h", bar.high()).field("l", bar.low());
    if (hasVolume) {
      json.field("a", day.vwap()).field("z", (long) (bar.volume() / bar.count()));
    }
    long start = bar.startNanos() / MILLI;
    json.field("s", start).field("e", start + nanos / MILLI);
    return json.strangers().endObject();
  }
}
