package io.spyglass.monitor;

import io.spyglass.config.RetentionSettings;
import io.spyglass.journal.Journal;
import io.spyglass.lake.CacheDay;
import io.spyglass.lake.Lake;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bounds what journals and caches take of the disk, and says what it deletes before it does.
///
/// - Journals older than the settings keep them go; then, while there is more than the settings
///   allow, the oldest journals whose day is in the cache, then the oldest days of the cache. Today
///   and the last day before it that was captured stay.
/// - What is to go is announced, each once: in the log, and in a file beside the journals. It is
///   deleted an hour later at the soonest, and only if it is still to go then.
///
/// Owned by one thread. Dates are trading days, sizes bytes of the disk.
public final class Retention {
  /// How long something is announced before it is deleted.
  static final Duration NOTICE = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final long GIGABYTE = 1_000_000_000L;
  private static final double MEGABYTE = 1e6;
  private static final String JOURNAL = "journal";
  private static final String CACHE = "historical";
  private static final String UNCACHED = ", and nothing else has it: the caches do not";

  private final Path data;
  private final Lake lake;
  private final RetentionSettings settings;
  private final Announcements announcements;

  /// A day that is going to be deleted.
  ///
  /// @param kind `journal` or `historical`, the folder it lies in
  /// @param why in plain words
  public record Doomed(String kind, LocalDate date, long bytes, String why) {
    /// The day's name below the data folder: `journal/2026-10-20`.
    public String path() {
      return kind + "/" + date;
    }

    /// What and why: `journal/2026-10-20, 120 MB: older than 30 days`.
    @Override
    public String toString() {
      return "%s, %.0f MB: %s".formatted(path(), bytes / MEGABYTE, why);
    }
  }

  /// @param data the folder of the journals
  public Retention(Path data, Lake lake, RetentionSettings settings) {
    this.data = data;
    this.lake = lake;
    this.settings = settings;
    this.announcements = new Announcements(data.resolve(JOURNAL).resolve("retention.json"));
  }

  /// What is to go, the oldest first; nothing is announced or deleted by that.
  ///
  /// @throws Outage for a disk that fails
  public List<Doomed> plan(LocalDate today) {
    Map<LocalDate, Long> journals = journals();
    Map<LocalDate, Long> caches = caches();
    Set<LocalDate> kept = kept(journals.keySet(), today);
    long bytes = sum(journals) + sum(caches);
    List<Doomed> doomed = new ArrayList<>();
    LocalDate first =
        settings.journalDays() == 0 ? LocalDate.MIN : today.minusDays(settings.journalDays());
    String old = "older than " + settings.journalDays() + " days";
    for (Map.Entry<LocalDate, Long> each : journals.entrySet()) {
      if (each.getKey().isBefore(first) && !kept.contains(each.getKey())) {
        String why = isCached(each.getKey(), caches) ? old : old + UNCACHED;
        doomed.add(new Doomed(JOURNAL, each.getKey(), each.getValue(), why));
        bytes -= each.getValue();
      }
    }
    doomed.forEach(each -> journals.remove(each.date()));
    journals.keySet().removeIf(date -> !isCached(date, caches));
    bytes -= crowded(JOURNAL, journals, kept, bytes, doomed);
    crowded(CACHE, caches, kept, bytes, doomed);
    return doomed;
  }

  /// Whether the caches have a day as far as its journal goes.
  private boolean isCached(LocalDate date, Map<LocalDate, Long> caches) {
    return caches.containsKey(date) && CapturedDay.isCached(CapturedDay.file(data, date));
  }

  /// Today, the days behind it, and the last one before it.
  private static Set<LocalDate> kept(Set<LocalDate> journals, LocalDate today) {
    Set<LocalDate> kept = new HashSet<>();
    journals.stream().filter(date -> !date.isBefore(today)).forEach(kept::add);
    kept.add(today);
    journals.stream()
        .filter(date -> date.isBefore(today))
        .max(Comparator.naturalOrder())
        .ifPresent(kept::add);
    return kept;
  }

  /// Dooms the oldest days while there is more than is allowed; gives how much that makes.
  private long crowded(
      String kind,
      Map<LocalDate, Long> days,
      Set<LocalDate> kept,
      long bytes,
      List<Doomed> doomed) {
    long most =
        settings.mostGigabytes() == 0 ? Long.MAX_VALUE : settings.mostGigabytes() * GIGABYTE;
    String why = "journals and caches take more than " + settings.mostGigabytes() + " GB";
    long freed = 0;
    for (Map.Entry<LocalDate, Long> each : days.entrySet()) {
      if (bytes - freed > most && !kept.contains(each.getKey())) {
        doomed.add(new Doomed(kind, each.getKey(), each.getValue(), why));
        freed += each.getValue();
      }
    }
    return freed;
  }

  private static long sum(Map<LocalDate, Long> days) {
    return days.values().stream().mapToLong(each -> each).sum();
  }

  private Map<LocalDate, Long> journals() {
    Map<LocalDate, Long> days = new TreeMap<>();
    for (LocalDate date : Journal.days(data)) {
      days.put(date, bytes(folder(date)));
    }
    return days;
  }

  private Path folder(LocalDate date) {
    return data.resolve(JOURNAL).resolve(date.toString());
  }

  private static long bytes(Path folder) {
    long bytes = 0;
    for (Path file : files(folder)) {
      bytes += file.toFile().length();
    }
    return bytes;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new Outage("cannot list " + folder + ": " + e + "; check the disk", e);
    }
  }

  private Map<LocalDate, Long> caches() {
    return lake.cache().stream()
        .collect(Collectors.toMap(CacheDay::date, CacheDay::bytes, (one, _) -> one, TreeMap::new));
  }

  /// Announces what is to go and was not announced before; gives all that is.
  ///
  /// @throws Outage for a disk that fails
  List<Doomed> announce(LocalDate today, Instant now) {
    List<Doomed> doomed = plan(today);
    Map<String, Instant> known = announcements.read();
    Map<String, Instant> announced = new TreeMap<>();
    for (Doomed each : doomed) {
      announced.put(each.path(), known.getOrDefault(each.path(), now));
      if (!known.containsKey(each.path())) {
        LOG.warn("Going to be deleted, in an hour at the soonest: {}", each);
      }
    }
    if (!announced.equals(known)) {
      announcements.write(announced);
    }
    return doomed;
  }

  /// Deletes what is to go and was announced in time; gives what was deleted.
  ///
  /// @throws Outage where something cannot be deleted; what was deleted before stays so
  List<Doomed> carryOut(LocalDate today, Instant now) {
    Map<String, Instant> announced = announcements.read();
    List<Doomed> deleted = new ArrayList<>();
    for (Doomed each : plan(today)) {
      Instant at = announced.get(each.path());
      if (at != null && !at.plus(NOTICE).isAfter(now)) {
        delete(each);
        deleted.add(each);
        LOG.warn("Deleted: {}", each);
      }
    }
    return deleted;
  }

  private void delete(Doomed doomed) {
    if (doomed.kind().equals(CACHE)) {
      lake.clear(lake.cache().stream().filter(day -> day.date().equals(doomed.date())).toList());
      return;
    }
    Path folder = folder(doomed.date());
    try {
      for (Path file : files(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new Outage(
          folder + " was not deleted (" + e + "); give this user access to it, or delete it", e);
    }
  }
}
