package io.spyglass.lake;

import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The days whose options a lake can play: those with cached trades, and those with bars of
/// options.
///
/// Files are opened once and again when their folder or file has changed. Thread-safe.
final class StoredDays {
  private static final Logger LOG = LoggerFactory.getLogger(StoredDays.class);
  private static final String SUFFIX = ".parquet";
  private static final String ROOT = "^O:([A-Z0-9]+)[0-9]{6}[CP][0-9]{8}$";

  private final Lake lake;
  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  /// What was found in a place when it had last been changed at a time.
  private record Known(FileTime changed, @Nullable StoredDay day) {}

  StoredDays(Lake lake) {
    this.lake = lake;
  }

  /// All of them, the oldest first.
  List<StoredDay> all() {
    Map<LocalDate, Path> places = new TreeMap<>();
    list(lake.root().resolve("raw/options")).forEach(file -> note(file, SUFFIX, places));
    list(lake.root().resolve("historical/trades")).forEach(folder -> note(folder, "", places));
    List<StoredDay> days = new ArrayList<>();
    places.forEach((date, place) -> {
      StoredDay day = day(date, place);
      if (day != null) {
        days.add(day);
      }
    });
    known.keySet().retainAll(places.values());
    return days;
  }

  private static void note(Path place, String suffix, Map<LocalDate, Path> places) {
    String name = String.valueOf(place.getFileName());
    if (!name.endsWith(suffix)) {
      return;
    }
    try {
      places.put(LocalDate.parse(name.substring(0, name.length() - suffix.length())), place);
    } catch (DateTimeException _) {
      return; // Another tool's, which is none of a day.
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw new Outage("cannot read " + folder + ": " + e.getMessage() + "; check the disk", e);
    }
  }

  private @Nullable StoredDay day(LocalDate date, Path place) {
    try {
      FileTime changed = Files.getLastModifiedTime(place);
      Known before = known.get(place);
      if (before == null || !before.changed().equals(changed)) {
        before = new Known(changed, look(date, place));
        known.put(place, before);
      }
      return before.day();
    } catch (NoSuchFileException _) {
      return null; // Deleted since it was listed.
    } catch (IOException e) {
      throw new Outage("cannot read " + place + ": " + e.getMessage() + "; check the disk", e);
    }
  }

  private @Nullable StoredDay look(LocalDate date, Path place) {
    boolean isFolder = Files.isDirectory(place);
    List<Path> files = isFolder ? TradeCache.files(place) : List.of(place);
    if (files.isEmpty()) {
      return null;
    }
    try (DuckDBConnection connection = lake.duck().connect()) {
      Set<String> underlyings = isFolder ? named(files) : roots(connection, place);
      boolean isComplete = isComplete(connection, files);
      return underlyings.isEmpty() ? null : stored(date, underlyings, isComplete);
    } catch (SQLException e) {
      LOG.warn("{} is left out of the recorded days: {}", place, Duck.reason(e));
      return null;
    }
  }

  private static StoredDay stored(LocalDate date, Set<String> underlyings, boolean isComplete) {
    return new StoredDay(date, underlyings.stream().map(Underlying::new).toList(), isComplete);
  }

  /// The underlyings of the options that files are named for.
  private static Set<String> named(List<Path> files) {
    return files.stream()
        .map(file -> String.valueOf(file.getFileName()).replace(SUFFIX, "").replace('_', ':'))
        .map(StoredDays::underlying)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static @Nullable String underlying(String ticker) {
    try {
      return Instrument.parse(ticker) instanceof OptionContract option
          ? option.underlying().symbol()
          : null;
    } catch (IllegalArgumentException _) {
      return null; // Another tool's file.
    }
  }

  private static Set<String> roots(DuckDBConnection connection, Path file) throws SQLException {
    String sql =
        "SELECT DISTINCT regexp_extract(ticker, '"
            + ROOT
            + "', 1) FROM "
            + Duck.parquet(List.of(file));
    Set<String> underlyings = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        String root = rows.getString(1);
        if (root != null && !root.isEmpty()) {
          underlyings.add(Underlying.ofRoot(root).symbol());
        }
      }
    }
    return underlyings;
  }

  private static boolean isComplete(DuckDBConnection connection, List<Path> files)
      throws SQLException {
    String list = Duck.parquet(files).replaceFirst("read_parquet", "parquet_kv_metadata");
    String sql =
        "SELECT count(*) FROM "
            + list
            + " WHERE decode(key) = 'complete' AND decode(value) = 'true'";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() && rows.getLong(1) == files.size();
    }
  }
}
