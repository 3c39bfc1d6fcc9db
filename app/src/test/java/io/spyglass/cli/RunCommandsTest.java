package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.SharedData;
import io.spyglass.journal.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `replay`, `serve` and `demo`, as a user types them.
class RunCommandsTest {
  private static final String MINUTES = "Data/indexoption/usa/minute/spxw";
  private static final String CALL = "20210104_spxw_minute_%s_european_call_37000000_20210104.csv";

  @TempDir private Path folder;
  private Path home = Path.of("");
  private String out = "";
  private String err = "";

  private int run(String... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine commandLine =
        Spyglass.commandLine(home, Map.of("BROWSER", "none"))
            .setOut(new PrintWriter(output))
            .setErr(new PrintWriter(errors));
    int status = commandLine.execute(arguments);
    out = output.toString();
    err = errors.toString();
    return status;
  }

  private void zip(String name, String entry, String rows) throws IOException {
    Path file = folder.resolve(MINUTES).resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream stream = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(rows.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Two minutes of one call: bought by the quote, then sold.
  @BeforeEach
  void importSmallDay() throws IOException {
    home = folder;
    zip(
        "20210104_quote_european.zip",
        String.format(CALL, "quote"),
        """
        34200000,10000,10000,10000,10000,5,12000,12000,12000,12000,5
        34260000,10000,10000,10000,10000,5,12000,12000,12000,12000,5
        """);
    zip(
        "20210104_trade_european.zip",
        String.format(CALL, "trade"),
        """
        34200000,12000,12000,12000,12000,3
        34260000,10000,10000,10000,10000,4
        """);
    assertThat(run("import", "lean", folder.resolve("Data").toString())).isZero();
  }

  @Test
  void aReplayEndsWithTheFlowAsJson() {
    assertThat(
            run(
                "replay",
                "--date",
                "2021-01-04",
                "--underlying",
                "spx",
                "--speed",
                "max",
                "--json"))
        .isZero();
    JsonNode flow = JsonMapper.shared().readTree(out);
    assertThat(flow.path("underlying").asString()).isEqualTo("SPX");
    assertThat(flow.path("mode").asString()).isEqualTo("replay");
    JsonNode call = flow.path("contracts").path(0);
    assertThat(call.path("ticker").asString()).isEqualTo("O:SPXW210104C03700000");
    assertThat(call.path("volume").asInt()).isEqualTo(7);
    assertThat(call.path("premium").asDouble()).isEqualTo(3 * 120 + 4 * 100);
    assertThat(call.path("bought").asInt()).isEqualTo(3);
    assertThat(call.path("sold").asInt()).isEqualTo(4);
  }

  @Test
  void aReplayEndsWithTheFlowAsATable() {
    assertThat(run("replay", "--date", "2021-01-04", "--underlying", "SPX")).isZero();
    assertThat(out).containsPattern("SPXW210104C03700000 +7 +760 +-40 +3 +4 +0");
    assertThat(out).containsPattern("all of SPXW 2021-01-04 +7 ");
  }

  @Test
  void aDateWithoutATradingDayIsNoData() {
    assertThat(run("replay", "--date", "2021-01-03", "--underlying", "SPX")).isEqualTo(4);
    assertThat(err)
        .contains("2021-01-03 is no trading day; the one before it is 2020-12-31")
        .contains("2021-01-04");
    assertThat(run("demo", "--date", "2026-11-21", "--port", "0")).isEqualTo(4);
    assertThat(err).contains("2026-11-21 is no trading day");
  }

  @Test
  void aDayThatIsNotStoredIsNoDataAndSaysHowToGetIt() {
    assertThat(run("replay", "--date", "2021-01-05", "--underlying", "SPX")).isEqualTo(4);
    assertThat(err).contains("2021-01-05").contains("SPX").contains("import");
  }

  @Test
  void whatIsNoSpeedOrUnderlyingIsAMistakeOfUse() {
    assertThat(run("replay", "--date", "2021-01-04", "--speed", "fast")).isEqualTo(2);
    assertThat(err).contains("'fast' is no speed: give a number above 0, as in 60, or max");
    assertThat(run("replay", "--date", "2021-01-04", "--underlying", "S&P")).isEqualTo(2);
    assertThat(err).contains("S&P");
    assertThat(run("demo", "--port", "abc")).isEqualTo(2);
    assertThat(err).contains("'abc' is no port: give a number from 0 to 65535");
    assertThat(run("serve", "--replay", "2021-01-04", "--port", "65536")).isEqualTo(2);
    assertThat(run("demo", "--underlying", "QQQ", "--port", "0")).isEqualTo(2);
    assertThat(err).contains("SPX and SPY");
  }

  @Test
  void aPortInUseIsSaidWithWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(run("serve", "--replay", "2021-01-04", "--underlying", "SPX", "--port", port))
          .isEqualTo(3);
      assertThat(err).contains("port " + port).contains("--port");
    }
  }

  @Test
  void aPortInUseIsSaidBeforeADayIsLookedFor() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(run("serve", "--replay", "2021-01-05", "--port", port)).isEqualTo(3);
      assertThat(err).contains("port " + port);
    }
  }

  @Test
  void aFolderThatAnotherServerHoldsIsSaidWithItsProcess() {
    try (DataFolder _ = DataFolder.claim(folder.resolve("data"))) {
      assertThat(run("serve", "--replay", "2021-01-04", "--underlying", "SPX", "--port", "0"))
          .isEqualTo(3);
      assertThat(err).contains(String.valueOf(ProcessHandle.current().pid()));
    }
  }

  @Test
  void inReplayModeADayIsServedWithoutBeingNamed() throws IOException {
    Files.writeString(folder.resolve(".env"), "REPLAY_MODE=true\n");
    assertThat(run("serve", "--underlying", "SPX", "--port", "0")).isEqualTo(4);
    assertThat(err).as("the last complete session is not in the lake").contains("import");
  }

  @Test
  void aCorruptFileIsNamed() throws IOException {
    Path bars = folder.resolve("data/raw/options/2021-01-04.parquet");
    Files.write(bars, new byte[] {'P', 'A', 'R', '1', 0, 0, 0, 0, 'P', 'A', 'R', '1'});
    assertThat(run("replay", "--date", "2021-01-04", "--underlying", "SPX")).isEqualTo(1);
    assertThat(err).contains("2021-01-04.parquet").doesNotContain("\tat ");
  }

  @Test
  void theRecordedDayEndsWithItsVolumeAndPremiumAndEachContractWithTheSumOfItsBars()
      throws IOException {
    Path recorded = SharedData.at("data/lean/Data");
    home = folder.resolve("recorded");
    assertThat(run("import", "lean", recorded.toString())).isZero();
    assertThat(
            run(
                "replay",
                "--date",
                "2021-01-04",
                "--underlying",
                "SPX",
                "--speed",
                "max",
                "--json"))
        .isZero();
    JsonNode flow = JsonMapper.shared().readTree(out);
    JsonNode totals = flow.path("totals");
    assertThat(totals.path("call_volume").asInt() + totals.path("put_volume").asInt())
        .isEqualTo(40_983);
    assertThat(totals.path("call_premium").asLong() + totals.path("put_premium").asLong())
        .isEqualTo(24_146_879);
    Map<String, Long> volumes = new TreeMap<>();
    flow.path("contracts")
        .forEach(row -> volumes.put(row.path("ticker").asString(), row.path("volume").asLong()));
    volumes.values().removeIf(volume -> volume == 0);
    assertThat(volumes).isEqualTo(summed(recorded));
  }

  /// The volume of each contract of the day's expiry, straight from the recorded zip.
  private static Map<String, Long> summed(Path recorded) throws IOException {
    Map<String, Long> sums = new TreeMap<>();
    Path zip = recorded.resolve("indexoption/usa/minute/spxw/20210104_trade_european.zip.zip");
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        String[] name = entry.getName().split("[_.]", -1);
        if (name[7].equals("20210104")) {
          String right = name[5].equals("call") ? "C" : "P";
          long mills = Long.parseLong(name[6]) / 10;
          String ticker = String.format("O:SPXW210104%s%08d", right, mills);
          sums.merge(ticker, volume(file.getInputStream(entry)), Long::sum);
        }
      }
    }
    return sums;
  }

  private static long volume(InputStream rows) {
    long volume = 0;
    try (Scanner scanner = new Scanner(rows, StandardCharsets.UTF_8)) {
      while (scanner.hasNextLine()) {
        String[] fields = scanner.nextLine().split(",", -1);
        volume += fields.length == 6 ? Long.parseLong(fields[5]) : 0;
      }
    }
    return volume;
  }
}
