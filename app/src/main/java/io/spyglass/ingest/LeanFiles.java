package io.spyglass.ingest;

import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import io.spyglass.vendor.lean.DataZones;
import io.spyglass.vendor.lean.SecurityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the zips of LEAN `Data` folders and sorts out what is not imported. Owned by one thread.
final class LeanFiles {
  private final SortedMap<String, List<Zip>> byDate = new TreeMap<>();
  private final SortedMap<String, Long> notImported = new TreeMap<>();
  private final Map<Path, DataZones> zones = new HashMap<>();

  /// A zip to read.
  ///
  /// @param path where it lies
  /// @param type what its path tells of the kind of security, null for nothing
  /// @param zones the time zones of the folder it lies in
  record Zip(Path path, @Nullable SecurityType type, DataZones zones) {}

  /// Takes in a file, or a folder with all that is in it.
  void add(Path path) {
    Path root = path.toAbsolutePath().normalize();
    try (Stream<Path> files = Files.walk(root)) {
      files.filter(Files::isRegularFile).sorted().forEach(file -> add(file, root));
    } catch (IOException e) {
      throw new Outage(path + " cannot be read (" + e + "); check its permissions", e);
    }
  }

  private void add(Path file, Path root) {
    String name = String.valueOf(file.getFileName());
    LeanPlace place = LeanPlace.of(file, root);
    if (!name.endsWith(".zip") || !place.isImported()) {
      notImported.merge(place.label(), 1L, Long::sum);
      return;
    }
    String date = name.matches("\\d{8}_.*") ? name.substring(0, 8) : "";
    byDate
        .computeIfAbsent(date, _ -> new ArrayList<>())
        .add(new Zip(file, place.type(), zones(place.data())));
  }

  /// The zips by the date in their names, `yyyymmdd`; under the empty text where there is none.
  SortedMap<String, List<Zip>> byDate() {
    return byDate;
  }

  /// How many files of each folder are not imported.
  Map<String, Long> notImported() {
    return notImported;
  }

  /// How many zips there are.
  int count() {
    return byDate.values().stream().mapToInt(List::size).sum();
  }

  private DataZones zones(@Nullable Path data) {
    return data == null ? DataZones.USUAL : zones.computeIfAbsent(data, LeanFiles::readZones);
  }

  private static DataZones readZones(Path data) {
    Path database = data.resolve("market-hours").resolve("market-hours-database.json");
    if (!Files.exists(database)) {
      return DataZones.USUAL;
    }
    try {
      return DataZones.parse(Files.readAllBytes(database));
    } catch (IOException e) {
      throw new Outage(database + " cannot be read (" + e + "); check its permissions", e);
    } catch (IllegalArgumentException e) {
      throw new CorruptFile(
          database + " is damaged (" + e.getMessage() + "); restore it or move it away", e);
    }
  }
}
