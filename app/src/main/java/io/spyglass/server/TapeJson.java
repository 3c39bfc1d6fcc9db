package io.spyglass.server;

import io.spyglass.flow.PrintFilter;
import io.spyglass.model.OptionExchange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Encodes prints as the document that `/api/tape` answers.
final class TapeJson {
  static final int PRICE_DECIMALS = 4;
  static final int GREEK_DECIMALS = 6;
  static final int STRIKE_DECIMALS = 3;

  private TapeJson() {}

  /// The newest `limit` prints that pass, of those behind number `after` and before `before`.
  static byte[] document(TapeStrip strip, PrintFilter filter, long after, long before, int limit) {
    TapeCursor cursor = strip.cursor();
    JsonBytes json = new JsonBytes().beginObject();
    json.name("underlying").text(strip.underlying().symbol());
    LocalDate expiry = strip.expiry();
    json.name("expiry").text(expiry == null ? null : expiry.toString());
    json.name("as_of").instant(strip.asOfNanos());
    json.name("generation").integer(strip.generation());
    json.name("last").integer(cursor.last());
    json.name("filter").text(filter.toString());
    json.name("prints").beginArray();
    cursor.go(Math.min(before, cursor.last() + 1));
    for (int count = 0; count < limit && cursor.older(filter, after); count++) {
      print(json.beginObject(), cursor);
      json.endObject();
    }
    return json.endArray().endObject().toBytes();
  }

  private static void print(JsonBytes json, TapeCursor print) {
    json.name("seq").integer(print.number());
    json.name("time").instant(print.epochNanos());
    json.name("ticker").text(print.row().ticker);
    json.name("root").text(print.contract().root());
    json.name("strike").number(print.strike(), STRIKE_DECIMALS);
    json.name("right").text(right(print));
    json.name("side").text(side(print));
    json.name("by_tick_rule").truth(print.isByTickRule());
    json.name("price").number(print.price(), PRICE_DECIMALS);
    json.name("size").number(print.size(), PRICE_DECIMALS);
    json.name("premium").number(print.premium(), PRICE_DECIMALS);
    json.name("bid").number(print.bid(), PRICE_DECIMALS);
    json.name("ask").number(print.ask(), PRICE_DECIMALS);
    json.name("iv").number(print.volatility(), GREEK_DECIMALS);
    json.name("delta").number(print.delta(), GREEK_DECIMALS);
    json.name("spot").number(print.spot(), PRICE_DECIMALS);
    json.name("exchange").text(OptionExchange.name(print.exchange()));
    json.name("conditions").beginArray();
    print.conditions().names().forEach(json::text);
    json.endArray();
    json.name("bars").truth(print.isBar());
  }

  static String right(TapeCursor print) {
    return print.isCall() ? "C" : "P";
  }

  /// Who crossed the spread, null for nobody that could be told.
  static @Nullable String side(TapeCursor print) {
    return switch (print.side()) {
      case BOUGHT -> "buy";
      case SOLD -> "sell";
      case UNCLASSIFIED -> null;
    };
  }
}
