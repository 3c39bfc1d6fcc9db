package io.spyglass.vendor.polygon.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// What a bar is as long as; a week begins on Sunday.
enum Timespan {
  SECOND(1),
  MINUTE(60),
  HOUR(3600),
  DAY(0),
  WEEK(0),
  MONTH(0),
  QUARTER(0),
  YEAR(0);

  private final int seconds;

  Timespan(int seconds) {
    this.seconds = seconds;
  }

  /// @throws Refused for what is none
  static Timespan of(String word) {
    for (Timespan each : values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return each;
      }
    }
    throw Refused.bad("Could not parse the parameter 'timespan'");
  }

  /// Whether it is shorter than a day.
  boolean isWithinDays() {
    return seconds > 0;
  }

  int seconds() {
    return seconds;
  }

  /// The span that a date lies in, by its first date.
  LocalDate start(LocalDate date) {
    return switch (this) {
      case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
      case MONTH -> date.withDayOfMonth(1);
      case QUARTER -> LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case YEAR -> date.withDayOfYear(1);
      default -> date;
    };
  }

  /// How many spans lie between the first dates of two.
  long between(LocalDate from, LocalDate to) {
    return switch (this) {
      case WEEK -> ChronoUnit.WEEKS.between(from, to);
      case MONTH -> ChronoUnit.MONTHS.between(from, to);
      case QUARTER -> ChronoUnit.MONTHS.between(from, to) / 3;
      case YEAR -> ChronoUnit.YEARS.between(from, to);
      default -> ChronoUnit.DAYS.between(from, to);
    };
  }

  LocalDate plus(LocalDate from, long spans) {
    return switch (this) {
      case WEEK -> from.plusWeeks(spans);
      case MONTH -> from.plusMonths(spans);
      case QUARTER -> from.plusMonths(3 * spans);
      case YEAR -> from.plusYears(spans);
      default -> from.plusDays(spans);
    };
  }
}
