package io.spyglass.lake;

import io.spyglass.session.Outage;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Rows on their way into the lake: a table in the engine's memory that is filled row by row, each
/// with its `arrival` number. Owned by one thread.
final class Stage implements AutoCloseable {
  private final DuckDBConnection connection;
  private final String table;
  private final DuckDBAppender appender;
  private long arrivals;

  /// An empty table with these columns and `arrival BIGINT` behind them.
  Stage(DuckDBConnection connection, String table, String columns) throws SQLException {
    this.connection = connection;
    this.table = table;
    Duck.execute(connection, "CREATE TABLE " + table + " (" + columns + ", arrival BIGINT)");
    this.appender = connection.createAppender(table);
  }

  String table() {
    return table;
  }

  /// Begins a row.
  Stage row() throws SQLException {
    appender.beginRow();
    return this;
  }

  Stage add(long value) throws SQLException {
    appender.append(value);
    return this;
  }

  /// A whole number of 32 bits.
  Stage addInt(int value) throws SQLException {
    appender.append(value);
    return this;
  }

  /// A whole number that is null where the event does not have it.
  Stage addKnown(long value, boolean known) throws SQLException {
    if (known) {
      appender.append(value);
    } else {
      appender.appendNull();
    }
    return this;
  }

  /// A whole number of 32 bits that is null where the event does not have it.
  Stage addKnownInt(int value, boolean known) throws SQLException {
    return known ? addInt(value) : addKnown(0, false);
  }

  /// A number; `NaN` is null.
  Stage add(double value) throws SQLException {
    if (Double.isNaN(value)) {
      appender.appendNull();
    } else {
      appender.append(value);
    }
    return this;
  }

  Stage add(String value) throws SQLException {
    appender.append(value);
    return this;
  }

  Stage add(Iterable<Integer> values, int count) throws SQLException {
    appender.append(values, count);
    return this;
  }

  /// Ends the row.
  void end() throws SQLException {
    appender.append(arrivals++);
    appender.endRow();
  }

  /// Makes every row visible to queries; none may follow.
  void finish() throws SQLException {
    appender.close();
  }

  @Override
  public void close() {
    try {
      appender.close();
      Duck.execute(connection, "DROP TABLE " + table);
    } catch (SQLException e) {
      throw new Outage("the lake's engine failed: " + Duck.reason(e), e);
    }
  }
}
