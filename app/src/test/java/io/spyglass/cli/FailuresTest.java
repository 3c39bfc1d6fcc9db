package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.net.Refusal;
import io.spyglass.net.VendorOutage;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
  private final StringWriter err = new StringWriter();

  @Test
  void anExpectedFailureIsOneLineAndItsExitCode() {
    int status = run(new CommandFailure(ExitCode.NO_DATA, "2021-01-02 is a Saturday"));

    assertThat(status).isEqualTo(4);
    assertThat(err).hasToString("error: 2021-01-02 is a Saturday" + System.lineSeparator());
  }

  @Test
  void verbosePrintsTheStackTraceToo() {
    int status = run(new CommandFailure(ExitCode.VENDOR, "refused"), "--verbose");

    assertThat(status).isEqualTo(5);
    assertThat(err.toString()).contains("error: refused").contains("\tat io.spyglass.cli");
  }

  @Test
  void aSoftwareErrorPrintsItsStackTraceAlways() {
    int status = run(new IllegalStateException("impossible"));

    assertThat(status).isEqualTo(1);
    assertThat(err.toString())
        .contains("error: software error, please report it")
        .contains("impossible")
        .contains("\tat io.spyglass.cli");
  }

  @Test
  void anOutageOfThisMachineIsAMatterOfConfiguration() {
    assertThat(run(new Outage("data: the disk is full; free some space", null))).isEqualTo(3);
    assertThat(err.toString()).contains("error: data: the disk is full; free some space");
  }

  @Test
  void aVendorThatRefusesOrIsOutOfReachIsAMatterOfTheVendor() {
    assertThat(run(new Refusal(403, "GET /v3/quotes was refused"))).isEqualTo(5);
    assertThat(run(new VendorOutage("GET /v3/quotes failed 5 times", null))).isEqualTo(5);
    assertThat(err.toString()).contains("error: GET /v3/quotes failed 5 times");
  }

  @Test
  void aCorruptFileIsOneLineAndExitCodeOne() {
    assertThat(run(new CorruptFile("a.journal: damaged at offset 128", null))).isEqualTo(1);
    assertThat(err).hasToString("error: a.journal: damaged at offset 128" + System.lineSeparator());
  }

  @Test
  void fileErrorsNameTheFile() {
    assertThat(run(new UncheckedIOException(new NoSuchFileException("a.csv")))).isEqualTo(3);
    assertThat(run(new AccessDeniedException("data"))).isEqualTo(3);
    assertThat(err.toString())
        .contains("error: a.csv: no such file or folder")
        .contains("error: data: no permission");
  }

  @Test
  void aBrokenReadIsASoftwareError() {
    assertThat(run(new IOException("stream closed"))).isEqualTo(1);
  }

  @Test
  void interruptionIs130() {
    assertThat(run(new InterruptedException())).isEqualTo(130);
    assertThat(err).hasToString("error: interrupted" + System.lineSeparator());
  }

  @Test
  void aMistypedCommandIsUsageWithTheNearestOnes() {
    CommandLine line = Spyglass.commandLine().setErr(new PrintWriter(err));

    assertThat(line.execute("docter")).isEqualTo(2);
    assertThat(err.toString()).contains("docter").contains("spyglass doctor").contains("--help");
  }

  @Test
  void noCommandAtAllIsUsage() {
    assertThat(Spyglass.commandLine().setErr(new PrintWriter(err)).execute()).isEqualTo(2);
    assertThat(err.toString()).contains("error: Missing command");
  }

  private int run(Exception failure, String... arguments) {
    CommandLine line = Spyglass.commandLine().addSubcommand("fail", new Failing(failure));
    line.setErr(new PrintWriter(err));
    String[] all = new String[arguments.length + 1];
    all[0] = "fail";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return line.execute(all);
  }

  @Command(description = "Throws.")
  private record Failing(Exception failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      throw failure;
    }
  }
}
