package io.spyglass.monitor;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.journal.DayRules;
import io.spyglass.journal.Journal;
import io.spyglass.journal.JournalFeed;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Feed;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A trading day that is captured live, or was: a journal and, beside it, the rules by which the
/// day is watched. They are binding for the day: live, after a restart, and in every replay.
///
/// Immutable.
///
/// @param rules how the day is watched
/// @param file where its journal lies, or will
public record CapturedDay(DayRules rules, TradingCalendar calendar, Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(CapturedDay.class);
  private static final String NAME = "live";

  /// The reason of the hole at the end of a day that nobody recorded to its end.
  static final String UNENDED = "nothing was recorded any more that day";

  /// How often a journal is read anew where its writer got in the way.
  private static final int ATTEMPTS = 3;

  /// Where the journal of a day that is captured lies.
  public static Path file(Path dataFolder, LocalDate date) {
    return Journal.file(dataFolder, date, NAME);
  }

  /// The day as it was captured so far; empty where nothing was.
  ///
  /// @throws io.spyglass.session.CorruptFile for rules that cannot be read
  /// @throws Outage for a disk that fails
  public static Optional<CapturedDay> find(
      Path dataFolder, LocalDate date, TradingCalendar calendar) {
    Path file = file(dataFolder, date);
    return Files.exists(file)
        ? DayRules.read(file, date).map(rules -> new CapturedDay(rules, calendar, file))
        : Optional.empty();
  }

  /// The days that were captured, the oldest first. One whose rules cannot be read is left out with
  /// a warning.
  ///
  /// @throws Outage for a disk that fails
  public static List<CapturedDay> all(Path dataFolder, TradingCalendar calendar) {
    List<CapturedDay> all = new ArrayList<>();
    for (LocalDate date : Journal.days(dataFolder)) {
      try {
        find(dataFolder, date, calendar).ifPresent(all::add);
      } catch (CorruptFile e) {
        LOG.warn("{} is left out of the captured days: {}", date, e.getMessage());
      }
    }
    return all;
  }

  /// The trading day.
  public LocalDate date() {
    return rules.date();
  }

  /// The day as it can be played: what its journal has when the feed is opened, by its rules.
  public Day day() {
    return new Day(date(), calendar, rules.rules(), rules.previousCloses(), this::feed);
  }

  private Feed feed() {
    return JournalFeed.openGrowing(file);
  }

  /// Opens the journal to go on with it. The rules lie beside it before its first event.
  Journal open() {
    if (!DayRules.read(file, date()).equals(Optional.of(rules))) {
      rules.write(file);
    }
    return Journal.open(file, date());
  }

  /// Tells in the journal of a day that is over what is missing at its end, where whoever recorded
  /// it ended before it: a hole that stays open. Nothing is told while the day may go on.
  ///
  /// @param nowNanos what time it is at the market
  /// @throws io.spyglass.session.CorruptFile where the journal is damaged
  /// @throws Outage where it cannot be read or written
  void seal(long nowNanos) {
    long end = new Shifts(calendar, rules.rules().keySet()).closeNanos(date());
    if (nowNanos - rules.delayNanos() < end || read(CapturedDay::latestNanos) >= end) {
      return;
    }
    try (Journal journal = open()) {
      long from = Math.min(journal.wholeNanos(), end);
      if (from != MarketEvent.ABSENT) {
        journal.append(List.of(new Hole(end, end, from, end, UNENDED, false)));
      }
    }
  }

  private static long latestNanos(Feed feed) {
    long latest = Long.MIN_VALUE;
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      latest = Math.max(latest, event.epochNanos());
    }
    return latest;
  }

  /// How long its journal is.
  ///
  /// @throws Outage where it cannot be read
  long bytes() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new Outage("cannot read " + file + ": " + e + "; check the disk", e);
    }
  }

  /// Takes down, beside the journal in a file, that the caches have the first `bytes` of it.
  ///
  /// @throws Outage where that cannot be written
  static void noteCached(Path file, long bytes) {
    try {
      Files.writeString(cachedNote(file), bytes + "\n");
    } catch (IOException e) {
      throw new Outage(
          "cannot write " + cachedNote(file) + ": " + e + "; make its folder writable", e);
    }
  }

  /// Whether it was taken down that the caches have all of the journal in a file.
  static boolean isCached(Path file) {
    try {
      return Files.readString(cachedNote(file)).equals(Files.size(file) + "\n");
    } catch (IOException _) {
      return false; // Then it is written once more, which changes nothing.
    }
  }

  private static Path cachedNote(Path file) {
    return file.resolveSibling(NAME + ".cached");
  }

  /// What `reader` makes of the journal as far as it has come. It is asked anew where the writer
  /// has just cut off a block that failed.
  ///
  /// @throws Outage where the journal is not there or cannot be read
  <T> T read(Function<Feed, T> reader) {
    for (int attempt = 1; ; attempt++) {
      try (Feed feed = feed()) {
        return reader.apply(feed);
      } catch (Outage e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
