package io.spyglass.calendar;

import static io.spyglass.calendar.NewYorkInstants.nanos;
import static io.spyglass.calendar.NewYorkInstants.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.Expiry.Settlement;
import io.spyglass.model.OptionContract;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {
  private final TradingCalendar calendar = TradingCalendar.standard();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // an ordinary third Friday: two roots, one date
    "SPXW251219C06000000, PM, 2025-12-19T16:00, 2025-12-19T16:00",
    "SPX251219C06000000,  AM, 2025-12-18T16:15, 2025-12-19T09:30",
    "SPY251219C00600000,  PM, 2025-12-19T16:00, 2025-12-19T16:00",
    "SPY1251219C00600000, PM, 2025-12-19T16:00, 2025-12-19T16:00",
    // short days: the day itself, and the Friday behind Thanksgiving's Wednesday
    "SPXW251224P06000000, PM, 2025-12-24T13:00, 2025-12-24T13:00",
    "SPY251128P00600000,  PM, 2025-11-28T13:00, 2025-11-28T13:00",
    // a third Friday that is Good Friday, spelled with the Thursday and with the Friday
    "SPX190418C02900000,  AM, 2019-04-17T16:15, 2019-04-18T09:30",
    "SPX190419C02900000,  AM, 2019-04-17T16:15, 2019-04-18T09:30",
    "SPY250417C00500000,  PM, 2025-04-17T16:00, 2025-04-17T16:00",
    // the Saturdays of old
    "SPX120121C01300000,  AM, 2012-01-19T16:15, 2012-01-20T09:30",
    "SPY120121C00130000,  PM, 2012-01-20T16:00, 2012-01-20T16:00",
    "SPX080322C01300000,  AM, 2008-03-19T16:15, 2008-03-20T09:30",
    // a series of the day of mourning moves to the day before
    "SPXW250109C05900000, PM, 2025-01-08T16:00, 2025-01-08T16:00",
    // the VIX, on Wednesdays; other roots
    "VIX251217C00020000,  AM, 2025-12-16T16:15, 2025-12-17T09:30",
    "VIXW251210C00020000, AM, 2025-12-09T16:15, 2025-12-10T09:30",
    "NDXP251219C20000000, PM, 2025-12-19T16:00, 2025-12-19T16:00",
    "AAPL251219C00200000, PM, 2025-12-19T16:00, 2025-12-19T16:00"
  })
  void aSeriesStopsTradingAndExpires(
      String symbol, Settlement settlement, String lastTrade, String expiry) {
    Expiry actual = calendar.expiry(OptionContract.parse(symbol));
    assertThat(actual.settlement()).isEqualTo(settlement);
    assertThat(actual.lastTradeNanos()).isEqualTo(nanos(lastTrade));
    assertThat(actual.lastTradingDay()).isEqualTo(lastTrade.substring(0, 10));
    assertThat(actual.expiryNanos()).isEqualTo(nanos(expiry));
    assertThat(actual.settlementDate()).isEqualTo(expiry.substring(0, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPX", "NDX", "RUT", "DJX", "VIX", "VIXW"})
  void classicIndexRootsSettleInTheMorning(String root) {
    assertThat(Settlement.ofRoot(root)).isEqualTo(Settlement.AM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPXW", "XSP", "NDXP", "RUTW", "SPY", "SPY1", "QQQ", "BRKB"})
  void everyOtherRootSettlesOnTheClose(String root) {
    assertThat(Settlement.ofRoot(root)).isEqualTo(Settlement.PM);
  }

  @Test
  void yearsAreSecondsToTheInstantOverThreeHundredAndSixtyFiveDays() {
    Expiry expiry = calendar.expiry(OptionContract.parse("SPXW251219C06000000"));
    assertThat(expiry.yearsToExpiry(nanos("2024-12-19T16:00"))).isEqualTo(1.0);
    assertThat(expiry.yearsToExpiry(nanos("2025-12-19T15:59:59"))).isEqualTo(1 / (365 * 86_400.0));
    assertThat(expiry.yearsToExpiry(nanos("2025-12-19T16:00"))).isZero();
    assertThat(expiry.yearsToExpiry(nanos("2025-12-20T16:00"))).isEqualTo(-1 / 365.0);
  }

  @Test
  void anHourThatTheClockSkipsIsNoTimeToExpiry() {
    Expiry expiry = calendar.expiry(OptionContract.parse("SPXW250310C05700000"));
    assertThat(expiry.yearsToExpiry(nanos("2025-03-07T16:00"))).isEqualTo(71 / (365 * 24.0));
  }

  @Test
  void aContractsTapeIsShorterOnItsLastDayAndEmptyBehindIt() {
    OptionContract contract = OptionContract.parse("SPXW251219C06000000");
    assertThat(calendar.tape(contract, LocalDate.of(2025, 12, 18)))
        .isEqualTo(span("2025-12-18T09:30", "2025-12-18T16:15"));
    assertThat(calendar.tape(contract, LocalDate.of(2025, 12, 19)))
        .isEqualTo(span("2025-12-19T09:30", "2025-12-19T16:00"));
    assertThat(calendar.tape(contract, LocalDate.of(2025, 12, 22)).isEmpty()).isTrue();
  }

  @Test
  void aMorningSettledSeriesTradesItsLastDayToTheEndOfTheTapeAndNotOnItsExpiry() {
    OptionContract contract = OptionContract.parse("SPX251219C06000000");
    assertThat(calendar.tape(contract, LocalDate.of(2025, 12, 18)))
        .isEqualTo(span("2025-12-18T09:30", "2025-12-18T16:15"));
    assertThat(calendar.tape(contract, LocalDate.of(2025, 12, 19)).isEmpty()).isTrue();
  }
}
