package io.spyglass.lake;

import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/// Files of one schema read into a table of the engine, from which they are then read in order.
///
/// Reading thousands of small files unordered and sorting afterwards is several times faster than a
/// sorted read; the table spills to disk beyond the lake's memory. Beside the schema's columns it
/// has `place`, the file's place in the list, and `arrival`, the row's place in its file. Owned by
/// one thread.
///
/// Another tool's file may hold anything: a price or a size that cannot be is never read. `NaN`
/// counts as larger than every number to the engine, so each is asked for being finite first.
final class Scan implements AutoCloseable {
  /// What has to hold of a trade.
  static final String TRADE_NEEDS =
      "sip_timestamp IS NOT NULL AND isfinite(price) AND price >= 0 AND isfinite(size) AND size > 0";

  /// What has to hold of a bar; an index has no volume.
  static final String BAR_NEEDS =
      "timestamp IS NOT NULL AND isfinite(open) AND isfinite(high) AND isfinite(low)"
          + " AND isfinite(close) AND least(open, low, close) >= 0 AND high >= low"
          + " AND coalesce(volume, 0) >= 0";

  private final DuckDBConnection connection;
  private final List<Path> files;
  private final Schema schema;
  private long rows;
  private long rejected;
  private long firstTime;
  private String firstRejected = "";

  /// Reads the files.
  ///
  /// @param selection what to keep of them; a row without what it needs is counted as rejected
  /// @throws CorruptFile naming the file that cannot be read or does not fit
  static Scan of(Duck duck, List<Path> files, Schema schema, Selection selection) {
    Scan scan = new Scan(duck.connect(), files, schema);
    try {
      scan.load(selection);
      return scan;
    } catch (RuntimeException e) {
      scan.close();
      throw e;
    }
  }

  /// What of the files is kept.
  ///
  /// @param columns the select list, in terms of the schema's columns
  /// @param joined a join and a filter, may be empty
  /// @param time the column that tells when
  /// @param needed what has to hold of a row of the table; others are counted as rejected
  record Selection(String columns, String joined, String time, String needed) {}

  private Scan(DuckDBConnection connection, List<Path> files, Schema schema) {
    this.connection = connection;
    this.files = files;
    this.schema = schema;
  }

  private void load(Selection selection) {
    try {
      if (!tryLoad(selection)) {
        loadMixed(selection);
      }
      count(selection);
    } catch (SQLException e) {
      throw culprit(e);
    }
  }

  /// Reads files that all have the first one's columns; false where they do not.
  private boolean tryLoad(Selection selection) throws SQLException {
    try {
      Map<String, String> columns = columns(List.of(files.getFirst()), "");
      if (!schema.misfits(columns).isEmpty()) {
        return false;
      }
      create(selection, columns, "");
      return true;
    } catch (SQLException e) {
      if (files.size() == 1 || Duck.reason(e).startsWith("Out of Memory")) {
        throw e;
      }
      return false;
    }
  }

  /// Reads files of several tools, whose columns differ; it opens every file twice.
  private void loadMixed(Selection selection) throws SQLException {
    String option = ", union_by_name = true";
    for (Path file : files) {
      if (ParquetFile.find(connection, file, schema) == null) {
        throw new CorruptFile(file + " vanished while it was read; run it again", null);
      }
    }
    create(selection, columns(files, option), option);
  }

  private Map<String, String> columns(List<Path> of, String option) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("DESCRIBE SELECT * FROM " + source(of, option))) {
      while (result.next()) {
        columns.put(result.getString(1), result.getString(2));
      }
    }
    return columns;
  }

  private void create(Selection selection, Map<String, String> columns, String option)
      throws SQLException {
    Duck.execute(
        connection,
        ("CREATE OR REPLACE TEMP TABLE rows AS SELECT place, arrival, " + selection.columns())
            + (" FROM (SELECT " + schema.projection(columns))
            + ", file_index AS place, file_row_number AS arrival"
            + (" FROM " + source(files, option) + ") AS source " + selection.joined()));
  }

  private static String source(List<Path> of, String option) {
    String list = Duck.parquet(of);
    return list.substring(0, list.length() - 1) + option + ")";
  }

  private void count(Selection selection) throws SQLException {
    String sql =
        "SELECT count(*), count(*) FILTER ("
            + selection.needed()
            + "), coalesce(min("
            + selection.time()
            + ") FILTER ("
            + selection.needed()
            + "), 0) FROM rows";
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      rows = result.getLong(2);
      rejected = result.getLong(1) - rows;
      firstTime = result.getLong(3);
    }
    if (rejected > 0) {
      String unfit = " FROM rows WHERE (" + selection.needed() + ") IS NOT TRUE";
      firstRejected = firstOf(unfit);
      Duck.execute(connection, "DELETE" + unfit);
    }
  }

  private String firstOf(String rows) throws SQLException {
    String sql = "SELECT place, arrival" + rows + " ORDER BY place, arrival LIMIT 1";
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return files.get(result.getInt(1)) + " row " + (result.getLong(2) + 1);
    }
  }

  /// An expression for a number that may be missing: what is not finite or below 0 is.
  static String orMissing(String column) {
    return "CASE WHEN isfinite(" + column + ") AND " + column + " >= 0 THEN " + column + " END";
  }

  /// The select list of a quote's two sides and their sizes.
  static String sides(String bid, String ask) {
    return orMissing(bid)
        + (" AS " + bid + ", ")
        + orMissing(ask)
        + (" AS " + ask)
        + ", greatest(bid_size, 0) AS bid_size, greatest(ask_size, 0) AS ask_size";
  }

  private RuntimeException culprit(SQLException failure) {
    for (Path file : files) {
      ParquetFile found = ParquetFile.find(connection, file, schema);
      if (found != null) {
        found.verify(connection, schema);
      }
    }
    return new Outage(
        files.getFirst()
            + " and "
            + (files.size() - 1)
            + " other files were not read: "
            + Duck.reason(failure),
        failure);
  }

  /// How many rows there are.
  long rows() {
    return rows;
  }

  /// How many rows were left out because a time or a number that they need is missing or
  /// impossible.
  long rejected() {
    return rejected;
  }

  /// The file and the row of the first that was left out, counted from 1; empty where none was.
  String firstRejected() {
    return firstRejected;
  }

  /// The smallest time, 0 where there are no rows.
  long firstTime() {
    return firstTime;
  }

  /// The rows as events. The cursor takes the connection over: the scan may only be closed through
  /// it.
  ///
  /// @param columns what the reader reads, in terms of the table's columns
  /// @param order of the events, in the same terms
  Cursor cursor(String columns, String order, Cursor.Reader reader) {
    return new Cursor(connection, "SELECT " + columns + " FROM rows ORDER BY " + order, reader);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new Outage("the lake's engine failed: " + Duck.reason(e), e);
    }
  }
}
