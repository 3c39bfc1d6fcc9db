package io.spyglass.vendor.polygon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import io.spyglass.session.Rejects;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
  private static final long RECEIVED = 1_761_313_501_200_000_000L;
  private static final long MILLI = 1_000_000L;
  private static final Instrument CALL = OptionContract.parse("O:SPXW251219C06000000");

  private final List<MarketEvent> events = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final Rejects rejects = new Rejects();
  private final Decoder decoder =
      new Decoder(
          new Decoder.Sink() {
            @Override
            public void event(MarketEvent event) {
              events.add(event);
            }

            @Override
            public void status(String status, String message) {
              words.add(status + ": " + message);
            }
          },
          rejects);

  private void decode(String frame) {
    byte[] bytes = ("#" + frame + "#").getBytes(UTF_8);
    decoder.decode(bytes, 1, bytes.length - 1, RECEIVED);
  }

  @Test
  void aTradeIsReadAsDocumented() {
    decode(
        """
        [{"ev":"T","sym":"O:SPXW251219C06000000","x":302,"p":41.6,"s":3,"c":[209],\
        "t":1761313501123,"q":635259717}]\
        """);

    assertThat(events)
        .containsExactly(
            new Trade(
                CALL,
                1_761_313_501_123L * MILLI,
                RECEIVED,
                -1,
                635_259_717,
                41.6,
                3,
                302,
                Conditions.of(209),
                -1));
    assertThat(rejects.tallies()).isEmpty();
  }

  @Test
  void aQuoteIsReadAsDocumented() {
    decode(
        """
        [{"ev":"Q","sym":"O:SPXW251219C06000000","bx":302,"ax":302,"bp":41.5,"ap":41.9,"bs":17,\
        "as":24,"t":1761313501124,"q":635259720}]\
        """);

    assertThat(events)
        .containsExactly(
            new Quote(CALL, 1_761_313_501_124L * MILLI, RECEIVED, 635_259_720, 41.5, 41.9, 17, 24));
  }

  @Test
  void barsOfSecondsAndMinutesAreRead() {
    decode(
        """
        [{"ev":"A","sym":"SPY","v":5,"av":812,"op":44.25,"vw":41.58,"o":41.5,"c":41.6,"h":41.7,\
        "l":41.4,"a":40.12,"z":2,"s":1761313501000,"e":1761313502000},\
        {"ev":"AM","sym":"O:SPXW251219C06000000","v":7,"dv":"7.5","o":1,"c":2,"h":3,"l":0.5,\
        "s":1761313500000,"e":1761313560000}]\
        """);

    assertThat(events)
        .containsExactly(
            new Bar(
                new Stock("SPY"),
                1_761_313_501_000L * MILLI,
                1,
                RECEIVED,
                41.5,
                41.7,
                41.4,
                41.6,
                5,
                41.58),
            new Bar(CALL, 1_761_313_500_000L * MILLI, 60, RECEIVED, 1, 3, 0.5, 2, 7.5, Double.NaN));
  }

  @Test
  void anIndexValueNamesItsIndexByACapitalLetter() {
    decode("[{\"ev\":\"V\",\"val\":6042.31,\"T\":\"I:SPX\",\"t\":1761313501500}]");

    assertThat(events)
        .containsExactly(
            new IndexValue(new Index("SPX"), 1_761_313_501_500L * MILLI, RECEIVED, 6042.31));
  }

  @Test
  void aStatusIsHandedOnBetweenData() {
    decode(
        """
        [{"ev":"status","status":"success","message":"subscribed to: T.O:SPX \\"all\\" \\u00e9"},\
        {"ev":"V","val":1,"T":"I:VIX","t":1761313501500}]\
        """);

    assertThat(words).containsExactly("success: subscribed to: T.O:SPX \"all\" é");
    assertThat(events).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "7.09e7, 70900000",
    "1.012021e+06, 1012021",
    "1E2, 100",
    "0.05, 0.05",
    "41.60, 41.6",
    "123456789012345678901234567890, 1.2345678901234568E29",
    "0.1234567890123456789, 0.12345678901234568",
    "5e-324, 4.9E-324",
    "\"41.6\", 41.6",
    "9007199254740993, 9007199254740992"
  })
  void aNumberInAnySpellingIsTheNearestDouble(String spelled, double value) {
    decode(trade("\"p\":" + spelled + ",\"s\":1"));

    assertThat(((Trade) events.getFirst()).price()).isEqualTo(value);
  }

  @Test
  void aDecimalTwinOfASizeCounts() {
    decode(trade("\"p\":1,\"s\":3,\"ds\":\"3.25\""));

    assertThat(((Trade) events.getFirst()).size()).isEqualTo(3.25);
  }

  @Test
  void aTimeWithAnExponentLosesNothing() {
    decode(trade("\"p\":1,\"s\":1").replace("1761313501123", "1.761313501123e+12"));

    assertThat(events.getFirst().epochNanos()).isEqualTo(1_761_313_501_123L * MILLI);
  }

  @Test
  void orderSpaceNullsAndUnknownFieldsDoNotMatter() {
    decode(
        """
         [ { "t" : 1761313501123 , "new" : { "deep" : [ 1 , { "x" : "}" } ] } , "c" : null ,
        "p" : 2 , "flag" : true , "s" : 1 , "q" : null , "sym" : "SPY" , "ev" : "T" } ]\
        """);

    assertThat(events)
        .containsExactly(
            new Trade(
                new Stock("SPY"),
                1_761_313_501_123L * MILLI,
                RECEIVED,
                -1,
                -1,
                2,
                1,
                0,
                Conditions.NONE,
                -1));
  }

  @Test
  void severalConditionsKeepTheirOrder() {
    decode(trade("\"p\":1,\"s\":1,\"c\":[232,209]"));

    assertThat(((Trade) events.getFirst()).conditions()).isEqualTo(Conditions.of(232, 209));
  }

  @Test
  void noAskIsMissingAndNoBidIsZero() {
    decode(
        """
        [{"ev":"Q","sym":"O:SPXW251219C06000000","bp":0,"ap":0.05,"bs":0,"as":9,"t":1761313501124},\
        {"ev":"Q","sym":"O:SPXW251219C06000000","bp":1,"ap":0,"bs":3,"as":0,"t":1761313501124},\
        {"ev":"Q","sym":"SPY","bp":0,"ap":600.1,"bs":0,"as":2,"t":1761313501124}]\
        """);

    assertThat(events)
        .extracting(event -> ((Quote) event).bid())
        .containsExactly(0.0, 1.0, Double.NaN);
    assertThat(events)
        .extracting(event -> ((Quote) event).ask())
        .containsExactly(0.05, Double.NaN, 600.1);
  }

  @Test
  void kindsThatNothingNeedsAreCounted() {
    decode(
        """
        [{"ev":"FMV","fmv":1.2,"sym":"O:SPXW251219C06000000","t":1761313501124000000},\
        {"ev":"NOI","T":"X","x":10},{"ev":"LULD","T":"SPY","h":1,"l":2,"i":[17]},{"ev":"new"},{}]\
        """);

    assertThat(events).isEmpty();
    assertThat(decoder.ignored()).isEqualTo(5);
    assertThat(rejects.tallies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"p\":-1,\"s\":1 | a price or size that cannot be",
        "\"p\":1,\"s\":0 | a price or size that cannot be",
        "\"p\":1e999,\"s\":1 | a price or size that cannot be",
        "\"p\":1 | a field is missing",
        "\"s\":1 | a field is missing",
        "\"p\":null,\"s\":1 | a field is missing",
        "\"p\":\"a lot\",\"s\":1 | not a number",
        "\"p\":true,\"s\":1 | not a number"
      })
  void aBadMessageIsCountedAndTheNextIsRead(String fields, String reason) {
    String bad = trade(fields);
    decode(bad.substring(0, bad.length() - 1) + "," + trade("\"p\":1,\"s\":1").substring(1));

    assertThat(events).hasSize(1);
    assertThat(rejects.tallies()).containsOnlyKeys(reason);
    assertThat(rejects.tallies().get(reason).firstExample()).startsWith("{\"ev\":\"T\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1761313501", "1761313501123000", "-1", "0"})
  void aTimeOutsideOfThisCenturyIsBad(String millis) {
    decode(trade("\"p\":1,\"s\":1").replace("1761313501123", millis));

    assertThat(events).isEmpty();
    assertThat(rejects.tallies()).containsOnlyKeys("a time outside 2000 to 2099");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "O:", "O:SPXW251319C06000000", "spy\\u0000", "I:"})
  void aTickerThatNamesNothingIsBad(String ticker) {
    decode(trade("\"p\":1,\"s\":1").replace("O:SPXW251219C06000000", ticker));

    assertThat(events).isEmpty();
    assertThat(rejects.tallies()).containsOnlyKeys("not a ticker");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "<html>502</html>",
        "[",
        "[{",
        "[{\"ev\":\"T\"",
        "[{\"ev\":\"new\"}",
        "[{\"ev\":\"\\",
        "[}",
        "]",
        "[1]",
        "[{\"ev\":\"new\"}]]",
        "[{\"ev\" \"V\"}]"
      })
  void aFrameThatIsNoneIsCountedOnce(String frame) {
    decode(frame);

    assertThat(events).isEmpty();
    assertThat(rejects.count()).isEqualTo(1);
  }

  @Test
  void nestingHasAnEnd() {
    decode("[{\"ev\":\"T\",\"n\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}]");

    assertThat(rejects.tallies()).containsOnlyKeys("nested too deep");
  }

  @Test
  void anEmptyFrameIsNothing() {
    decode(" [ ] ");

    assertThat(events).isEmpty();
    assertThat(rejects.tallies()).isEmpty();
  }

  private static String trade(String fields) {
    return "[{\"ev\":\"T\",\"sym\":\"O:SPXW251219C06000000\",\"t\":1761313501123," + fields + "}]";
  }
}
