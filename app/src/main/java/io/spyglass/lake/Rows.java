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

/// How the rows of each kind become events; the column order is that of the selections in
/// [Recording].
final class Rows {
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
      long nanos = columns[2].getLong(row);
      return new Trade(
          byPlace[columns[0].getInt(row)],
          nanos,
          nanos,
          known(columns[3], row),
          known(columns[7], row),
          columns[4].getDouble(row),
          columns[5].getDouble(row),
          columns[6].getInt(row),
          conditions(columns[9], columns[10], row),
          columns[8].getInt(row, MarketEvent.ABSENT));
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
      long nanos = columns[2].getLong(row);
      return new Quote(
          byPlace[columns[0].getInt(row)],
          nanos,
          nanos,
          known(columns[7], row),
          number(columns[3], row),
          number(columns[4], row),
          columns[5].getLong(row, 0),
          columns[6].getLong(row, 0));
    };
  }

  static Cursor.Reader minuteQuotes(Instrument[] byNumber) {
    return (columns, row) -> {
      long nanos = endNanos(columns[2].getLong(row), MINUTE_SECONDS);
      return new Quote(
          byNumber[columns[0].getInt(row)],
          nanos,
          nanos,
          MarketEvent.ABSENT,
          number(columns[3], row),
          number(columns[4], row),
          columns[5].getLong(row, 0),
          columns[6].getLong(row, 0));
    };
  }

  static Cursor.Reader bars(Instrument[] byNumber, int seconds) {
    return (columns, row) -> {
      long startNanos = columns[2].getLong(row) * MILLI_NANOS;
      return new Bar(
          byNumber[columns[0].getInt(row)],
          startNanos,
          seconds,
          startNanos + seconds * SECOND_NANOS,
          number(columns[3], row),
          number(columns[4], row),
          number(columns[5], row),
          number(columns[6], row),
          number(columns[7], row),
          number(columns[8], row));
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
