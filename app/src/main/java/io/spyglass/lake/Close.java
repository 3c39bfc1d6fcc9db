package io.spyglass.lake;

import io.spyglass.calendar.Span;
import io.spyglass.model.Index;
import io.spyglass.model.Instrument;
import io.spyglass.session.Outage;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Finds the last value of an instrument in a span of a day.
final class Close {
  private Close() {}

  /// Of its bars, or else of its cached trades; empty where there are none.
  static OptionalDouble find(Lake lake, LocalDate date, Instrument instrument, Span span) {
    Schema schema = instrument instanceof Index ? Schema.INDEX_BARS : Schema.BARS;
    Path bars = lake.raw(Lake.barFolder(instrument), date);
    Path trades = lake.historical("trades", date).resolve(Lake.fileName(instrument));
    try (DuckDBConnection connection = lake.duck().connect()) {
      OptionalDouble close =
          last(
              connection,
              ParquetFile.find(connection, bars, schema),
              schema,
              "close AS price, timestamp * " + Rows.MILLI_NANOS + " AS nanos",
              span);
      return close.isPresent()
          ? close
          : last(
              connection,
              ParquetFile.find(connection, trades, Schema.TRADES),
              Schema.TRADES,
              "CASE WHEN coalesce(correction, 0) <= 0 THEN price END AS price,"
                  + " sip_timestamp AS nanos",
              span);
    } catch (SQLException e) {
      throw new Outage("the lake's engine failed: " + Duck.reason(e), e);
    }
  }

  private static OptionalDouble last(
      DuckDBConnection connection,
      @Nullable ParquetFile file,
      Schema schema,
      String columns,
      Span span) {
    if (file == null) {
      return OptionalDouble.empty();
    }
    String sql =
        "SELECT price FROM (SELECT "
            + columns
            + ", arrival FROM ("
            + file.select(schema)
            + (")) WHERE isfinite(price) AND price > 0 AND nanos >= " + span.fromNanos())
            + (" AND nanos < " + span.toNanos())
            + " ORDER BY nanos DESC, arrival DESC LIMIT 1";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? OptionalDouble.of(rows.getDouble(1)) : OptionalDouble.empty();
    } catch (SQLException e) {
      throw Duck.unreadable(file.path(), e);
    }
  }
}
