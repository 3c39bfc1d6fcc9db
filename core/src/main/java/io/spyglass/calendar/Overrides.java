package io.spyglass.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates on which the exchange departs from its rules: mourning, weather, attacks, moments of
/// silence, faults. An entry outranks every rule, weekends too.
///
/// The text has one date a line, fields parted by commas; blank lines and what follows a `#` are
/// skipped. Times are New York's, within 09:30 to 16:00:
///
/// ```
/// # date,closed  or  date,open,close
/// 2012-10-29,closed
/// 2002-09-11,12:00,16:00
/// ```
public final class Overrides {
  private static final String FORM =
      "expected 'YYYY-MM-DD,closed' or 'YYYY-MM-DD,HH:MM,HH:MM', as in 2002-09-11,12:00,16:00";
  private static final String NEVER = "closed";

  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d");

  /// What happened since 2000.
  static final Overrides SHIPPED =
      parse(
          "the shipped calendar",
          """
          2001-09-11,closed        # attacks of September 11
          2001-09-12,closed
          2001-09-13,closed
          2001-09-14,closed
          2001-09-17,09:33,16:00   # moment of silence
          2001-10-08,09:31,16:00   # moment of silence
          2002-07-05,09:30,13:00   # day behind Independence Day
          2002-09-11,12:00,16:00   # memorial
          2003-03-20,09:32,16:00   # moment of silence
          2003-12-26,09:30,13:00   # day behind Christmas
          2004-06-07,09:32,16:00   # moment of silence
          2004-06-11,closed        # mourning, R. Reagan
          2005-06-01,09:30,15:56   # fault of the exchange's systems
          2006-12-27,09:32,16:00   # moment of silence
          2007-01-02,closed        # mourning, G. R. Ford
          2012-10-29,closed        # hurricane Sandy
          2012-10-30,closed
          2018-12-05,closed        # mourning, G. H. W. Bush
          2025-01-09,closed        # mourning, J. E. Carter
          """);

  private final SortedMap<LocalDate, Schedule> schedules;

  private Overrides(SortedMap<LocalDate, Schedule> schedules) {
    this.schedules = schedules;
  }

  /// The overrides that a text holds.
  ///
  /// @param source where the text is from, a file's name, for the message
  /// @throws IllegalArgumentException naming source, line, what is wrong and the expected form
  public static Overrides parse(String source, String text) {
    SortedMap<LocalDate, Schedule> schedules = new TreeMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String entry = line.replaceFirst("#.*", "").strip();
      if (entry.isEmpty()) {
        continue;
      }
      try {
        add(schedules, COMMA.split(entry, -1));
      } catch (DateTimeException | IllegalArgumentException e) {
        throw new IllegalArgumentException(
            source + ":" + number + ": '" + entry + "': " + e.getMessage() + "; " + FORM, e);
      }
    }
    return new Overrides(schedules);
  }

  private static void add(SortedMap<LocalDate, Schedule> schedules, String[] fields) {
    LocalDate date = LocalDate.parse(fields[0].strip());
    if (schedules.put(date, schedule(fields)) != null) {
      throw new IllegalArgumentException("the date stands on an earlier line too");
    }
  }

  private static Schedule schedule(String[] fields) {
    if (fields.length == 2 && fields[1].strip().equals(NEVER)) {
      return Schedule.CLOSED;
    }
    if (fields.length != 3) {
      throw new IllegalArgumentException("it has " + fields.length + " fields");
    }
    LocalTime open = time(fields[1].strip());
    LocalTime close = time(fields[2].strip());
    if (!open.isBefore(close)) {
      throw new IllegalArgumentException("it opens at " + open + " and closes at " + close);
    }
    return new Schedule(open, close);
  }

  private static LocalTime time(String text) {
    if (!TIME.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is no time of day");
    }
    return LocalTime.parse(text);
  }

  /// These overrides, and for dates that both name those of `later`.
  Overrides and(Overrides later) {
    SortedMap<LocalDate, Schedule> both = new TreeMap<>(schedules);
    both.putAll(later.schedules);
    return new Overrides(both);
  }

  @Nullable Schedule schedule(LocalDate date) {
    return schedules.get(date);
  }

  /// The text that [#parse] takes, in the order of the dates, without its remarks.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<LocalDate, Schedule> entry : schedules.entrySet()) {
      Schedule hours = entry.getValue();
      text.append(entry.getKey()).append(',');
      text.append(hours.isClosed() ? NEVER : hours.open() + "," + hours.close()).append('\n');
    }
    return text.toString();
  }
}
