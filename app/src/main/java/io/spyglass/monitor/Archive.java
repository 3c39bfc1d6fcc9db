package io.spyglass.monitor;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.journal.DayRules;
import io.spyglass.journal.Journal;
import io.spyglass.session.CorruptFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The captured days of a data folder. What cannot be gone on with is moved out of the way: never
/// mixed with anything, never deleted. Owned by the monitor's thread.
final class Archive {
  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

  private final Path folder;
  private final TradingCalendar calendar;

  /// @param folder the data folder
  Archive(Path folder, TradingCalendar calendar) {
    this.folder = folder;
    this.calendar = calendar;
  }

  /// The day as it was captured so far, empty where nothing was. Rules that are damaged are moved
  /// out of the way, their journal with them.
  ///
  /// @throws io.spyglass.session.Outage for a disk that fails
  Optional<CapturedDay> find(LocalDate date) {
    try {
      return CapturedDay.find(folder, date, calendar);
    } catch (CorruptFile e) {
      setAside(date, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /// The same where it was captured from a vendor's address; what came from another is moved out of
  /// the way.
  Optional<CapturedDay> find(LocalDate date, String source) {
    Optional<CapturedDay> found = find(date);
    if (found.isPresent() && !found.get().rules().source().equals(source)) {
      setAside(date, "it came from " + found.get().rules().source() + ", not from " + source);
      return Optional.empty();
    }
    return found;
  }

  /// The days before a date that were captured and are not in the caches to their end, the latest
  /// first.
  ///
  /// @throws io.spyglass.session.Outage for a disk that fails
  List<CapturedDay> uncached(LocalDate before) {
    return CapturedDay.all(folder, calendar).reversed().stream()
        .filter(day -> day.date().isBefore(before) && !CapturedDay.isCached(day.file()))
        .toList();
  }

  /// A day of which nothing is captured yet.
  CapturedDay begin(DayRules rules) {
    return new CapturedDay(rules, calendar, CapturedDay.file(folder, rules.date()));
  }

  /// Moves what was captured of a day out of the way.
  ///
  /// @throws io.spyglass.session.Outage where the folder cannot be written
  void setAside(LocalDate date, String why) {
    Path aside = Journal.setAside(CapturedDay.file(folder, date));
    LOG.warn(
        "What was captured of {} is moved to {} and the day begins anew: {}", date, aside, why);
  }
}
