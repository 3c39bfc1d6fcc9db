package io.spyglass.lake;

import static io.spyglass.lake.Cursor.known;
import static io.spyglass.lake.Cursor.number;

import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBReadableVector;

/// How the rows of each kind become events: which columns are read, and what is made of them.
final class Rows {
  static final String TRADES =
      "CAST(place AS INTEGER), sip_timestamp, participant_timestamp, price, size,"
          + " coalesce(exchange, 0), sequence_number, correction,"
          + " CASE len(conditions) WHEN 1 THEN conditions[1] END,"
          + " CASE WHEN len(conditions) > 1 THEN array_to_string(conditions, ' ') END";
  static final String QUOTES =
      "CAST(place AS INTEGER), sip_timestamp, sequence_number, bid_price, ask_price,"
          + " coalesce(bid_size, 0), coalesce(ask_size, 0)";
  static final String MINUTE_QUOTES =
      "number, timestamp, bid, ask, coalesce(bid_size, 0), coalesce(ask_size, 0)";
  static final String BARS = "number, timestamp, open, high, low, close, volume, vwap";
  static final String NEWS =
      "timestamp, article_id, title, description, sentiment, keywords, tickers";

  static final int MINUTE_SECONDS = 60;
  static final long MILLI_NANOS = 1_000_000L;

  private static final long SECOND_NANOS = 1_000_000_000L;

  private Rows() {}

  /// The end of a stretch that starts at a time in milliseconds.
  static long endNanos(long startMillis, int seconds) {
    return startMillis * MILLI_NANOS + seconds * SECOND_NANOS;
  }

  static Cursor.Reader trades(Instrument[] byPlace) {
    return (columns, row) -> {
      long nanos = columns[1].getLong(row);
      return new Trade(
          byPlace[columns[0].getInt(row)],
          nanos,
          nanos,
          known(columns[2], row),
          known(columns[6], row),
          columns[3].getDouble(row),
          columns[4].getDouble(row),
          columns[5].getInt(row),
          conditions(columns[8], columns[9], row),
          columns[7].getInt(row, MarketEvent.ABSENT));
    };
  }

  private static Conditions conditions(
      DuckDBReadableVector single, DuckDBReadableVector several, int row) {
    if (!single.isNull(row)) {
      return Conditions.of(single.getInt(row));
    }
    if (several.isNull(row)) {
      return Conditions.NONE;
    }
    return Conditions.of(
        Arrays.stream(several.getString(row).split(" ")).mapToInt(Integer::parseInt).toArray());
  }

  static Cursor.Reader quotes(Instrument[] byPlace) {
    return (columns, row) -> {
      long nanos = columns[1].getLong(row);
      return new Quote(
          byPlace[columns[0].getInt(row)],
          nanos,
          nanos,
          known(columns[2], row),
          number(columns[3], row),
          number(columns[4], row),
          columns[5].getLong(row),
          columns[6].getLong(row));
    };
  }

  static Cursor.Reader minuteQuotes(Instrument[] byNumber) {
    return (columns, row) -> {
      long nanos = endNanos(columns[1].getLong(row), MINUTE_SECONDS);
      return new Quote(
          byNumber[columns[0].getInt(row)],
          nanos,
          nanos,
          MarketEvent.ABSENT,
          number(columns[2], row),
          number(columns[3], row),
          columns[4].getLong(row),
          columns[5].getLong(row));
    };
  }

  static Cursor.Reader bars(Instrument[] byNumber, int seconds) {
    return (columns, row) -> {
      long startMillis = columns[1].getLong(row);
      return new Bar(
          byNumber[columns[0].getInt(row)],
          startMillis * MILLI_NANOS,
          seconds,
          endNanos(startMillis, seconds),
          number(columns[2], row),
          number(columns[3], row),
          number(columns[4], row),
          number(columns[5], row),
          number(columns[6], row),
          number(columns[7], row));
    };
  }

  static Cursor.Reader news() {
    return (columns, row) -> {
      long nanos = columns[0].getLong(row) * MILLI_NANOS;
      return new News(
          columns[1].getString(row),
          nanos,
          nanos,
          columns[2].getString(row),
          columns[3].isNull(row) ? "" : columns[3].getString(row),
          number(columns[4], row),
          list(columns[5], row),
          list(columns[6], row));
    };
  }

  private static List<String> list(DuckDBReadableVector column, int row) {
    String text = column.isNull(row) ? "" : column.getString(row);
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }
}
