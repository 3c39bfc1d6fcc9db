package io.spyglass.lake;

import static io.spyglass.lake.LakeFixture.DATE;
import static io.spyglass.lake.LakeFixture.OPEN;
import static io.spyglass.lake.LakeFixture.bar;
import static io.spyglass.lake.LakeFixture.lake;
import static io.spyglass.lake.LakeFixture.trade;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.spyglass.model.Conditions;
import io.spyglass.model.OptionContract;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another process that writes into a lake, a step for every line it is told.
final class LakeWriterProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private LakeWriterProcess(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LakeWriterProcess.class.getName()));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    said = process.inputReader(US_ASCII);
  }

  /// One that commits a bar and a trade of another contract at every step, strikes from `strike`
  /// up.
  static LakeWriterProcess committing(Path root, int strike) throws IOException {
    return new LakeWriterProcess(root.toString(), Integer.toString(strike));
  }

  /// One that has the turn to write from its first step to its second.
  static LakeWriterProcess holding(Path root) throws IOException {
    return new LakeWriterProcess(root.toString());
  }

  void begin() throws IOException {
    process.outputWriter(US_ASCII).append("go\n").flush();
  }

  void awaitDone() throws IOException {
    String line = said.readLine();
    if (!"done".equals(line)) {
      throw new IllegalStateException("the other process said " + line);
    }
  }

  @Override
  public void close() throws IOException {
    process.outputWriter(US_ASCII).close();
    process.onExit().join();
  }

  static OptionContract contract(int strike) {
    return OptionContract.parse("O:SPXW210104C0" + strike + "000");
  }

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    BufferedReader told = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
    if (arguments.length == 1) {
      told.readLine();
      try (WriteLock _ = WriteLock.take(root)) {
        System.out.println("done");
        told.readLine();
      }
      return;
    }
    int strike = Integer.parseInt(arguments[1]);
    try (Lake lake = lake(root)) {
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        commit(lake, contract(strike++));
        System.out.println("done");
      }
    }
  }

  static void commit(Lake lake, OptionContract contract) {
    try (DayWriter day = lake.write(DATE)) {
      day.bar(bar(contract, 0, 10, 1)).trade(trade(contract, OPEN, 1, 1, Conditions.NONE));
      day.commit(Completeness.SESSION);
    }
  }
}
