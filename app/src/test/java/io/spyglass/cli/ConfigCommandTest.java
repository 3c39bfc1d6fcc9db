package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConfigCommandTest {
  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private String out = "";
  private String err = "";

  @Test
  void showPrintsEverySettingWithItsSecretsHidden() {
    environment.put("POLYGON_API_KEY", "abcdefgh12345678");

    assertThat(run("config", "show")).isEqualTo(0);
    assertThat(out).contains("PORT").contains("****5678").doesNotContain("abcdefgh", "origin");
  }

  @Test
  void showSaysWhereAValueComesFrom() throws IOException {
    write("config/settings.yaml", "flow:\n  strikes_each_side: 5\n");
    write(".env", "PORT=9000\n");

    assertThat(run("config", "show", "--origin")).isEqualTo(0);
    assertThat(out)
        .containsPattern("flow.strikes_each_side +config/settings.yaml:2 +5")
        .containsPattern("PORT +.env:1 +9000")
        .containsPattern("HOST +default +127.0.0.1");
  }

  @Test
  void showAsJsonKeepsTypes() {
    assertThat(run("config", "show", "--json")).isEqualTo(0);
    assertThat(out)
        .contains(
            """
            {"setting":"PORT","variable":"PORT","value":8000,"origin":"default"}\
            """,
            """
            "value":{"SPY":0.5,"SPX":5.0}\
            """,
            """
            {"setting":"strategy.width","variable":null,"value":null,"origin":"default"}\
            """);
  }

  @Test
  void validateListsEverythingThatIsWrong() throws IOException {
    write("config/settings.yaml", "flow:\n  strikes: 5\ndetection:\n  enabled: perhaps\n");
    environment.put("POLYGON_APIKEY", "x");

    assertThat(run("config", "validate")).isEqualTo(3);
    assertThat(out.lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("error: config/settings.yaml:2: unknown key"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "error: config/settings.yaml:4: detection.enabled: expected true or false,"
                            + " found 'perhaps'"),
            line -> assertThat(line).startsWith("warning: POLYGON_APIKEY: is ignored"));
  }

  @Test
  void aPasswordInABadAddressIsNotPrinted() {
    environment.put("POLYGON_BASE_URL", "ftp://me:proxypassword@proxy");

    assertThat(run("config", "validate")).isEqualTo(3);
    assertThat(out).contains("ftp://****@proxy").doesNotContain("proxypassword");
    assertThat(run("config", "validate", "--json")).isEqualTo(3);
    assertThat(out).contains("ftp://****@proxy").doesNotContain("proxypassword");
    assertThat(run("calendar")).isEqualTo(3);
    assertThat(err).contains("ftp://****@proxy").doesNotContain("proxypassword");
  }

  @Test
  void initSaysWhatIsInItsWay() throws IOException {
    write("config", "a file");

    assertThat(run("config", "init")).isEqualTo(3);
    assertThat(err).contains("config: exists already, and is not what is needed there");
  }

  @Test
  void validateSaysThatNothingIsWrong() {
    assertThat(run("config", "validate")).isEqualTo(0);
    assertThat(out.strip()).isEqualTo("The configuration is valid.");
    assertThat(run("config", "validate", "--json")).isEqualTo(0);
    assertThat(out.strip()).isEqualTo("{\"valid\":true,\"problems\":[],\"warnings\":[]}");
  }

  @Test
  void initWritesFilesToStartFromAndKeepsThoseThatExist() throws IOException {
    write(".env", "PORT=9000\n");

    assertThat(run("config", "init")).isEqualTo(0);
    assertThat(out).containsPattern("config/settings.yaml +written").containsPattern(".env +kept");
    assertThat(folder.resolve(".env")).hasContent("PORT=9000\n");
    assertThat(run("config", "validate")).isEqualTo(0);
  }

  @Test
  void initOverwritesWhereItIsToldTo() throws IOException {
    write("config/sinks.yaml", "lake: {root: elsewhere}\n");

    assertThat(run("config", "init", "--force")).isEqualTo(0);
    assertThat(folder.resolve("config/sinks.yaml")).content().contains("#root: data");
  }

  @Test
  void initWritesIntoTheFolderThatConfigDirNames() {
    assertThat(run("config", "init", "--config-dir", "mine")).isEqualTo(0);
    assertThat(folder.resolve("mine/sources.yaml")).exists();
    assertThat(folder.resolve("config")).doesNotExist();
  }

  @Test
  void configDirIsAcceptedBeforeAndAfterTheCommand() throws IOException {
    write("mine/settings.yaml", "flow:\n  underlying: QQQ\n");

    assertThat(run("--config-dir", "mine", "config", "show", "--origin")).isEqualTo(0);
    assertThat(out).containsPattern("flow.underlying +mine/settings.yaml:2 +QQQ");
    assertThat(run("config", "show", "--origin", "--config-dir=mine")).isEqualTo(0);
    assertThat(out).containsPattern("flow.underlying +mine/settings.yaml:2 +QQQ");
  }

  @Test
  void aCommandThatNeedsSettingsDoesNotStartWithBadOnes() {
    environment.put("PORT", "x");

    assertThat(run("calendar")).isEqualTo(3);
    assertThat(out).isEmpty();
    assertThat(err.strip())
        .isEqualTo("error: environment: PORT: expected an integer from 0 to 65535, found 'x'");
  }

  @Test
  void theCalendarTakesTheOverridesOfTheSettings() throws IOException {
    write("config/settings.yaml", "calendar:\n  overrides_file: days.csv\n");
    write("days.csv", "2026-11-20,closed\n");

    assertThat(run("calendar", "--from", "2026-11-20", "--to", "2026-11-20")).isEqualTo(0);
    assertThat(out).containsPattern("2026-11-20 +closed");
    write("days.csv", "2026-11-20,perhaps\n");
    assertThat(run("calendar")).isEqualTo(3);
    assertThat(err).contains("days.csv");
  }

  @Test
  void doctorEndsWithTheConfigurationsExitCodeWhereSomethingMustBeFixed() throws IOException {
    environment.put("PORT", "0");
    assertThat(run("doctor")).isEqualTo(0);
    assertThat(out).containsPattern("configuration +✔ good").containsPattern("polygon +! note");
    write("data", "a file");
    assertThat(run("doctor", "--json")).isEqualTo(3);
    assertThat(out).contains("{\"check\":\"data folder\",\"state\":\"bad\"");
  }

  @Test
  void configAloneIsUsage() {
    assertThat(run("config")).isEqualTo(2);
    assertThat(err).contains("Missing command: show, validate or init");
  }

  @Test
  void everyCommandKnowsTheOptionsOfAll() {
    for (String command : new String[] {"config", "doctor", "calendar"}) {
      assertThat(run(command, "--help")).isEqualTo(0);
      assertThat(out).contains("--config-dir", "--log-format", "--verbose");
    }
    assertThat(run("config", "show", "--help")).isEqualTo(0);
    assertThat(out).contains("--config-dir", "--json");
  }

  private int run(String... arguments) {
    StringWriter outWriter = new StringWriter();
    StringWriter errWriter = new StringWriter();
    CommandLine line = Spyglass.commandLine(folder, environment);
    line.setOut(new PrintWriter(outWriter, true)).setErr(new PrintWriter(errWriter, true));
    int status = line.execute(arguments);
    out = outWriter.toString();
    err = errWriter.toString();
    return status;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
