package io.spyglass.calendar;

import static io.spyglass.calendar.NewYorkInstants.nanos;
import static io.spyglass.calendar.NewYorkInstants.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Underlying;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradingHoursTest {
  private static final Underlying SPX = new Underlying("SPX");
  private static final Underlying SPY = new Underlying("SPY");

  private final TradingCalendar calendar = TradingCalendar.standard();

  private TradingHours hours(Underlying underlying, String date) {
    return calendar.hours(underlying, LocalDate.parse(date));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPX", "SPY", "NDX", "VIX", "XSP", "QQQ"})
  void theTapeOfIndicesAndTheirFundsEndsAQuarterPastTheClose(String symbol) {
    TradingHours hours = hours(new Underlying(symbol), "2025-12-19");
    assertThat(hours.regular()).isEqualTo(span("2025-12-19T09:30", "2025-12-19T16:00"));
    assertThat(hours.tape()).isEqualTo(span("2025-12-19T09:30", "2025-12-19T16:15"));
    assertThat(hours.tape(false)).isEqualTo(hours.tape());
    assertThat(hours.tape(true)).isEqualTo(hours.regular());
  }

  @Test
  void theTapeOfAStockEndsAtTheClose() {
    TradingHours hours = hours(new Underlying("AAPL"), "2025-12-19");
    assertThat(hours.tape()).isEqualTo(hours.regular());
    assertThat(hours.overnight()).isEmpty();
    assertThat(hours.curb().isEmpty()).isTrue();
  }

  @Test
  void aShortDayEndsAtThirteenAndItsTapeAQuarterLater() {
    TradingHours hours = hours(SPX, "2025-12-24");
    assertThat(hours.tape(true)).isEqualTo(span("2025-12-24T09:30", "2025-12-24T13:00"));
    assertThat(hours.tape(false)).isEqualTo(span("2025-12-24T09:30", "2025-12-24T13:15"));
    assertThat(hours.curb().isEmpty()).isTrue();
    assertThat(hours.overnight()).containsExactly(span("2025-12-23T20:15", "2025-12-24T09:15"));
  }

  @Test
  void theCurbIsHeldSinceApril2022() {
    assertThat(hours(SPX, "2022-04-22").curb().isEmpty()).isTrue();
    assertThat(hours(SPX, "2022-04-25").curb())
        .isEqualTo(span("2022-04-25T16:15", "2022-04-25T17:00"));
    assertThat(hours(SPY, "2022-04-25").curb().isEmpty()).isTrue();
  }

  @Test
  void theOvernightSessionBeganInTheMorningsOf2015() {
    assertThat(hours(SPX, "2015-03-06").overnight()).isEmpty();
    assertThat(hours(SPX, "2015-03-09").overnight())
        .containsExactly(span("2015-03-09T03:00", "2015-03-09T09:15"));
    assertThat(hours(SPX, "2021-11-19").overnight())
        .containsExactly(span("2021-11-19T03:00", "2021-11-19T09:15"));
  }

  @Test
  void theOvernightSessionBeginsOnTheEveningBeforeSinceNovember2021() {
    assertThat(hours(SPX, "2021-11-22").overnight())
        .containsExactly(span("2021-11-21T20:15", "2021-11-22T09:15"));
    assertThat(hours(SPY, "2021-11-22").overnight()).isEmpty();
  }

  @Test
  void theNightBeforeAHolidayBelongsToTheNextTradeDate() {
    assertThat(hours(SPX, "2025-01-10").overnight())
        .containsExactly(
            span("2025-01-08T20:15", "2025-01-09T09:15"),
            span("2025-01-09T20:15", "2025-01-10T09:15"));
    assertThat(hours(SPX, "2024-01-16").overnight())
        .containsExactly(
            span("2024-01-14T20:15", "2024-01-15T09:15"),
            span("2024-01-15T20:15", "2024-01-16T09:15"));
  }

  @Test
  void noHolidayHadANightBefore2022() {
    assertThat(hours(SPX, "2021-11-26").overnight())
        .containsExactly(span("2021-11-25T20:15", "2021-11-26T09:15"));
  }

  @Test
  void theNightOfAChangeOfTheClockIsAnHourLongerOrShorter() {
    long usual = hours(SPX, "2025-11-04").overnight().getFirst().nanos();
    assertThat(hours(SPX, "2025-11-03").overnight().getFirst().nanos()).isEqualTo(usual);
    assertThat(usual).isEqualTo(13 * 3_600_000_000_000L);
    assertThat(span("2025-11-01T20:15", "2025-11-02T09:15").nanos())
        .isEqualTo(usual + 3_600_000_000_000L);
  }

  @Test
  void aClosedDateHasNoSessions() {
    TradingHours hours = hours(SPX, "2025-12-25");
    assertThat(hours.overnight()).isEmpty();
    assertThat(hours.tape().isEmpty()).isTrue();
    assertThat(hours.curb().isEmpty()).isTrue();
    assertThat(hours.phases()).isEmpty();
  }

  @Test
  void anInstantAtTheOpenIsWithinAndOneAtTheCloseIsNot() {
    Span tape = hours(SPX, "2025-12-19").tape();
    assertThat(tape.contains(nanos("2025-12-19T09:30") - 1)).isFalse();
    assertThat(tape.contains(nanos("2025-12-19T09:30"))).isTrue();
    assertThat(tape.contains(nanos("2025-12-19T16:15") - 1)).isTrue();
    assertThat(tape.contains(nanos("2025-12-19T16:15"))).isFalse();
  }

  @Test
  void theLastMinuteOfTheTapeIsCoveredAndTheOneBeforeTheOpenIsNot() {
    Span tape = hours(SPX, "2025-12-19").tape();
    assertThat(tape.covers(nanos("2025-12-19T16:14"), nanos("2025-12-19T16:15"))).isTrue();
    assertThat(tape.covers(nanos("2025-12-19T09:29"), nanos("2025-12-19T09:30"))).isFalse();
    assertThat(Span.EMPTY.covers(0, 0)).isFalse();
  }
}
