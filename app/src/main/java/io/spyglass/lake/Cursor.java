package io.spyglass.lake;

import io.spyglass.model.MarketEvent;
import io.spyglass.session.Feed;
import io.spyglass.session.Outage;
import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// The rows of a query as events, one chunk of columns in memory at a time. The query starts with
/// the first event. Owned by one thread.
final class Cursor implements Feed {
  private final DuckDBConnection connection;
  private final String sql;
  private final Reader reader;
  private @Nullable DuckDBPreparedStatement statement;
  private @Nullable DuckDBChunkedResult result;
  private DuckDBReadableVector[] columns = new DuckDBReadableVector[0];
  private int row;
  private int rows;
  private boolean closed;

  /// Makes an event of a row.
  interface Reader {
    MarketEvent read(DuckDBReadableVector[] columns, int row);
  }

  Cursor(DuckDBConnection connection, String sql, Reader reader) {
    this.connection = connection;
    this.sql = sql;
    this.reader = reader;
  }

  @Override
  public @Nullable MarketEvent next() {
    if (row == rows && !advance()) {
      return null;
    }
    return reader.read(columns, row++);
  }

  private boolean advance() {
    DuckDBChunkedResult chunks = result != null ? result : start();
    do {
      if (closed || !chunks.nextChunk()) {
        return false;
      }
      load(chunks.chunk());
    } while (rows == 0);
    return true;
  }

  private DuckDBChunkedResult start() {
    try {
      statement = connection.prepare(sql);
      result = statement.query();
      return result;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void load(DuckDBDataChunkReader chunk) {
    columns = new DuckDBReadableVector[(int) chunk.columnCount()];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = chunk.vector(column);
    }
    row = 0;
    rows = (int) chunk.rowCount();
  }

  /// A whole number, or [MarketEvent#ABSENT] for null.
  static long known(DuckDBReadableVector column, int row) {
    return column.getLong(row, MarketEvent.ABSENT);
  }

  /// A number, or `NaN` for null.
  static double number(DuckDBReadableVector column, int row) {
    return column.getDouble(row, Double.NaN);
  }

  private static Outage failed(SQLException failure) {
    return new Outage("the lake's engine failed: " + Duck.reason(failure), failure);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    row = rows;
    try {
      if (result != null) {
        result.close();
      }
      if (statement != null) {
        statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
