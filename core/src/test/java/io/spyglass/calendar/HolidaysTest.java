package io.spyglass.calendar;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

  @Test
  void rulesAndShippedTableGiveTheClosuresThatJollydayGives() {
    HolidayManager oracle =
        HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NYSE));
    for (int year = FIRST.getYear(); year <= LAST.getYear(); year++) {
      SortedSet<LocalDate> expected =
          oracle.getHolidays(Year.of(year)).stream()
              .map(Holiday::getDate)
              .filter(HolidaysTest::isWeekday)
              .collect(toCollection(TreeSet::new));
      LocalDate first = LocalDate.of(year, 1, 1);
      assertThat(dates(first, LocalDate.of(year, 12, 31), HolidaysTest::isClosure))
          .as("closures of %d", year)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2000, 2000-04-23", "2008, 2008-03-23", "2011, 2011-04-24", "2019, 2019-04-21",
    "2024, 2024-03-31", "2025, 2025-04-20", "2038, 2038-04-25", "2049, 2049-04-18",
    "2076, 2076-04-19", "2099, 2099-04-12"
  })
  void easterFallsOnItsPublishedDate(int year, LocalDate easter) {
    assertThat(Holidays.easter(year)).isEqualTo(easter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1999-12-24", "2004-12-24", "2010-12-24", "2015-07-03", "2020-07-03", "2021-07-05",
        "2021-12-24", "2022-06-20", "2022-12-26", "2023-01-02", "2026-07-03", "2027-06-18"
      })
  void aHolidayOnAWeekendIsKeptOnTheNearestWeekday(LocalDate date) {
    assertThat(Holidays.schedule(date)).isEqualTo(Schedule.CLOSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2004-12-31", "2010-12-31", "2021-12-31", "2027-12-31"})
  void aNewYearsDayOnASaturdayIsNotKept(LocalDate date) {
    assertThat(Holidays.schedule(date)).isEqualTo(Schedule.FULL_DAY);
  }

  @Test
  void juneteenthIsAHolidayFrom2022() {
    assertThat(Holidays.schedule(LocalDate.of(2020, 6, 19))).isEqualTo(Schedule.FULL_DAY);
    assertThat(Holidays.schedule(LocalDate.of(2021, 6, 18))).isEqualTo(Schedule.FULL_DAY);
    assertThat(Holidays.schedule(LocalDate.of(2023, 6, 19))).isEqualTo(Schedule.CLOSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2000-07-03", "2001-07-03", "2013-07-03", "2019-07-03", "2024-07-03", "2025-07-03",
        "2001-12-24", "2019-12-24", "2024-12-24", "2025-12-24", "2024-11-29", "2025-11-28"
      })
  void theEveOfAHolidayEndsAtThirteen(LocalDate date) {
    assertThat(Holidays.schedule(date)).isEqualTo(Schedule.SHORT_DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2002-07-03", "2017-07-05", "2022-07-01", "2022-12-23", "2019-12-26"})
  void aDayNearAHolidayIsWhole(LocalDate date) {
    assertThat(Holidays.schedule(date)).isEqualTo(Schedule.FULL_DAY);
  }

  private static boolean isWeekday(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }

  private static boolean isClosure(LocalDate date) {
    return isWeekday(date) && !TradingCalendar.standard().isTradingDay(date);
  }

  private static SortedSet<LocalDate> dates(
      LocalDate first, LocalDate last, Predicate<LocalDate> wanted) {
    Stream<LocalDate> all = first.datesUntil(last.plusDays(1));
    return all.filter(wanted).collect(toCollection(TreeSet::new));
  }
}
