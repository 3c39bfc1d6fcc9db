package io.spyglass.lake;

import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/// The folders `historical/trades` and `historical/quotes`.
final class TradeCache {
  private static final List<String> KINDS = List.of("trades", "quotes");

  private TradeCache() {}

  /// What is there, a day at a time, oldest first.
  static List<CacheDay> days(Lake lake) {
    SortedSet<LocalDate> dates = new TreeSet<>();
    for (String kind : KINDS) {
      list(lake.root().resolve("historical").resolve(kind)).forEach(day -> addDate(day, dates));
    }
    return dates.stream().map(date -> day(lake, date)).toList();
  }

  /// How many rows of a kind, `trades` or `quotes`, are cached of a day.
  static long rows(Lake lake, String kind, LocalDate date) {
    List<Path> files = files(lake.historical(kind, date));
    if (files.isEmpty()) {
      return 0;
    }
    try (DuckDBConnection connection = lake.duck().connect()) {
      return rows(connection, files);
    } catch (SQLException e) {
      throw new Outage("the lake's engine failed: " + Duck.reason(e), e);
    }
  }

  /// Deletes both folders of each day.
  static void clear(Lake lake, List<CacheDay> days) {
    if (days.isEmpty()) {
      return;
    }
    try (WriteLock _ = WriteLock.take(lake.root())) {
      for (CacheDay day : days) {
        for (String kind : KINDS) {
          delete(lake.historical(kind, day.date()));
        }
      }
    } catch (IOException e) {
      throw notCleared(lake.root().resolve("historical"), e);
    }
  }

  /// The Parquet files of a day's folder, in the order of their names.
  static List<Path> files(Path day) {
    return list(day).stream()
        .filter(file -> file.toString().endsWith(".parquet") && !isHidden(file))
        .toList();
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }

  private static void addDate(Path day, SortedSet<LocalDate> dates) {
    String name = String.valueOf(day.getFileName());
    try {
      dates.add(LocalDate.parse(name));
    } catch (DateTimeException _) {
      // Another tool's folder, which is none of a day and is left alone.
      return;
    }
  }

  private static CacheDay day(Lake lake, LocalDate date) {
    List<Path> trades = files(lake.historical("trades", date));
    List<Path> quotes = files(lake.historical("quotes", date));
    Set<Path> contracts = new HashSet<>();
    trades.forEach(file -> contracts.add(file.getFileName()));
    quotes.forEach(file -> contracts.add(file.getFileName()));
    return new CacheDay(
        date, contracts.size(), trades.size(), quotes.size(), bytes(trades) + bytes(quotes));
  }

  private static long rows(DuckDBConnection connection, List<Path> files) {
    try {
      return sumRows(connection, files);
    } catch (SQLException e) {
      throw culprit(connection, files, e);
    }
  }

  private static long sumRows(DuckDBConnection connection, List<Path> files) throws SQLException {
    String list = Duck.parquet(files).replaceFirst("read_parquet", "parquet_file_metadata");
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT sum(num_rows) FROM " + list)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static CorruptFile culprit(
      DuckDBConnection connection, List<Path> files, SQLException failure) {
    for (Path file : files) {
      try {
        sumRows(connection, List.of(file));
      } catch (SQLException e) {
        throw Duck.unreadable(file, e);
      }
    }
    return new CorruptFile("the trade cache cannot be read: " + Duck.reason(failure), failure);
  }

  private static long bytes(List<Path> files) {
    long bytes = 0;
    for (Path file : files) {
      try {
        bytes += Files.size(file);
      } catch (IOException e) {
        throw new Outage(file + " cannot be read (" + e + "); check the disk", e);
      }
    }
    return bytes;
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new Outage(folder + " cannot be read (" + e + "); check its permissions", e);
    }
  }

  private static void delete(Path folder) {
    try {
      for (Path file : list(folder)) {
        Files.delete(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw notCleared(folder, e);
    }
  }

  private static Outage notCleared(Path folder, IOException failure) {
    return new Outage(
        folder + " was not cleared (" + failure + "); give this user access and run it again",
        failure);
  }
}
