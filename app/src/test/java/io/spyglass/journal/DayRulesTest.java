package io.spyglass.journal;

import static io.spyglass.journal.Events.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.flow.Coverage;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.PrintRules;
import io.spyglass.model.Underlying;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRulesTest {
  private static final Underlying SPX = new Underlying("SPX");
  private static final Underlying SPY = new Underlying("SPY");
  private static final PrintRules ODD = new PrintRules(-1L, 0x8000_0000_0000_0001L);
  private static final DayRules RULES =
      new DayRules(
          DAY,
          "https://api.massive.com",
          900_000_000_000L,
          "33 codes of the vendor",
          List.of(
              new DayRules.Watched(SPY, FlowRules.standard(SPY).counting(ODD), 660.25),
              new DayRules.Watched(
                  SPX,
                  new FlowRules(
                      0,
                      2,
                      1_000_000L,
                      Double.POSITIVE_INFINITY,
                      2_000_000L,
                      3_000_000L,
                      Coverage.LISTED,
                      PrintRules.standard()),
                  Double.NaN)));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheJournal() {
    file = Journal.file(folder, DAY, "live");
  }

  @Test
  void theyComeBackAsTheyWereWritten() {
    assertThat(DayRules.read(file, DAY)).isEmpty();
    RULES.write(file);
    assertThat(DayRules.read(file, DAY)).contains(RULES);
    assertThat(RULES.rules().keySet()).containsExactly(SPY, SPX);
    assertThat(RULES.previousCloses()).isEqualTo(Map.of(SPY, 660.25));
  }

  @Test
  void theyArePlainToRead() throws IOException {
    RULES.write(file);
    String text = Files.readString(file.resolveSibling("live.json"));
    assertThat(text)
        .contains("\"version\" : 1")
        .contains("\"date\" : \"2025-12-19\"")
        .contains("\"delay_ms\" : 900000")
        .contains("\"recentre_move\" : 0.5")
        .contains("\"recentre_move\" : null")
        .contains("\"quote_max_age_ms\" : 5000")
        .contains("\"skipped\" : \"fe\"")
        .contains("\"abstaining\" : \"8000000000000001\"")
        .contains("\"previous_close\" : 660.25")
        .contains("\"previous_close\" : null");
  }

  @Test
  void writingAnewReplacesThemAndLeavesNothingElse() throws IOException {
    RULES.write(file);
    DayRules other = new DayRules(DAY, "https://b", 0, "standard", RULES.underlyings());
    other.write(file);
    assertThat(DayRules.read(file, DAY)).contains(other);
    try (Stream<Path> files = Files.list(file.resolveSibling(""))) {
      assertThat(files).containsExactly(file.resolveSibling("live.json"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : 1|\"version\" : 2|it is of version 2",
        "\"version\" : 1|\"version\" : \"x\"|version",
        "2025-12-19|2025-12-22|it is of 2025-12-22, not of 2025-12-19",
        "2025-12-19|today|today",
        "\"fe\"|\"seven\"|seven",
        "\"recentre_ms\" : 1,|\"\" : 1,|recentre_ms",
        "\"recentre_ms\" : 1,|\"recentre_ms\" : 9223372036854775807,|recentre_ms",
        "\"recentre_ms\" : 1,|\"recentre_ms\" : 0,|above 0",
        "\"symbol\" : \"SPX\"|\"symbol\" : \"S&P\"|S&P",
        "}|]|line ",
      })
  void rulesThatCannotBeAreNotGuessedAt(String was, String is, String why) throws IOException {
    RULES.write(file);
    Path path = file.resolveSibling("live.json");
    String text = Files.readString(path);
    assertThat(text).contains(was);
    Files.writeString(path, text.replace(was, is));
    assertThatThrownBy(() -> DayRules.read(file, DAY))
        .isInstanceOf(CorruptFile.class)
        .hasMessageContaining(path.toString())
        .hasMessageContaining(why)
        .hasMessageContaining("move both away");
  }

  @Test
  void aFolderThatCannotBeWrittenIsAnOutage() throws IOException {
    Files.writeString(folder.resolve("journal"), "in the way");
    assertThatThrownBy(() -> RULES.write(file))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("live.json");
  }

  @Test
  void timesAreWholeMilliseconds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DayRules(DAY, "a", 1, "b", RULES.underlyings()))
        .withMessageContaining("1 ns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DayRules(DAY, "a", 0, "b", List.of()));
  }
}
