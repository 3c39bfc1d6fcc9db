package io.spyglass.calendar;

import static io.spyglass.calendar.NewYorkInstants.nanos;
import static io.spyglass.calendar.NewYorkInstants.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spyglass.calendar.TradingDay.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {
  private final TradingCalendar calendar = TradingCalendar.standard();

  @Test
  void thirtyOneYearsHoldThePublishedTotals() {
    assertThat(count(day -> !day.isOpen() && !Holidays.isWeekend(day.date()))).isEqualTo(293);
    assertThat(count(day -> day.kind() == Kind.EARLY_CLOSE)).isEqualTo(70);
    assertThat(count(this::opensLate)).isEqualTo(6);
  }

  private long count(Predicate<TradingDay> wanted) {
    LocalDate first = LocalDate.of(2000, 1, 1);
    return first.datesUntil(LocalDate.of(2031, 1, 1)).map(calendar::day).filter(wanted).count();
  }

  private boolean opensLate(TradingDay day) {
    return day.isOpen() && day.exchange().fromNanos() > nanos(day.date() + "T09:30");
  }

  @Test
  void aWholeDayLastsFromHalfPastNineToSixteen() {
    TradingDay day = calendar.day(LocalDate.of(2025, 12, 19));
    assertThat(day.kind()).isEqualTo(Kind.OPEN);
    assertThat(day.exchange()).isEqualTo(span("2025-12-19T09:30", "2025-12-19T16:00"));
    assertThat(day.regular()).isEqualTo(day.exchange());
  }

  @Test
  void aHalfDayClosesAtThirteen() {
    TradingDay day = calendar.day(LocalDate.of(2025, 11, 28));
    assertThat(day.kind()).isEqualTo(Kind.EARLY_CLOSE);
    assertThat(day.regular()).isEqualTo(span("2025-11-28T09:30", "2025-11-28T13:00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001-09-11", "2012-10-30", "2025-01-09", "2025-12-20", "2025-12-25"})
  void aClosedDayHasNoHours(LocalDate date) {
    TradingDay day = calendar.day(date);
    assertThat(day.kind()).isEqualTo(Kind.CLOSED);
    assertThat(day.exchange().isEmpty()).isTrue();
    assertThat(day.regular().isEmpty()).isTrue();
    assertThat(calendar.isTradingDay(date)).isFalse();
  }

  @Test
  void aMomentOfSilenceLeavesTheRegularHoursWhole() {
    TradingDay day = calendar.day(LocalDate.of(2001, 9, 17));
    assertThat(day.kind()).isEqualTo(Kind.OPEN);
    assertThat(day.exchange()).isEqualTo(span("2001-09-17T09:33", "2001-09-17T16:00"));
    assertThat(day.regular()).isEqualTo(span("2001-09-17T09:30", "2001-09-17T16:00"));
  }

  @Test
  void theMemorialOf2002OpensAtNoonForDataToo() {
    TradingDay day = calendar.day(LocalDate.of(2002, 9, 11));
    assertThat(day.kind()).isEqualTo(Kind.OPEN);
    assertThat(day.regular()).isEqualTo(span("2002-09-11T12:00", "2002-09-11T16:00"));
  }

  @Test
  void aFaultMinutesBeforeTheCloseLeavesTheRegularHoursWhole() {
    TradingDay day = calendar.day(LocalDate.of(2005, 6, 1));
    assertThat(day.kind()).isEqualTo(Kind.EARLY_CLOSE);
    assertThat(day.exchange()).isEqualTo(span("2005-06-01T09:30", "2005-06-01T15:56"));
    assertThat(day.regular()).isEqualTo(span("2005-06-01T09:30", "2005-06-01T16:00"));
  }

  @Test
  void anOverrideOutranksRuleTableAndWeekend() {
    TradingCalendar own =
        calendar.with(
            Overrides.parse(
                "test",
                """
                2027-03-01,closed
                2027-03-06,10:00,12:00
                2025-01-09,09:30,16:00
                """));
    assertThat(own.isTradingDay(LocalDate.of(2027, 3, 1))).isFalse();
    assertThat(own.day(LocalDate.of(2027, 3, 6)).regular())
        .isEqualTo(span("2027-03-06T10:00", "2027-03-06T12:00"));
    assertThat(own.day(LocalDate.of(2025, 1, 9)).kind()).isEqualTo(Kind.OPEN);
    assertThat(own.day(LocalDate.of(2018, 12, 5)).kind()).isEqualTo(Kind.CLOSED);
    assertThat(calendar.isTradingDay(LocalDate.of(2027, 3, 1))).isTrue();
  }

  @Test
  void nextAndPreviousStepOverWeekendsAndHolidays() {
    LocalDate thursday = LocalDate.of(2025, 4, 17);
    LocalDate monday = LocalDate.of(2025, 4, 21);
    assertThat(calendar.next(thursday)).isEqualTo(monday);
    assertThat(calendar.previous(monday)).isEqualTo(thursday);
    assertThat(calendar.onOrAfter(monday)).isEqualTo(monday);
    assertThat(calendar.onOrBefore(monday)).isEqualTo(monday);
    assertThat(calendar.onOrBefore(LocalDate.of(2001, 9, 16))).isEqualTo("2001-09-10");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-18T20:14:59.999999999, 2025-12-18",
    "2025-12-18T20:15, 2025-12-19",
    "2025-12-19T00:00, 2025-12-19",
    "2025-12-19T09:29, 2025-12-19",
    "2025-12-19T16:59, 2025-12-19",
    "2025-12-19T20:14, 2025-12-19",
    "2025-12-19T20:15, 2025-12-22",
    "2025-12-20T12:00, 2025-12-22",
    "2025-12-21T20:15, 2025-12-22",
    "2025-12-24T20:15, 2025-12-26",
    "2025-12-25T12:00, 2025-12-26",
    "2025-01-09T10:00, 2025-01-10",
    "2025-03-09T03:00, 2025-03-10",
    "2025-11-02T23:59, 2025-11-03"
  })
  void aTradeDateBeginsOnTheEveningBefore(String newYork, LocalDate tradeDate) {
    assertThat(calendar.tradeDate(nanos(newYork))).isEqualTo(tradeDate);
  }

  @Test
  void aMonthlyExpiryIsTheThirdFridayOrTheTradingDayBefore() {
    assertThat(List.of(2025, 2019, 2014, 2008, 2022, 2003))
        .map(year -> calendar.monthlyExpiry(YearMonth.of(year, 4)).toString())
        .containsExactly(
            "2025-04-17", "2019-04-18", "2014-04-17", "2008-04-18", "2022-04-14", "2003-04-17");
    assertThat(calendar.monthlyExpiry(YearMonth.of(2008, 3))).isEqualTo("2008-03-20");
    assertThat(calendar.monthlyExpiry(YearMonth.of(2025, 12))).isEqualTo("2025-12-19");
  }

  @Test
  void aThirdFridayThatIsAHolidayIsNoMonthlyExpiry() {
    assertThat(calendar.isMonthlyExpiry(LocalDate.of(2025, 4, 17))).isTrue();
    assertThat(calendar.isMonthlyExpiry(LocalDate.of(2025, 4, 18))).isFalse();
    assertThat(calendar.isMonthlyExpiry(LocalDate.of(2025, 12, 12))).isFalse();
  }

  @Test
  void aDayThatContradictsItselfIsRefused() {
    LocalDate date = LocalDate.of(2025, 12, 19);
    Span hours = span("2025-12-19T09:30", "2025-12-19T16:00");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TradingDay(date, Kind.CLOSED, hours, hours));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TradingDay(date, Kind.OPEN, Span.EMPTY, Span.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(1, 0));
  }
}
