package io.spyglass.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonBytesTest {
  private static final JsonMapper JACKSON = JsonMapper.shared();

  private final JsonBytes json = new JsonBytes();

  private String number(double value, int decimals) {
    return json.clear().number(value, decimals).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4, 0",
    "-0.0, 4, 0",
    "1, 4, 1",
    "-1, 0, -1",
    "7.9, 4, 7.9",
    "0.05, 4, 0.05",
    "-0.00004, 4, 0",
    "-0.00006, 4, -0.0001",
    "0.5, 0, 1",
    "24146879, 4, 24146879",
    "32732070.25, 4, 32732070.25",
    "100, 4, 100",
    "1000000, 0, 1000000",
    "0.00012345678, 8, 0.00012346",
    "1e300, 4, 1.0E300"
  })
  void aNumberIsRoundedAndLosesItsTrailingZeros(double value, int decimals, String text) {
    assertThat(number(value, decimals)).isEqualTo(text);
  }

  @Test
  void whatIsNoNumberIsNull() {
    assertThat(number(Double.NaN, 4)).isEqualTo("null");
    assertThat(number(Double.NEGATIVE_INFINITY, 4)).isEqualTo("null");
  }

  @Property
  void aNumberOfFewDigitsReadsBackAsItself(
      @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long unscaled,
      @ForAll @IntRange(max = 8) int decimals) {
    double value = BigDecimal.valueOf(unscaled, decimals).doubleValue();

    assertThat(JACKSON.readTree(number(value, decimals)).asDouble()).isEqualTo(value);
  }

  @Property
  void anyNumberIsWithinHalfOfItsLastDigit(
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double value,
      @ForAll @IntRange(max = 6) int decimals) {
    BigDecimal written = new BigDecimal(number(value, decimals));
    BigDecimal error = written.subtract(new BigDecimal(value)).abs();

    assertThat(written.scale()).isLessThanOrEqualTo(decimals);
    assertThat(error.doubleValue())
        .isLessThanOrEqualTo(0.5 * Math.pow(10, -decimals) + 2 * Math.ulp(value));
  }

  @Property
  void aWholeNumberIsWrittenWithoutAPoint(@ForAll long value) {
    assertThat(json.clear().integer(value)).hasToString(Long.toString(value));
  }

  @Property
  void anyTextReadsBackAsItself(@ForAll String text) {
    JsonNode read = JACKSON.readTree(json.clear().text(text).toBytes());

    assertThat(read.asString()).isEqualTo(text);
    assertThat(json.toString()).isPrintable().isASCII();
  }

  @Test
  void aColumnTakesAsManyNumbersAsThereAreRows() {
    double[] values = {10, 20.5, Double.NaN, 40};

    json.clear().column(values, 3, 2);

    assertThat(json).hasToString("[10,20.5,null]");
  }

  @Test
  void objectsAndArraysNestWithCommasBetweenTheirParts() {
    json.clear().beginObject();
    json.name("a").beginArray().integer(1).text(null).beginObject().endObject().endArray();
    json.name("b").truth(true).name("c").truth(null).name("d").instant(Day.OPEN).endObject();

    assertThat(json)
        .hasToString("{\"a\":[1,null,{}],\"b\":true,\"c\":null,\"d\":\"2026-11-20T14:30:00Z\"}");
  }

  @Test
  void aTextLongerThanTheArrayMakesItGrow() {
    String text = "x".repeat(100_000);

    assertThat(JACKSON.readTree(json.clear().text(text).toBytes()).asString()).isEqualTo(text);
  }

  @Test
  void halvesAreRoundedAwayFromZeroAsTheirBinaryValueHasIt() {
    assertThat(number(0.125, 2)).isEqualTo("0.13");
    assertThat(number(-0.125, 2)).isEqualTo("-0.13");
    assertThat(number(2.5, 0))
        .isEqualTo(BigDecimal.valueOf(2.5).setScale(0, RoundingMode.HALF_UP).toString());
  }
}
