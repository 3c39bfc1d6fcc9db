package io.spyglass.config;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times of day at which something runs on every session day, New York time.
///
/// It is spelled as times (`09:30,16:00`) or as a cron line (`30 9-16 * * 1-5`) whose day fields
/// are stars or the working week: the calendar decides which days are sessions.
///
/// @param times ascending, without repetition
public record Schedule(List<LocalTime> times) {
  static final String EXPECTED = "times such as 09:30,16:00 or a cron line such as 30 9-16 * * 1-5";

  private static final Pattern FIELD =
      Pattern.compile("(?:\\*|(\\d{1,2})(?:-(\\d{1,2}))?)(?:/(\\d{1,2}))?");

  public Schedule {
    times = List.copyOf(new TreeSet<>(times));
    if (times.isEmpty()) {
      throw new IllegalArgumentException("a schedule has at least one time");
    }
  }

  /// Reads either spelling.
  ///
  /// @throws IllegalArgumentException if the text is neither
  public static Schedule parse(String text) {
    String[] fields = text.strip().split("\\s+", -1);
    if (fields.length == 5) {
      return cron(fields);
    }
    try {
      return new Schedule(
          Arrays.stream(text.split(",", -1)).map(time -> LocalTime.parse(time.strip())).toList());
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  private static Schedule cron(String[] fields) {
    boolean everySession =
        fields[2].equals("*")
            && fields[3].equals("*")
            && List.of("*", "1-5", "MON-FRI").contains(fields[4]);
    if (!everySession) {
      throw new IllegalArgumentException("the day fields of a cron line are * * 1-5");
    }
    List<LocalTime> times = new ArrayList<>();
    for (int hour : values(fields[1], 23)) {
      for (int minute : values(fields[0], 59)) {
        times.add(LocalTime.of(hour, minute));
      }
    }
    return new Schedule(times);
  }

  private static List<Integer> values(String field, int most) {
    List<Integer> values = new ArrayList<>();
    for (String part : field.split(",", -1)) {
      Matcher matcher = FIELD.matcher(part);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(part);
      }
      int step = number(matcher.group(3), 1);
      int from = number(matcher.group(1), 0);
      int alone = matcher.group(1) == null || matcher.group(3) != null ? most : from;
      int to = number(matcher.group(2), alone);
      if (to > most || from > to || step == 0) {
        throw new IllegalArgumentException(part);
      }
      for (int value = from; value <= to; value += step) {
        values.add(value);
      }
    }
    return values;
  }

  private static int number(@Nullable String digits, int absent) {
    return digits == null ? absent : Integer.parseInt(digits);
  }

  @Override
  public String toString() {
    return String.join(",", times.stream().map(LocalTime::toString).toList());
  }
}
