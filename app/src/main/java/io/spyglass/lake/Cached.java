package io.spyglass.lake;

import io.spyglass.model.Instrument;
import io.spyglass.session.Outage;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Of which instruments the trade cache holds a whole session of a day, so that nobody need fetch
/// it again. Immutable.
///
/// @param trades names of the files that hold all trades
/// @param quotes names of the files that hold all quotes
public record Cached(Set<String> trades, Set<String> quotes) {
  private static final Logger LOG = LoggerFactory.getLogger(Cached.class);

  public Cached {
    trades = Set.copyOf(trades);
    quotes = Set.copyOf(quotes);
  }

  /// Whether every trade of an instrument is there.
  public boolean hasAllTrades(Instrument instrument) {
    return trades.contains(Lake.fileName(instrument));
  }

  /// Whether every quote of an instrument is there.
  public boolean hasAllQuotes(Instrument instrument) {
    return quotes.contains(Lake.fileName(instrument));
  }

  /// Whether nothing is there as a whole.
  public boolean isEmpty() {
    return trades.isEmpty() && quotes.isEmpty();
  }

  static Cached of(Lake lake, LocalDate date) {
    return new Cached(
        complete(lake, lake.historical("trades", date)),
        complete(lake, lake.historical("quotes", date)));
  }

  /// The names of the files in a day's folder that say they are complete. A damaged one is not.
  static Set<String> complete(Lake lake, Path day) {
    List<Path> files = TradeCache.files(day);
    if (files.isEmpty()) {
      return Set.of();
    }
    try (DuckDBConnection connection = lake.duck().connect()) {
      return names(connection, files).stream()
          .map(file -> String.valueOf(Path.of(file).getFileName()))
          .collect(Collectors.toSet());
    } catch (SQLException e) {
      throw new Outage("the lake's engine failed: " + Duck.reason(e), e);
    }
  }

  private static Set<String> names(DuckDBConnection connection, List<Path> files) {
    try {
      return ask(connection, files);
    } catch (SQLException e) {
      LOG.debug("{} may hold a damaged file: {}", files.getFirst().getParent(), Duck.reason(e));
      return eachByItself(connection, files);
    }
  }

  private static Set<String> eachByItself(DuckDBConnection connection, List<Path> files) {
    Set<String> names = new HashSet<>();
    for (Path file : files) {
      try {
        names.addAll(ask(connection, List.of(file)));
      } catch (SQLException e) {
        LOG.warn("{} cannot be read and counts as missing: {}", file, Duck.reason(e));
      }
    }
    return names;
  }

  private static Set<String> ask(DuckDBConnection connection, List<Path> files)
      throws SQLException {
    String list = Duck.parquet(files).replaceFirst("read_parquet", "parquet_kv_metadata");
    String sql =
        "SELECT file_name FROM "
            + list
            + " WHERE decode(key) = 'complete' AND decode(value) = 'true'";
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
