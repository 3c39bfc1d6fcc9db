package io.spyglass.calendar;

import static io.spyglass.calendar.NewYorkInstants.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.Phase.Kind;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseTest {
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final Underlying SPX = new Underlying("SPX");
  private static final Underlying SPY = new Underlying("SPY");

  @ParameterizedTest
  @CsvSource({
    "SPX, 2025-12-18T20:14, CLOSED,    2025-12-18, 2025-12-18T17:00, 2025-12-18T20:15",
    "SPX, 2025-12-18T20:15, OVERNIGHT, 2025-12-19, 2025-12-18T20:15, 2025-12-19T09:15",
    "SPX, 2025-12-19T09:15, PRE_OPEN,  2025-12-19, 2025-12-19T09:15, 2025-12-19T09:30",
    "SPX, 2025-12-19T09:30, REGULAR,   2025-12-19, 2025-12-19T09:30, 2025-12-19T16:00",
    "SPX, 2025-12-19T16:00, LATE,      2025-12-19, 2025-12-19T16:00, 2025-12-19T16:15",
    "SPX, 2025-12-19T16:15, CURB,      2025-12-19, 2025-12-19T16:15, 2025-12-19T17:00",
    "SPX, 2025-12-19T17:00, CLOSED,    2025-12-19, 2025-12-19T17:00, 2025-12-21T20:15",
    "SPX, 2025-12-20T12:00, CLOSED,    2025-12-22, 2025-12-19T17:00, 2025-12-21T20:15",
    "SPX, 2025-12-24T12:59, REGULAR,   2025-12-24, 2025-12-24T09:30, 2025-12-24T13:00",
    "SPX, 2025-12-24T13:15, CLOSED,    2025-12-24, 2025-12-24T13:15, 2025-12-24T20:15",
    "SPX, 2025-01-09T08:00, OVERNIGHT, 2025-01-10, 2025-01-08T20:15, 2025-01-09T09:15",
    "SPX, 2025-01-09T12:00, CLOSED,    2025-01-10, 2025-01-09T09:15, 2025-01-09T20:15",
    "SPY, 2025-12-19T09:00, CLOSED,    2025-12-19, 2025-12-18T16:15, 2025-12-19T09:15",
    "SPY, 2025-12-19T16:10, LATE,      2025-12-19, 2025-12-19T16:00, 2025-12-19T16:15",
    "SPY, 2025-12-19T16:15, CLOSED,    2025-12-19, 2025-12-19T16:15, 2025-12-22T09:15",
    "SPX, 2014-06-02T09:00, CLOSED,    2014-06-02, 2014-05-30T16:15, 2014-06-02T09:15"
  })
  void aPhaseNamesWhatTheMarketDoesAndUntilWhen(
      String symbol, String at, Kind kind, LocalDate tradeDate, String from, String to) {
    Phase phase = CALENDAR.phase(new Underlying(symbol), nanos(at));
    assertThat(phase).isEqualTo(new Phase(kind, tradeDate, NewYorkInstants.span(from, to)));
  }

  @Test
  void theScreenGetsADaysPhasesInOrder() {
    List<Phase> phases = CALENDAR.hours(SPX, LocalDate.of(2025, 12, 19)).phases();
    assertThat(phases)
        .extracting(Phase::kind)
        .containsExactly(Kind.OVERNIGHT, Kind.PRE_OPEN, Kind.REGULAR, Kind.LATE, Kind.CURB);
  }

  /// From 2014 to 2030: any instant lies in the phase that is given for it, and the next begins
  /// where it ends.
  @Property
  void phasesFollowEachOtherWithoutAGap(
      @ForAll @LongRange(min = 1_388_534_400L, max = 1_893_456_000L) long second,
      @ForAll boolean index) {
    Underlying underlying = index ? SPX : SPY;
    long epochNanos = second * 1_000_000_000L;
    Phase phase = CALENDAR.phase(underlying, epochNanos);
    assertThat(phase.span().contains(epochNanos)).isTrue();
    assertThat(phase.tradeDate()).isEqualTo(CALENDAR.tradeDate(epochNanos));
    Phase next = CALENDAR.phase(underlying, phase.span().toNanos());
    assertThat(next.span().fromNanos()).isEqualTo(phase.span().toNanos());
    assertThat(next.kind()).isNotEqualTo(phase.kind());
  }
}
