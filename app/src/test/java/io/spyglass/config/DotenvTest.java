package io.spyglass.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotenvTest {
  @TempDir private Path folder;
  private final List<Problem> problems = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '→',
      value = {
        "K=value → value",
        "  K = value   → value",
        "export K=value → value",
        "K=a b c → a b c",
        "K=a#b → a#b",
        "K=a # a comment → a",
        "K=\"a # b\" # a comment → a # b",
        "K='a \\n \"b\"' → a \\n \"b\"",
        "K=\"a \\\"b\\\" \\\\n\" → a \"b\" \\n",
        "K=\"tab\\tend\" → `tab\tend`",
        "K=\"\\d\" → \\d",
        "K=https://host/path?a=b#c → https://host/path?a=b#c",
        "K= → ``",
        "K= # nothing → ``",
        "K='' → ``",
        "\uFEFFK=value → value"
      })
  void aLineIsReadAsDotenvUsersExpect(String line, String value) throws IOException {
    assertThat(read(line).variable("K").map(Dotenv.Variable::value)).contains(value);
    assertThat(problems).isEmpty();
  }

  @Test
  void commentsAndBlankLinesAndLineEndingsOfWindowsAreFine() throws IOException {
    Dotenv dotenv = read("# a comment\r\n\r\n  # another\r\nPORT=9000\r\n");

    assertThat(dotenv.variable("PORT")).contains(new Dotenv.Variable("9000", 4));
    assertThat(problems).isEmpty();
  }

  @Test
  void theLastOfTwoLinesHolds() throws IOException {
    assertThat(read("A=1\nA=2\n").variable("A")).contains(new Dotenv.Variable("2", 2));
  }

  @Test
  void aMalformedLineIsAnErrorWithItsNumber() throws IOException {
    read("A=1\nnonsense\nB=\"open\nC='x'y\n1D=2\n");

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            ".env:2: expected NAME=value",
            ".env:3: B: the quotes do not match",
            ".env:4: C: the quotes do not match",
            ".env:5: expected NAME=value");
  }

  @Test
  void aFileThatIsNoTextIsAnError() throws IOException {
    Files.write(folder.resolve(".env"), "K=\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    Dotenv.find(folder, problems::add);

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(".env: cannot be read: it is not UTF-8 text");
  }

  private Dotenv read(String text) throws IOException {
    Files.writeString(folder.resolve(".env"), text);
    return Dotenv.find(folder, problems::add);
  }
}
