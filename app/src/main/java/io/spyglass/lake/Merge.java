package io.spyglass.lake;

import io.spyglass.lake.StoredFile.Change;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Brings staged rows into the day files that several imports share: by key, the newer row wins,
/// but over a row of a complete file only if what is written is complete.
///
/// A bar file holds one bar length: finer bars replace it, coarser ones are left out.
final class Merge {
  private final Lake lake;
  private final LocalDate date;
  private final DuckDBConnection connection;
  private final Publication publication;

  /// A day file that is not of bars.
  ///
  /// @param folder under `raw`
  /// @param schema of its rows
  /// @param source what its column of that name says, where it has one
  record Target(String folder, Schema schema, String source) {
    static final Target QUOTES = new Target("quotes", Schema.MINUTE_QUOTES, "");
    static final Target OPEN_INTEREST = new Target("open_interest", Schema.OPEN_INTEREST, "");
    static final Target NEWS = new Target("news", Schema.NEWS, "news");
  }

  /// The bars of one folder as they were staged.
  private record Staged(String folder, boolean index, int finest, int coarsest, long rows) {}

  Merge(Lake lake, LocalDate date, DuckDBConnection connection, Publication publication) {
    this.lake = lake;
    this.date = date;
    this.connection = connection;
    this.publication = publication;
  }

  /// Merges a stage into its one file.
  StoredFile rows(Target target, String stage, boolean complete) {
    Path file = lake.raw(target.folder, date);
    ParquetFile existing = ParquetFile.find(connection, file, target.schema);
    return store(file, target.schema, existing, staged(stage, target.source), complete, 0);
  }

  /// Merges staged bars into the file of each folder.
  List<StoredFile> bars(String stage, boolean chainComplete, boolean spotComplete)
      throws SQLException {
    List<StoredFile> stored = new ArrayList<>();
    for (Staged bars : folders(stage)) {
      boolean complete = bars.folder().equals("options") ? chainComplete : spotComplete;
      stored.addAll(bars(bars, stage, complete));
    }
    return stored;
  }

  private List<Staged> folders(String stage) throws SQLException {
    List<Staged> folders = new ArrayList<>();
    String sql =
        "SELECT folder, any_value(ticker), min(seconds), max(seconds), count(*) FROM "
            + stage
            + " GROUP BY folder ORDER BY folder";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        folders.add(
            new Staged(
                rows.getString(1),
                rows.getString(2).startsWith("I:"),
                rows.getInt(3),
                rows.getInt(4),
                rows.getLong(5)));
      }
    }
    return folders;
  }

  private List<StoredFile> bars(Staged bars, String stage, boolean complete) {
    Path file = lake.raw(bars.folder(), date);
    Schema schema = bars.index() ? Schema.INDEX_BARS : Schema.BARS;
    ParquetFile existing = ParquetFile.find(connection, file, schema);
    int held = existing == null ? 0 : existing.barSeconds(connection);
    List<StoredFile> stored = new ArrayList<>();
    if (held > 0 && held < bars.coarsest()) {
      stored.add(skipped(file, bars.coarsest(), held));
    } else if (bars.finest() < bars.coarsest()) {
      stored.add(skipped(file, bars.coarsest(), bars.finest()));
    }
    if (held == 0 || bars.finest() <= held) {
      String rows =
          staged(stage, bars.folder())
              + (" WHERE folder = " + Duck.literal(bars.folder()))
              + (" AND seconds = " + bars.finest());
      ParquetFile kept = bars.finest() == held ? existing : null;
      StoredFile result = store(file, schema, kept, rows, complete, bars.finest());
      stored.add(held > bars.finest() ? replaced(result, bars.finest(), held) : result);
    }
    return stored;
  }

  private static StoredFile skipped(Path file, int seconds, int held) {
    String note =
        "bars of " + seconds + " s left out: the file holds finer ones, of " + held + " s";
    return new StoredFile(file, 0, Change.SKIPPED, note);
  }

  private static StoredFile replaced(StoredFile result, int seconds, int held) {
    String note = "bars of " + seconds + " s took the place of bars of " + held + " s";
    return new StoredFile(result.file(), result.rows(), Change.REPLACED, note);
  }

  private String staged(String stage, String source) {
    return "SELECT *, 1 AS generation, "
        + Duck.literal(date)
        + " AS date, "
        + Duck.literal(source)
        + " AS source FROM "
        + stage;
  }

  private StoredFile store(
      Path file,
      Schema schema,
      @Nullable ParquetFile existing,
      String staged,
      boolean complete,
      int barSeconds) {
    boolean wasWhole = existing != null && existing.metadata().complete();
    boolean whole = complete || wasWhole;
    int generation = wasWhole && !complete ? 2 : 0;
    String union = "SELECT " + schema.names() + ", generation, arrival FROM (" + staged + ")";
    if (existing != null) {
      union +=
          " UNION ALL SELECT "
              + schema.names()
              + (", " + generation + ", arrival FROM (")
              + existing.select(schema)
              + ")";
    }
    String query =
        "SELECT "
            + schema.names()
            + " FROM ("
            + union
            + ") QUALIFY row_number() OVER (PARTITION BY "
            + String.join(", ", schema.key())
            + " ORDER BY generation DESC, arrival DESC) = 1 ORDER BY "
            + schema.order();
    long rows = publication.write(connection, file, query, Metadata.of(whole, barSeconds));
    return new StoredFile(file, rows, existing == null ? Change.CREATED : Change.MERGED, "");
  }
}
