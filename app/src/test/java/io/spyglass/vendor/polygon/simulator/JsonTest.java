package io.spyglass.vendor.polygon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void numbersAreReadBackAsTheyWere() {
    Random random = new Random(4);
    for (int i = 0; i < 4_000; i++) {
      double value =
          switch (i % 4) {
            case 0 -> random.nextInt(2_000_000) / 100.0;
            case 1 -> random.nextGaussian();
            case 2 -> Double.longBitsToDouble(random.nextLong() & 0x7FEF_FFFF_FFFF_FFFFL);
            default -> -random.nextInt(100_000) / 10_000.0;
          };
      String plain = new Json(Spelling.PLAIN).number(value).toString();

      assertThat(Double.parseDouble(plain)).as(plain).isEqualTo(value);
      assertThat(Double.parseDouble(Json.exponent(value))).isEqualTo(value);
    }
  }

  @Test
  void numbersAreSpeltAsTheVendorSpellsThem() {
    assertThat(new Json(Spelling.PLAIN).number(41.6)).hasToString("41.6");
    assertThat(new Json(Spelling.PLAIN).number(6000)).hasToString("6000");
    assertThat(new Json(Spelling.PLAIN).number(0.05)).hasToString("0.05");
    assertThat(new Json(Spelling.PLAIN).number(-0.05)).hasToString("-0.05");
    assertThat(new Json(Spelling.PLAIN).number(1250.0625)).hasToString("1250.0625");
    assertThat(Json.exponent(1_012_000)).isEqualTo("1.012e+06");
    assertThat(Json.exponent(0.05)).isEqualTo("5e-02");
    assertThat(Json.exponent(0)).isEqualTo("0e+00");
    assertThat(Json.exponent(-41.6)).isEqualTo("-4.16e+01");
  }

  @Test
  void instantsKeepTheirNanosecondsWhateverTheSpelling() {
    Json json = new Json(new Spelling(true, true, true)).beginObject();
    json.field("t", 1_761_313_501_123_900_123L).size("s", "ds", 1_200_000).endObject();

    assertThat(json).hasToString("{\"t\":1761313501123900123,\"s\":1.2e+06,\"ds\":\"1200000\"}");
  }

  @Test
  void whatIsNotThereIsAbsentAndTextIsEscaped() {
    Json json = new Json(Spelling.PLAIN).beginObject();
    json.field("a", Double.NaN).field("b", (String) null).field("c", "x\"\\\n\u00e9").endObject();

    assertThat(json).hasToString("{\"c\":\"x\\\"\\\\\\u000a\\u00e9\"}");
    assertThat(Simulated.tree(json.toString()).path("c").asString()).isEqualTo("x\"\\\n\u00e9");
  }
}
