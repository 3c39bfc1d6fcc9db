package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SpyglassTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpGoesToStandardOutputAndIsNoError() {
    assertThat(run("--help")).isEqualTo(ExitCode.DONE.status());
    assertThat(out.toString()).startsWith("Usage: spyglass");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpIsACommandToo() {
    assertThat(run("help")).isEqualTo(ExitCode.DONE.status());
    assertThat(out.toString()).startsWith("Usage: spyglass");
    out.getBuffer().setLength(0);
    assertThat(run("help", "demo")).isEqualTo(ExitCode.DONE.status());
    assertThat(out.toString()).startsWith("Usage: spyglass demo");
  }

  @Test
  void theVersionIsOneLine() {
    assertThat(run("--version")).isEqualTo(ExitCode.DONE.status());
    assertThat(out.toString().strip()).startsWith("spyglass ").doesNotContain("\n");
  }

  @Test
  void anUnknownOptionIsAUsageErrorOnStandardError() {
    assertThat(run("--no-such-option")).isEqualTo(ExitCode.USAGE.status());
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("--no-such-option");
  }

  @Test
  void withoutACommandItSaysSoAndNamesTheHelp() {
    assertThat(run()).isEqualTo(ExitCode.USAGE.status());
    assertThat(err.toString()).contains("Missing command", "spyglass --help");
  }

  private int run(String... arguments) {
    CommandLine commandLine = Spyglass.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
