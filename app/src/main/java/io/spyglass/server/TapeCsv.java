package io.spyglass.server;

import io.spyglass.flow.PrintFilter;
import io.spyglass.model.OptionExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Encodes prints as the comma-separated values that `/api/tape.csv` answers, piece by piece, as
/// fast as whoever reads takes them.
final class TapeCsv {
  private static final List<String> COLUMNS =
      List.of(
          "seq",
          "time_utc",
          "time_new_york",
          "ticker",
          "root",
          "expiry",
          "strike",
          "right",
          "side",
          "by_tick_rule",
          "price",
          "size",
          "premium",
          "bid",
          "ask",
          "iv",
          "delta",
          "spot",
          "exchange",
          "conditions",
          "bars");
  private static final int PIECE = 1 << 15;

  private TapeCsv() {}

  /// Writes the header and every print that passes, the oldest first.
  static void write(TapeCursor cursor, PrintFilter filter, OutputStream to) throws IOException {
    CsvBytes csv = new CsvBytes();
    COLUMNS.forEach(csv::text);
    csv.endLine();
    cursor.go(0);
    while (cursor.newer(filter)) {
      print(csv, cursor);
      if (csv.size() >= PIECE) {
        csv.drain(to);
      }
    }
    csv.drain(to);
  }

  private static void print(CsvBytes csv, TapeCursor print) {
    csv.integer(print.number()).utc(print.epochNanos()).newYork(print.epochNanos());
    csv.text(print.row().ticker).text(print.contract().root());
    csv.text(print.contract().expiry().toString());
    csv.number(print.strike(), TapeJson.STRIKE_DECIMALS).text(TapeJson.right(print));
    csv.text(TapeJson.side(print)).truth(print.isByTickRule());
    csv.number(print.price(), TapeJson.PRICE_DECIMALS);
    csv.number(print.size(), TapeJson.PRICE_DECIMALS);
    csv.number(print.premium(), TapeJson.PRICE_DECIMALS);
    csv.number(print.bid(), TapeJson.PRICE_DECIMALS).number(print.ask(), TapeJson.PRICE_DECIMALS);
    csv.number(print.volatility(), TapeJson.GREEK_DECIMALS);
    csv.number(print.delta(), TapeJson.GREEK_DECIMALS);
    csv.number(print.spot(), TapeJson.PRICE_DECIMALS);
    csv.text(OptionExchange.name(print.exchange()));
    csv.text(String.join("; ", print.conditions().names()));
    csv.truth(print.isBar()).endLine();
  }
}
