package io.spyglass.vendor.polygon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FaultsTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "../docs/simulator.md");

  @Test
  void theDocumentationNamesEveryKnobAsItIs() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `") && Knob.of(word(line)) != null)
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(Knob.values()).map(FaultsTest::row).toList());
  }

  private static String word(String line) {
    return line.substring(3, line.indexOf('`', 3));
  }

  private static String row(Knob knob) {
    String preset =
        knob.kind() == Knob.Kind.FLAG
            ? Boolean.toString(knob.preset() != 0)
            : new Json(Spelling.PLAIN).number(knob.preset()).toString();
    return "| `%s` | %s | %s | %s |"
        .formatted(knob.word(), knob.expected(), preset, knob.meaning());
  }

  @Test
  void everyPresetHasItsFaultsAndEverythingHasThemAllButSilence() {
    assertThat(Faults.preset("none").toJson()).isEqualTo(Faults.NONE.toJson());
    assertThat(Faults.preset("silent").has(Knob.SILENT)).isTrue();
    Faults everything = Faults.preset("everything");
    for (String name : List.of("storm", "flaky", "dirty")) {
      Faults part = Faults.preset(name);
      JsonNode knobs = Simulated.tree(part.toJson());
      for (Knob knob : Knob.values()) {
        if (part.get(knob) != knob.preset()) {
          assertThat(everything.get(knob)).as(knob.word()).isNotEqualTo(knob.preset());
        }
        assertThat(knobs.has(knob.word())).isTrue();
      }
    }
    assertThat(everything.has(Knob.SILENT)).isFalse();
    assertThat(everything.has(Knob.HALF_OPEN)).isFalse();
  }

  @Test
  void aPutMergesAndAPresetReplaces() {
    Faults two = Faults.NONE.with("{\"duplicates\": 0.5}").with("{\"silent\": true}");

    assertThat(two.get(Knob.DUPLICATES)).isEqualTo(0.5);
    assertThat(two.has(Knob.SILENT)).isTrue();
    assertThat(two.with("{\"preset\": \"none\", \"malformed\": 1}").has(Knob.SILENT)).isFalse();
    assertThat(two.with("\"none\"").get(Knob.DUPLICATES)).isZero();
  }

  @Test
  void whatIsNoKnobOrValueIsNamed() {
    assertThatThrownBy(() -> Faults.NONE.with("{\"dublicates\": 1}"))
        .hasMessageContaining("dublicates");
    assertThatThrownBy(() -> Faults.NONE.with("{\"duplicates\": 1.5}"))
        .hasMessageContaining("a number from 0 to 1");
    assertThatThrownBy(() -> Faults.NONE.with("{\"duplicates\": \"x\"}"))
        .hasMessageContaining("duplicates");
    assertThatThrownBy(() -> Faults.NONE.with("{")).hasMessageContaining("JSON object");
    assertThatThrownBy(() -> Faults.preset("wild")).hasMessageContaining("everything");
  }
}
