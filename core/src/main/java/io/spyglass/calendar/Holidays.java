package io.spyglass.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/// The rules of the New York Stock Exchange since 2000: which dates it stays closed, and which end
/// at 13:00. What no rule foresees is in [Overrides].
///
/// Source: NYSE rules 7.2 (formerly 51) and 7.1, holidays and early closings as published yearly.
final class Holidays {
  private static final int FIRST_JUNETEENTH = 2022;
  private static final int FIRST_SHORT_WEDNESDAY_BEFORE_INDEPENDENCE_DAY = 2013;

  private Holidays() {}

  /// The schedule of a date by rule alone.
  static Schedule schedule(LocalDate date) {
    if (isWeekend(date) || isHoliday(date)) {
      return Schedule.CLOSED;
    }
    return isShort(date) ? Schedule.SHORT_DAY : Schedule.FULL_DAY;
  }

  static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == SATURDAY || date.getDayOfWeek() == SUNDAY;
  }

  private static boolean isHoliday(LocalDate date) {
    int day = date.getDayOfMonth();
    return switch (date.getMonth()) {
      case JANUARY -> isNewYearsDay(date) || isNth(date, 3, MONDAY);
      case FEBRUARY -> isNth(date, 3, MONDAY);
      case MARCH, APRIL -> date.getDayOfWeek() == FRIDAY && date.equals(goodFriday(date.getYear()));
      case MAY -> date.getDayOfWeek() == MONDAY && day > 31 - 7;
      case JUNE -> date.getYear() >= FIRST_JUNETEENTH && isObserved(date, date.withDayOfMonth(19));
      case JULY -> isObserved(date, date.withDayOfMonth(4));
      case SEPTEMBER -> isNth(date, 1, MONDAY);
      case NOVEMBER -> isNth(date, 4, THURSDAY);
      case DECEMBER -> isObserved(date, date.withDayOfMonth(25));
      case AUGUST, OCTOBER -> false;
    };
  }

  /// A New Year's Day on a Saturday is not observed: the year's books close on that Friday.
  private static boolean isNewYearsDay(LocalDate date) {
    int day = date.getDayOfMonth();
    return day == 1 || (day == 2 && date.getDayOfWeek() == MONDAY);
  }

  private static boolean isShort(LocalDate date) {
    boolean monToThu = date.getDayOfWeek().compareTo(THURSDAY) <= 0;
    int day = date.getDayOfMonth();
    return switch (date.getMonth()) {
      case JULY -> day == 3 && monToThu && !isFullWednesdayBeforeIndependenceDay(date);
      case NOVEMBER -> isNth(date.minusDays(1), 4, THURSDAY);
      case DECEMBER -> day == 24 && monToThu;
      default -> false;
    };
  }

  private static boolean isFullWednesdayBeforeIndependenceDay(LocalDate date) {
    return date.getDayOfWeek() == WEDNESDAY
        && date.getYear() < FIRST_SHORT_WEDNESDAY_BEFORE_INDEPENDENCE_DAY;
  }

  /// Whether `date` is the weekday on which `holiday` is kept: Friday for a Saturday, Monday for a
  /// Sunday.
  private static boolean isObserved(LocalDate date, LocalDate holiday) {
    return switch (holiday.getDayOfWeek()) {
      case SATURDAY -> date.equals(holiday.minusDays(1));
      case SUNDAY -> date.equals(holiday.plusDays(1));
      default -> date.equals(holiday);
    };
  }

  private static boolean isNth(LocalDate date, int nth, DayOfWeek weekday) {
    return date.getDayOfWeek() == weekday && (date.getDayOfMonth() - 1) / 7 == nth - 1;
  }

  private static LocalDate goodFriday(int year) {
    return easter(year).minusDays(2);
  }

  /// Easter Sunday of the Gregorian calendar.
  ///
  /// Source: the anonymous Gregorian algorithm; J. Meeus, Astronomical Algorithms, 2nd ed., ch. 8.
  static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int inCentury = year % 100;
    int moonCorrection = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
    int late = (golden + 11 * epact + 22 * weekday) / 451;
    int days = epact + weekday - 7 * late + 114;
    return LocalDate.of(year, Month.of(days / 31), days % 31 + 1);
  }
}
