package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WarmUpCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Spyglass.commandLine(folder, Map.of())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void trainsInSilenceAndEnds() {
    assertThat(run("warm-up")).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  /// A command that only fails would train nothing.
  @ParameterizedTest
  @MethodSource("io.spyglass.cli.WarmUpCommand#quick")
  void theQuickCommandsSucceed(List<String> arguments) {
    assertThat(run(arguments.toArray(String[]::new))).isZero();
    assertThat(out.toString()).isNotEmpty();
  }
}
