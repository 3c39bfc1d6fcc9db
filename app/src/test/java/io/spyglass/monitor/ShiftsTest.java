package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Underlying;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The instants are New York's wall time worked out by hand: UTC-5 in winter, UTC-4 in summer.
class ShiftsTest {
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final Shifts SPX = new Shifts(CALENDAR, List.of(new Underlying("SPX")));
  private static final Shifts SPY = new Shifts(CALENDAR, List.of(new Underlying("SPY")));

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-20T01:10:00Z, 2026-11-20T22:05:00Z",
    "2026-11-23, 2026-11-23T01:10:00Z, 2026-11-23T22:05:00Z",
    "2026-10-30, 2026-10-30T00:10:00Z, 2026-10-30T21:05:00Z",
    "2026-11-02, 2026-11-02T01:10:00Z, 2026-11-02T22:05:00Z",
    "2027-03-12, 2027-03-12T01:10:00Z, 2027-03-12T22:05:00Z",
    "2027-03-15, 2027-03-15T00:10:00Z, 2027-03-15T21:05:00Z",
    "2026-11-27, 2026-11-26T01:10:00Z, 2026-11-27T18:20:00Z",
  })
  void anIndexIsWatchedFromTheEveningBefore(LocalDate date, Instant from, Instant to) {
    assertThat(SPX.span(date).fromNanos()).isEqualTo(nanos(from));
    assertThat(SPX.span(date).toNanos()).isEqualTo(nanos(to));
    assertThat(SPX.date(nanos(from))).isEqualTo(date);
    assertThat(SPX.date(nanos(from) - 1)).isEqualTo(CALENDAR.previous(date));
    assertThat(SPX.date(nanos(to))).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-20T14:10:00Z, 2026-11-20T21:20:00Z",
    "2026-11-27, 2026-11-27T14:10:00Z, 2026-11-27T18:20:00Z",
  })
  void aFundIsWatchedOnTheDayAlone(LocalDate date, Instant from, Instant to) {
    assertThat(SPY.span(date).fromNanos()).isEqualTo(nanos(from));
    assertThat(SPY.span(date).toNanos()).isEqualTo(nanos(to));
    assertThat(SPY.date(nanos(from) - 1)).isEqualTo(CALENDAR.previous(date));
    assertThat(SPY.date(nanos(to))).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T17:00:00Z, 2026-11-20", // Saturday noon
    "2026-11-23T01:09:59Z, 2026-11-20", // Sunday evening, a second early
    "2026-11-20T05:00:00Z, 2026-11-20", // midnight in the overnight session
    "2026-11-20T04:59:59Z, 2026-11-20",
    "2026-11-26T17:00:00Z, 2026-11-27", // Thanksgiving: its night belongs to Friday
    "2026-12-25T17:00:00Z, 2026-12-28", // Christmas: its night belongs to Monday
  })
  void theDayThatIsWatchedOrWasLast(Instant now, LocalDate date) {
    assertThat(SPX.date(nanos(now))).isEqualTo(date);
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L;
  }
}
