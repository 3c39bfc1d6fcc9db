package io.spyglass.vendor.polygon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.simulator.Selection;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The vendor's own clients against the simulator: they cannot tell it from the vendor.
class PolygonClientsIT {
  private static final Path CLIENTS =
      Path.of(System.getProperty("basedir", "."), "..", "clients").normalize();
  private static final LocalDate EXPIRY = LocalDate.of(2026, 11, 23);

  @TempDir private Path folder;

  @Test
  void theVendorsJavaScriptClientsGetWhatTheyAskFor() throws Exception {
    install();
    SimulatedClock clock = SimulatedClock.of(Simulated.DATE, LocalTime.of(11, 0), 10);
    Selection selection = Selection.all().expiring(Simulated.DATE, EXPIRY);
    try (PolygonSimulator simulator =
        PolygonSimulator.start(
            0, new Scene(Simulated.MARKET, Simulated.CALENDAR, selection, clock), Faults.NONE)) {
      int status = run(environment(simulator), "npm", "test");

      assertThat(status).as(() -> output()).isZero();
    }
  }

  private static Map<String, String> environment(PolygonSimulator simulator) {
    OptionContract contract = OptionContract.of("SPXW", EXPIRY, Right.CALL, 6640);
    return Map.of(
        "SIMULATOR_REST", simulator.restUrl(),
        "SIMULATOR_SOCKETS", simulator.socketUrl(),
        "SIMULATOR_CONTRACT", contract.ticker(),
        "SIMULATOR_DATE", Simulated.DATE.toString(),
        "SIMULATOR_PREVIOUS", Simulated.CALENDAR.previous(Simulated.DATE).toString(),
        "SIMULATOR_EXPIRY", EXPIRY.toString());
  }

  /// Installs what package-lock.json names, unless that is what stands there.
  private void install() throws IOException, InterruptedException {
    Path installed = CLIENTS.resolve("node_modules/.package-lock.json");
    Path wanted = CLIENTS.resolve("package-lock.json");
    if (Files.exists(installed)
        && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0) {
      return;
    }
    int status = run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    assertThat(status).as(() -> output()).isZero();
  }

  private int run(Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .directory(CLIENTS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile());
    builder.environment().putAll(variables);
    return builder.start().waitFor();
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
