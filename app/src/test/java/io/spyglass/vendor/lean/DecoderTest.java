package io.spyglass.vendor.lean;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Bar;
import io.spyglass.model.Index;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Stock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The lines are from LEAN's sample data or in its form.
class DecoderTest {
  private static final String OPTION_NAME =
      "20210104_spxw_minute_%s_european_call_37000000_20210104.csv";
  private static final OptionContract CALL = OptionContract.parse("SPXW210104C03700000");

  private final List<MarketEvent> events = new ArrayList<>();
  private final List<String> rejects = new ArrayList<>();

  @Test
  void anOptionsTradeBarIsInNewYorkTimeAndTenThousandths() {
    decode(OPTION_NAME.formatted("trade"), "34380000,610000,620500,609900,610100,4");

    long start = nanos("2021-01-04T14:33:00Z");
    assertThat(events)
        .containsExactly(
            new Bar(CALL, start, 60, start + minute(), 61, 62.05, 60.99, 61.01, 4, Double.NaN));
  }

  @Test
  void anIndexBarIsInChicagoTimeAndPlainPointsWithoutAVolume() {
    decode("20210104_spx_minute_trade.csv", "30600000,3764.61,3769.99,3764.61,3766.63,59\n");

    long start = nanos("2021-01-04T14:30:00Z");
    assertThat(events)
        .containsExactly(
            new Bar(
                new Index("SPX"),
                start,
                60,
                start + minute(),
                3764.61,
                3769.99,
                3764.61,
                3766.63,
                Double.NaN,
                Double.NaN));
  }

  @Test
  void aQuoteBarIsWhatWasInForceAtItsEnd() {
    decode(
        OPTION_NAME.formatted("quote"),
        "34200000,651000,671000,635000,649000,48,692000,707000,674000,679000,15");

    long end = nanos("2021-01-04T14:31:00Z");
    assertThat(events)
        .containsExactly(new Quote(CALL, end, end, MarketEvent.ABSENT, 64.9, 67.9, 48, 15));
  }

  @Test
  void aMissingSideIsNotANumberAndACrossedQuoteIsKept() {
    decode(
        OPTION_NAME.formatted("quote"),
        """
        34260000,,,,,0,500,500,500,500,5
        34320000,500,500,500,500,3,,,,,
        34380000,2000,2000,2000,2000,6,1000,1000,1000,1000,25\
        """);

    assertThat(events)
        .map(Quote.class::cast)
        .map(quote -> quote.bid() + " " + quote.ask() + " " + quote.askSize())
        .containsExactly("NaN 0.05 5", "0.05 NaN 0", "0.2 0.1 25");
    assertThat(rejects).isEmpty();
  }

  @Test
  void openInterestWasCountedAtTheEndOfTheTradingDayBefore() {
    decode(OPTION_NAME.formatted("openinterest"), "23400000,1732");

    long time = nanos("2021-01-04T11:30:00Z");
    assertThat(events)
        .containsExactly(new OpenInterest(CALL, time, time, 1732, LocalDate.of(2020, 12, 31)));
  }

  @Test
  void aSecondBarOfAStockIsOneSecondLong() {
    decode("20131008_spy_second_trade.csv", "14417000,1674200,1674200,1674200,1674200,210\r\n");

    long start = nanos("2013-10-08T08:00:17Z");
    assertThat(events)
        .containsExactly(
            new Bar(
                new Stock("SPY"),
                start,
                1,
                start + 1_000_000_000L,
                167.42,
                167.42,
                167.42,
                167.42,
                210,
                Double.NaN));
  }

  @Test
  void timesOnADayThatClocksChangeAreWallClock() {
    decode("20210314_spy_minute_trade.csv", "14400000,1,1,1,1,1");

    assertThat(((Bar) events.getFirst()).startNanos()).isEqualTo(nanos("2021-03-14T08:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "34380000,610000,,610000,610000,4 | empty high",
        "34380000,610000,610000,610000,610000, | empty volume",
        ",610000,610000,610000,610000,4 | empty time",
        "34380000,610000,610000,610000,610000 | not 6 columns",
        "34380000,x,610000,610000,610000,4 | not a number",
        "34380000,-5,610000,610000,610000,4 | number out of range",
        "86400000,610000,610000,610000,610000,4 | time outside the day",
        "time,open,high,low,close,volume | not a number"
      })
  void aBadTradeLineIsRejectedWithItsNumberAndReason(String line, String reason) {
    decode(
        OPTION_NAME.formatted("trade"), "34320000,1,1,1,1,1\n\n" + line + "\n34440000,1,1,1,1,1");

    assertThat(events).hasSize(2);
    assertThat(rejects).containsExactly("3 " + reason);
  }

  @Test
  void aQuoteWithNeitherSideIsRejected() {
    decode(OPTION_NAME.formatted("quote"), "34260000,,,,,0,,,,,0");

    assertThat(rejects).containsExactly("1 neither bid nor ask");
  }

  private void decode(String entry, String lines) {
    EntryName name = EntryName.parse(entry, null);
    ZoneId zone = DataZones.USUAL.zone(name.type(), "SPX");
    new Decoder(name, zone)
        .decode(
            lines.getBytes(StandardCharsets.US_ASCII),
            new Decoder.Sink() {
              @Override
              public void event(MarketEvent event) {
                events.add(event);
              }

              @Override
              public void reject(int line, String reason) {
                rejects.add(line + " " + reason);
              }
            });
  }

  private static long nanos(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
  }

  private static long minute() {
    return 60_000_000_000L;
  }
}
