package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final int WIDE = Integer.MAX_VALUE;

  @Test
  void columnsAlignAndNumbersStandRight() {
    Table table = Table.of("ticker", "volume").add("SPY", 5).add("SPXW", 40_983);

    assertThat(table.text(WIDE))
        .isEqualTo(
            """
            ticker  volume
            SPY          5
            SPXW     40983
            """);
  }

  @Test
  void anAbsentValueIsADashAsTextAndNullAsJson() {
    Table table = Table.of("name", "iv").add("a", null).add("b", Double.NaN).add("c", 0.1);

    assertThat(table.text(WIDE)).contains("a       -").contains("b       -").contains("c     0.1");
    assertThat(Json.line(table.records()))
        .isEqualTo(
            """
            [{"name":"a","iv":null},{"name":"b","iv":null},{"name":"c","iv":0.1}]\
            """);
  }

  @Test
  void theLastColumnWrapsWhereTheTerminalEnds() {
    Table table = Table.of("name", "meaning").add("PORT", "where the server listens for browsers");

    assertThat(table.text(30))
        .isEqualTo(
            """
            name  meaning
            PORT  where the server listens
                  for browsers
            """);
  }

  @Test
  void marksOutsideTheFirstPlaneCountAsOneCharacter() {
    assertThat(Table.of("mark", "n").add("𝛿", 1).add("ab", 2).text(WIDE))
        .isEqualTo(
            """
            mark  n
            𝛿     1
            ab    2
            """);
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Table.of("a", "b").add("only one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row has 1 cells, the table 2 columns");
  }

  @Test
  void jsonKeepsFullPrecisionAndEscapesText() {
    assertThat(Json.line(List.of(0.1 + 0.2, 1L << 60, true, "a \"b\"\n")))
        .isEqualTo("[0.30000000000000004,1152921504606846976,true,\"a \\\"b\\\"\\n\"]");
  }

  @Test
  void rowsOfJsonStandOnALineEach() {
    assertThat(Json.lines(List.of(1, 2))).isEqualTo("[\n1,\n2\n]");
    assertThat(Json.lines(List.of())).isEqualTo("[\n]");
  }
}
