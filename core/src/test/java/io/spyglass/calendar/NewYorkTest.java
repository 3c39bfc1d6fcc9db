package io.spyglass.calendar;

import static io.spyglass.calendar.NewYorkInstants.utc;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class NewYorkTest {
  private static final LocalDate SPRING_FORWARD = LocalDate.of(2025, 3, 9);
  private static final LocalDate FALL_BACK = LocalDate.of(2025, 11, 2);

  @Test
  void theOpenIsAnHourEarlierInUtcOnceSummerTimeBegins() {
    LocalTime open = LocalTime.of(9, 30);
    assertThat(NewYork.epochNanos(LocalDate.of(2025, 3, 7), open))
        .isEqualTo(utc("2025-03-07T14:30:00Z"));
    assertThat(NewYork.epochNanos(LocalDate.of(2025, 3, 10), open))
        .isEqualTo(utc("2025-03-10T13:30:00Z"));
  }

  @Test
  void theDaysOfTheChangeLastTwentyThreeAndTwentyFiveHours() {
    assertThat(hoursOf(SPRING_FORWARD)).isEqualTo(23);
    assertThat(hoursOf(FALL_BACK)).isEqualTo(25);
    assertThat(hoursOf(FALL_BACK.plusDays(1))).isEqualTo(24);
  }

  private static long hoursOf(LocalDate date) {
    return NewYork.span(date, LocalTime.MIDNIGHT, LocalTime.of(23, 0)).nanos() / 3_600_000_000_000L
        + 1;
  }

  @Test
  void theChangeHappensAtTheVerySecond() {
    long change = utc("2025-03-09T07:00:00Z");
    assertThat(NewYork.time(change - 1)).isEqualTo(LocalTime.of(1, 59, 59, 999_999_999));
    assertThat(NewYork.time(change)).isEqualTo(LocalTime.of(3, 0));
  }

  @Test
  void aSkippedHourCountsAsTheNextAndARepeatedOneAsTheFirst() {
    assertThat(NewYork.epochNanos(SPRING_FORWARD, LocalTime.of(2, 30)))
        .isEqualTo(utc("2025-03-09T07:30:00Z"));
    assertThat(NewYork.epochNanos(FALL_BACK, LocalTime.of(1, 30)))
        .isEqualTo(utc("2025-11-02T05:30:00Z"));
  }

  @Test
  void summerTimeBeganInAprilUntil2006() {
    assertThat(NewYork.offsetSeconds(utc("2006-03-20T12:00:00Z"))).isEqualTo(-5 * 3600);
    assertThat(NewYork.offsetSeconds(utc("2007-03-20T12:00:00Z"))).isEqualTo(-4 * 3600);
  }

  @Test
  void aDateEndsAtNewYorksMidnight() {
    long midnight = utc("2025-12-20T05:00:00Z");
    assertThat(NewYork.date(midnight - 1)).isEqualTo("2025-12-19");
    assertThat(NewYork.date(midnight)).isEqualTo("2025-12-20");
    assertThat(NewYork.nanoOfDay(midnight - 1)).isEqualTo(86_399_999_999_999L);
    assertThat(NewYork.nanoOfDay(midnight)).isZero();
  }

  @Test
  void aDisplayedTimeCarriesItsOffset() {
    assertThat(NewYork.dateTime(utc("2025-07-03T17:00:00.5Z")))
        .hasToString("2025-07-03T13:00:00.500-04:00");
  }

  /// From 1900 to 2262: on both sides of the table of changes as well.
  @Property
  void everyConversionAgreesWithJavaTime(
      @ForAll @LongRange(min = -2_208_988_800L, max = 9_214_646_400L) long second,
      @ForAll @LongRange(min = 0, max = 999_999_999) long nano) {
    ZonedDateTime expected = Instant.ofEpochSecond(second, nano).atZone(NewYorkInstants.ZONE);
    long epochNanos = second * 1_000_000_000L + nano;
    assertThat(NewYork.offsetSeconds(epochNanos)).isEqualTo(expected.getOffset().getTotalSeconds());
    assertThat(NewYork.date(epochNanos)).isEqualTo(expected.toLocalDate());
    assertThat(NewYork.time(epochNanos)).isEqualTo(expected.toLocalTime());
    assertThat(NewYork.dateTime(epochNanos)).isEqualTo(expected.toOffsetDateTime());
  }

  /// Trading happens outside the hours that a change skips or repeats, and there it is exact.
  @Property
  void aTimeOfTheTradingDayComesBackFromItsInstant(
      @ForAll @LongRange(min = 0, max = 36_524) long day,
      @ForAll @LongRange(min = 3 * 3600, max = 86_399) long second) {
    LocalDate date = LocalDate.of(2000, 1, 1).plusDays(day);
    LocalTime time = LocalTime.ofSecondOfDay(second);
    long epochNanos = NewYork.epochNanos(date, time);
    assertThat(NewYork.date(epochNanos)).isEqualTo(date);
    assertThat(NewYork.epochDay(epochNanos)).isEqualTo(date.toEpochDay());
    assertThat(NewYork.time(epochNanos)).isEqualTo(time.truncatedTo(ChronoUnit.SECONDS));
  }
}
