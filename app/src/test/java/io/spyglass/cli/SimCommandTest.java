package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimCommandTest {
  @TempDir private Path folder;
  private String err = "";

  @Test
  void itServesUntilItIsToldToEndAndEndsWell() throws Exception {
    Path knobs = folder.resolve("knobs.json");
    Files.writeString(knobs, "{\"preset\": \"storm\", \"rest_throttled\": 0, \"rest_outages\": 0}");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Spyglass.class.getName(),
                "sim",
                "polygon",
                "--port-base",
                "0",
                "--date",
                "2026-11-20",
                "--until",
                "2026-11-20T09:30",
                "--faults",
                knobs.toString())
            .directory(folder.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    try (BufferedReader out = process.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      List<String> lines = List.of(out.readLine(), out.readLine(), out.readLine(), out.readLine());
      assertThat(lines.get(0)).contains("2026-11-20 from 09:30 New York, seed 1");
      assertThat(lines.get(3)).startsWith("POLYGON_WS_URL=ws://127.0.0.1:");
      assertThat(out.readLine()).isEqualTo("POLYGON_API_KEY=simulated");
      String base = lines.get(2).substring("POLYGON_BASE_URL=".length());
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base + "/v1/marketstatus/now?apiKey=simulated"))
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).body())
          .contains("\"market\":\"open\"", "2026-11-20T09:30:00");
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private int run(String... arguments) {
    StringWriter errors = new StringWriter();
    CommandLine commandLine =
        Spyglass.commandLine(folder, Map.of())
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(errors));
    int status = commandLine.execute(arguments);
    err = errors.toString();
    return status;
  }

  @Test
  void otherVendorsAndMistakesAreSaid() {
    assertThat(run("sim", "tradier")).isEqualTo(2);
    assertThat(err).contains("tradier is not built yet");
    assertThat(run("sim", "poligon")).isEqualTo(2);
    assertThat(err).contains("no simulator of 'poligon'");
    assertThat(run("sim", "--faults", "wild")).isEqualTo(2);
    assertThat(err).contains("storm");
    assertThat(run("sim", "--port-base", "65535")).isEqualTo(2);
    assertThat(run("sim", "--speed", "fast")).isEqualTo(2);
    assertThat(run("sim", "--date", "2026-11-20", "--until", "noon")).isEqualTo(2);
    assertThat(err).contains("--until wants 16:00 or 2026-11-23T16:00, not 'noon'");
    assertThat(run("sim", "--date", "2026-11-20", "--at", "10:00", "--until", "09:59"))
        .isEqualTo(2);
    assertThat(err).contains("--until 09:59 lies before");
    assertThat(run("sim", "--at", "25:00")).isEqualTo(2);
    assertThat(err).contains("'25:00' is no time of day").doesNotContain("java.", "Exception");
  }

  @Test
  void aDayWithoutTradingIsNoData() {
    assertThat(run("sim", "--date", "2026-11-21")).isEqualTo(4);
    assertThat(err).contains("2026-11-21 is no trading day");
    assertThat(run("sim", "--date", "2019-12-31")).isEqualTo(4);
    assertThat(err).contains("begins on 2020-01-02");
  }

  @Test
  void aPortInUseIsSaidWithWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String base = String.valueOf(taken.getLocalPort() - 1);
      assertThat(run("sim", "--date", "2026-11-20", "--port-base", base)).isEqualTo(3);
      assertThat(err).contains("port " + taken.getLocalPort()).contains("--port-base");
    }
  }
}
