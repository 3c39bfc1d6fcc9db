package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as the shell sees it: a process of its own.
class SpyglassProcessTest {
  @TempDir private Path folder;
  private String out = "";
  private String err = "";

  @Test
  void badSettingsEndTheProcessWithThreeAndOneLine() throws Exception {
    assertThat(run(Map.of("PORT", "x"), "config", "show")).isEqualTo(3);
    assertThat(out).isEmpty();
    assertThat(err)
        .isEqualTo("error: environment: PORT: expected an integer from 0 to 65535, found 'x'\n");
  }

  @Test
  void warningsGoToStandardErrorAsJsonWhereAskedFor() throws Exception {
    Map<String, String> environment = Map.of("POLYGON_APIKEY", "x");

    assertThat(run(environment, "config", "show", "--json", "--log-format", "json")).isEqualTo(0);
    assertThat(err)
        .startsWith("{\"time\":\"")
        .contains("\"level\":\"WARN\"", "did you mean POLYGON_API_KEY?\"}\n");
    assertThat(out).startsWith("[\n{\"setting\":\"HOST\"");
  }

  @Test
  void aDoctorsTableIsUtf8InAnyLocale() throws Exception {
    assertThat(run(Map.of("PORT", "0", "LC_ALL", "C"), "doctor")).isEqualTo(0);
    assertThat(out).contains("✔ good");
  }

  private int run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Spyglass.class.getName()));
    command.addAll(List.of(arguments));
    Path stdout = folder.resolve("stdout");
    Path stderr = folder.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(folder.resolve("project")).toFile())
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    out = read(stdout);
    err = read(stderr);
    return status;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
