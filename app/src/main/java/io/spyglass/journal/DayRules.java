package io.spyglass.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spyglass.flow.FlowRules;
import io.spyglass.model.Underlying;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// By which rules a captured day is watched.
///
/// They are kept beside its journal, `live.json` beside `live.journal`, and written before its
/// first event; so a restart and a replay make of the events what the session made of them live,
/// whatever the settings say by then. Immutable.
///
/// @param date the trading day
/// @param source the vendor's address
/// @param delayNanos how late the plan delivers, 0 or more whole milliseconds
/// @param conditions where the rules about prints come from, in words
/// @param underlyings what is watched, the one shown first ahead
public record DayRules(
    LocalDate date, String source, long delayNanos, String conditions, List<Watched> underlyings) {

  /// How one underlying is watched.
  ///
  /// @param rules with times of whole milliseconds
  /// @param previousClose where it closed on the trading day before, `NaN` for unknown
  public record Watched(Underlying underlying, FlowRules rules, double previousClose) {
    public Watched {
      requireMillis(rules.recentreNanos());
      requireMillis(rules.quoteMaxAgeNanos());
      requireMillis(rules.minuteQuoteMaxAgeNanos());
    }
  }

  public DayRules {
    requireMillis(delayNanos);
    if (underlyings.isEmpty()) {
      throw new IllegalArgumentException("a day without an underlying has no rules");
    }
    underlyings = List.copyOf(underlyings);
  }

  private static void requireMillis(long nanos) {
    if (nanos < 0 || nanos % DayRulesJson.MILLI_NANOS != 0) {
      throw new IllegalArgumentException(nanos + " ns is no whole number of milliseconds");
    }
  }

  /// Where the rules of the journal in `file` lie.
  static Path beside(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.replaceFirst("\\.journal$", "") + ".json");
  }

  /// The rules beside the journal in `file`, empty where there are none.
  ///
  /// @throws CorruptFile for rules that cannot be read, or of another day
  /// @throws Outage for a disk that fails
  public static Optional<DayRules> read(Path file, LocalDate day) {
    Path path = beside(file);
    try {
      DayRules rules = DayRulesJson.parse(Files.readString(path));
      if (!rules.date.equals(day)) {
        throw new IllegalArgumentException("it is of " + rules.date + ", not of " + day);
      }
      return Optional.of(rules);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new CorruptFile(
          path
              + " does not say by which rules the journal beside it was captured: "
              + e.getMessage()
              + "; restore it from a copy, or move both away",
          e);
    } catch (IOException e) {
      throw new Outage("cannot read " + path + ": " + Durable.reason(e) + "; check the disk", e);
    }
  }

  /// Puts the rules beside the journal in `file`, in place of any that are there; on return they
  /// survive a crash of the machine.
  ///
  /// @throws Outage where they cannot be written
  public void write(Path file) {
    Path path = beside(file);
    try {
      Files.createDirectories(Durable.folderOf(path));
      Durable.replace(path, DayRulesJson.print(this).getBytes(UTF_8));
    } catch (IOException e) {
      throw new Outage(
          "cannot write "
              + path
              + ": "
              + Durable.reason(e)
              + "; free the disk, or make the folder writable for this user",
          e);
    }
  }

  /// How each underlying is watched, the one shown first ahead.
  public Map<Underlying, FlowRules> rules() {
    Map<Underlying, FlowRules> rules = new LinkedHashMap<>();
    underlyings.forEach(each -> rules.put(each.underlying, each.rules));
    return rules;
  }

  /// Where each underlying closed on the trading day before, as far as that is known.
  public Map<Underlying, Double> previousCloses() {
    Map<Underlying, Double> closes = new HashMap<>();
    for (Watched each : underlyings) {
      if (!Double.isNaN(each.previousClose)) {
        closes.put(each.underlying, each.previousClose);
      }
    }
    return closes;
  }
}
