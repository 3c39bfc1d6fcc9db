package io.spyglass.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBytesTest {
  private final CsvBytes csv = new CsvBytes();

  @Test
  void cellsAreApartByCommasAndLinesEnd() {
    csv.text("a").number(1.5, 2).truth(true).endLine().text("b").endLine();

    assertThat(csv).hasToString("a,1.5,true\r\nb\r\n");
  }

  @Test
  void whatIsUnknownIsEmptyAndZeroIsZero() {
    csv.text(null).number(Double.NaN, 2).number(0, 2).number(Double.POSITIVE_INFINITY, 2);

    assertThat(csv).hasToString(",,0,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
  void aTextIsNeverAFormula(String text) {
    assertThat(csv.text(text).toString().replace("\"", "")).isEqualTo("'" + text);
  }

  @Test
  void commasQuotesAndLineEndsAreQuoted() {
    csv.text("a,b").text("say \"a\"").text("a\nb").text("a;b");

    assertThat(csv).hasToString("\"a,b\",\"say \"\"a\"\"\",\"a\nb\",a;b");
  }

  @Test
  void timesHaveNineDecimalsAndTheirZone() {
    csv.utc(Day.OPEN + 7).newYork(Day.OPEN + 7).newYork(Day.OPEN - 140 * 86_400 * Day.SECOND);

    assertThat(csv)
        .hasToString(
            "2026-11-20T14:30:00.000000007Z,2026-11-20T09:30:00.000000007-05:00,"
                + "2026-07-03T10:30:00.000000000-04:00");
  }

  @Property
  void aTimeReadsBackAsItself(
      @ForAll @LongRange(min = 946_684_800_000_000_000L, max = 4_000_000_000_000_000_000L)
          long nanos) {
    Instant instant = Instant.ofEpochSecond(0, nanos);
    String[] cells = new CsvBytes().utc(nanos).newYork(nanos).toString().split(",", -1);

    assertThat(Instant.parse(cells[0])).isEqualTo(instant);
    assertThat(OffsetDateTime.parse(cells[1]))
        .isEqualTo(instant.atZone(ZoneId.of("America/New_York")).toOffsetDateTime());
  }

  @Test
  void whatIsDrainedIsGone() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    csv.text("x".repeat(10_000)).endLine().drain(out);
    csv.text("y").endLine().drain(out);

    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("x\r\ny\r\n").hasSize(10_005);
    assertThat(csv.size()).isZero();
  }
}
