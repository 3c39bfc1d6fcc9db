package io.spyglass.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  private static final Path PROJECT =
      Path.of(System.getProperty("basedir", ".")).resolve("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void everyVariableOfTheContractIsKnown() {
    assertThat(Catalogue.variables())
        .contains(
            "POLYGON_API_KEY",
            "POLYGON_BASE_URL",
            "POLYGON_WS_URL",
            "TRADIER_ACCESS_TOKEN",
            "TRADIER_ACCOUNT_ID",
            "TRADIER_BASE_URL",
            "TRADIER_ALLOW_LIVE",
            "DATABENTO_API_KEY",
            "DATABASE_URL",
            "SPX_DB_PATH",
            "TZ",
            "SNAPSHOT_INTERVAL_MINUTES",
            "SNAPSHOT_UNDERLYING",
            "SNAPSHOT_DTE_TARGETS",
            "SNAPSHOT_DTE_TOLERANCE_DAYS",
            "ALLOW_SNAPSHOT_OUTSIDE_RTH",
            "POLL_SCHEDULE",
            "EOD_SCHEDULE",
            "POLL_DTE_MIN",
            "POLL_DTE_MAX",
            "POLL_ROOTS",
            "ADMIN_API_KEY",
            "CORS_ORIGINS",
            "HOST",
            "PORT",
            "FLOW_UNDERLYING",
            "REPLAY_MODE",
            "REPLAY_DATE",
            "REPLAY_SPEED",
            "DETECTION_ENABLED",
            "ALERT_STORAGE_ENABLED",
            "VOLUME_FLOOR",
            "PREMIUM_FLOOR",
            "DELTA_THRESHOLD",
            "DORMANCY_THRESHOLD",
            "MULTIPLIER_THRESHOLD",
            "S3_BUCKET",
            "S3_ENDPOINT",
            "S3_ACCESS_KEY",
            "S3_SECRET_KEY",
            "S3_REGION",
            "PUSHOVER_TOKEN",
            "PUSHOVER_USER",
            "TELEGRAM_BOT_TOKEN",
            "TELEGRAM_CHAT_ID",
            "WEBHOOK_URL");
  }

  @Test
  void everyNameIsDeclaredOnce() {
    assertThat(Catalogue.settings().map(Setting::name)).doesNotHaveDuplicates();
    assertThat(Catalogue.settings().flatMap(setting -> setting.variable().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyDefaultIsOfItsTypeAndEverySettingSaysWhatItIs() {
    assertThat(Catalogue.settings())
        .allSatisfy(setting -> {
          assertThat(setting.fallbackValue().isPresent()).isEqualTo(!setting.fallback().isEmpty());
          assertThat(setting.meaning()).endsWith(".");
        });
  }

  @Test
  void theExamplesSayWhatTheDefaultsAre() throws IOException {
    List<String> defaults = values();
    for (Map.Entry<String, String> file : Templates.project().entrySet()) {
      if (file.getKey().startsWith("config/examples/")) {
        write(file.getKey().replace("examples/", ""), file.getValue());
      }
    }

    assertThat(values()).isEqualTo(defaults);
    assertThat(settings().shown())
        .filteredOn(shown -> shown.name().startsWith("flow."))
        .allSatisfy(shown -> assertThat(shown.origin()).startsWith("config/settings.yaml:"));
  }

  @Test
  void theStartersSetNothingUntilALineIsTakenIn() throws IOException {
    for (Map.Entry<String, String> file : Templates.starters().entrySet()) {
      write("config/" + file.getKey(), file.getValue());
    }
    write(".env", Templates.dotenv());

    assertThat(settings().shown())
        .allSatisfy(shown -> assertThat(shown.origin()).isEqualTo("default"));

    write(
        "config/settings.yaml",
        Templates.starters().get("settings.yaml").replace("#strikes", "strikes"));
    assertThat(settings().shown())
        .filteredOn(shown -> !shown.origin().equals("default"))
        .singleElement()
        .extracting(Settings.Shown::name)
        .isEqualTo("flow.strikes_each_side");
  }

  /// With `-Dspyglass.update=true` it writes the files anew first.
  @Test
  void theFilesOfTheProjectAreThoseThatTheCatalogueMakes() throws IOException {
    for (Map.Entry<String, String> file : Templates.project().entrySet()) {
      Path path = PROJECT.resolve(file.getKey());
      if (Boolean.getBoolean("spyglass.update")) {
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, file.getValue());
      }
      assertThat(path).exists().hasContent(file.getValue());
    }
  }

  private List<String> values() {
    return settings().shown().stream().map(shown -> String.valueOf(shown.value())).toList();
  }

  private Settings settings() {
    return Settings.load(new Sources(Optional.empty(), folder, Map.of(), Map.of()));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
