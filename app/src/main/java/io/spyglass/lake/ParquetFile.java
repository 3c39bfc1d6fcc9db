package io.spyglass.lake;

import io.spyglass.session.CorruptFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// A Parquet file that was found to fit a [Schema].
///
/// @param path where it lies
/// @param columns its own column names and their types
/// @param metadata what it says about itself
record ParquetFile(Path path, Map<String, String> columns, Metadata metadata) {

  /// The file at `path`, or null where there is none.
  ///
  /// @throws CorruptFile where it is no whole Parquet file or its columns do not fit
  static @Nullable ParquetFile find(DuckDBConnection connection, Path path, Schema schema) {
    if (!Files.exists(path)) {
      return null;
    }
    try (Statement statement = connection.createStatement()) {
      Map<String, String> columns = columns(statement, path);
      List<String> misfits = schema.misfits(columns);
      if (!misfits.isEmpty()) {
        throw new CorruptFile(
            path
                + " has other columns than this folder wants ("
                + String.join("; ", misfits)
                + "); move it away, then import or fetch that day again",
            null);
      }
      return new ParquetFile(path, columns, metadata(statement, path));
    } catch (SQLException e) {
      throw Duck.unreadable(path, e);
    }
  }

  private static Map<String, String> columns(Statement statement, Path path) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    String sql = "DESCRIBE SELECT * FROM read_parquet(" + Duck.literal(path) + ")";
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        columns.put(rows.getString(1), rows.getString(2));
      }
    }
    return columns;
  }

  private static Metadata metadata(Statement statement, Path path) throws SQLException {
    Map<String, String> pairs = new HashMap<>();
    String sql =
        "SELECT decode(key), decode(value) FROM parquet_kv_metadata("
            + Duck.literal(path)
            + ") WHERE decode(key) IN ('schema_version', 'complete', 'bar_seconds')";
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        pairs.put(rows.getString(1), rows.getString(2));
      }
    }
    return Metadata.parse(pairs);
  }

  /// How long its bars are: what it says, else a minute, or a second where bars start off the
  /// minute.
  int barSeconds(DuckDBConnection connection) {
    if (metadata.barSeconds() > 0) {
      return metadata.barSeconds();
    }
    String sql = "SELECT bool_and(timestamp % 60000 = 0) FROM " + Duck.parquet(List.of(path));
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      boolean onTheMinute = rows.getBoolean(1) || rows.wasNull();
      return onTheMinute ? 60 : 1;
    } catch (SQLException e) {
      throw Duck.unreadable(path, e);
    }
  }

  /// A query for its rows with the schema's columns, and the row's place in the file as `arrival`.
  String select(Schema schema) {
    return "SELECT "
        + schema.projectionForFile(columns)
        + ", file_row_number AS arrival FROM "
        + Duck.parquet(List.of(path));
  }

  /// Reads every value of the file.
  ///
  /// @throws CorruptFile where that fails
  void verify(DuckDBConnection connection, Schema schema) {
    String sql = "SELECT bit_xor(hash(rows)) FROM (" + select(schema) + ") AS rows";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
    } catch (SQLException e) {
      throw Duck.unreadable(path, e);
    }
  }
}
