package io.spyglass.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
  @TempDir private Path folder;
  private final List<String> problems = new ArrayList<>();

  @Test
  void everyKeyKnowsItsLine() throws IOException {
    Node.Mapping top = read("a: 1\n\n# b\nb:\n  c: [x, y]\n  d: 10:00\n");

    assertThat(top.entries()).extracting(Node.Entry::line).containsExactly(1, 4);
    Node.Mapping below = (Node.Mapping) top.entries().getLast().value();
    assertThat(below.entries()).extracting(Node.Entry::line).containsExactly(5, 6);
    assertThat(below.entries().getLast().value()).isEqualTo(new Node.Scalar("10:00", 6));
    assertThat(problems).isEmpty();
  }

  @Test
  void textsStayAsTheyAreSpelled() throws IOException {
    Node.Mapping top = read("a: 0.10\nb: 1_000\nc: 010\nd: yes\ne: ~\nf: \"\"\n");

    assertThat(top.entries())
        .extracting(entry -> ((Node.Scalar) entry.value()).text())
        .containsExactly("0.10", "1_000", "010", "yes", "", "");
  }

  @Test
  void aKeyThatStandsTwiceIsAnErrorWithBothLines() throws IOException {
    read("a: 1\nb: 2\na: 3\n");

    assertThat(problems).containsExactly("f.yaml:3: the key 'a' stands on line 1 already");
  }

  @Test
  void brokenYamlIsAnErrorWithItsLine() throws IOException {
    read("a: 1\nb: [1, 2\nc: 3\n");

    assertThat(problems)
        .containsExactly(
            "f.yaml:3: is not YAML: while parsing a flow sequence; expected ',' or ']', but got :");
  }

  @Test
  void whatNoYamlParserReadsIsAnErrorToo() throws IOException {
    read("a: \u0000\n");
    read("? [a, b]\n: c\n");
    read("[".repeat(2000));

    assertThat(problems).hasSize(3).allMatch(problem -> problem.contains("is not YAML: "));
  }

  @Test
  void aTabForIndentationIsAnErrorWithItsLine() throws IOException {
    read("a:\n\tb: 1\n");

    assertThat(problems).singleElement().asString().startsWith("f.yaml:2: is not YAML: ");
  }

  @Test
  void aliasesAreRefused() throws IOException {
    read("a: &x 1\nb: *x\n");

    assertThat(problems)
        .containsExactly("f.yaml:2: aliases are not supported; write the value out");
  }

  @Test
  void aSecondDocumentIsRefused() throws IOException {
    read("a: 1\n---\nb: 2\n");

    assertThat(problems).containsExactly("f.yaml:3: holds a second document; only one is read");
  }

  @Test
  void aFileWithoutKeysIsRefusedAndAnEmptyOneIsFine() throws IOException {
    read("- 1\n");
    assertThat(problems).containsExactly("f.yaml:1: expected keys and values at the top");
    problems.clear();
    read("# nothing\n");
    assertThat(problems).isEmpty();
  }

  private Node.Mapping read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("f.yaml"), text);
    return YamlFile.read(file, "f.yaml", problem -> problems.add(problem.toString()))
        .orElse(new Node.Mapping(List.of(), 0));
  }
}
