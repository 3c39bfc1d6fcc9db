package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.spyglass.config.Settings;
import io.spyglass.config.Sources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogEncoderTest {
  private static final String KEY = "abcdefgh-12345678";

  @TempDir private Path folder;

  @BeforeEach
  void knowAKey() {
    use(Map.of("POLYGON_API_KEY", KEY, "TZ", "UTC"));
  }

  @AfterEach
  void forgetIt() {
    Logging.start(Logging.Format.HUMAN, false, false);
    use(Map.of());
  }

  @Test
  void aMessageForPeopleIsOneLineInTheDisplayZone() {
    Logging.start(Logging.Format.HUMAN, false, false);

    assertThat(encoded("fetched", null)).isEqualTo("14:31:05.123 WARN  Polygon - fetched\n");
  }

  @Test
  void coloursAreForTerminalsOnly() {
    Logging.start(Logging.Format.HUMAN, false, true);
    assertThat(encoded("x", null)).contains("\u001b[33mWARN \u001b[0m");
    assertThat(Terminal.coloured(Map.of("NO_COLOR", "1"))).isFalse();
  }

  @Test
  void jsonIsAnObjectALineInUtc() {
    Logging.start(Logging.Format.JSON, false, false);

    assertThat(encoded("said \"no\"", null))
        .isEqualTo(
            """
            {"time":"2021-01-04T14:31:05.123Z","level":"WARN","logger":"io.spyglass.vendor.Polygon",\
            "thread":"poller","message":"said \\"no\\""}
            """);
  }

  @Test
  void noFormatShowsASecretEvenInAStackTrace() {
    Exception failure = new IllegalStateException("refused " + KEY);
    for (Logging.Format format : Logging.Format.values()) {
      Logging.start(format, false, false);

      assertThat(encoded("GET https://a.example/v3?apiKey=" + KEY, failure))
          .contains("refused ****5678", "noFormatShowsASecretEvenInAStackTrace")
          .doesNotContain(KEY);
    }
  }

  private String encoded(String message, @Nullable Throwable thrown) {
    LoggerContext context = new LoggerContext();
    LoggingEvent event =
        new LoggingEvent(
            "",
            context.getLogger("io.spyglass.vendor.Polygon"),
            Level.WARN,
            message,
            thrown,
            new Object[0]);
    event.setInstant(Instant.parse("2021-01-04T14:31:05.123Z"));
    event.setThreadName("poller");
    return new String(new LogEncoder().encode(event), StandardCharsets.UTF_8);
  }

  private void use(Map<String, String> environment) {
    Logging.use(Settings.load(new Sources(Optional.empty(), folder, environment, Map.of())));
  }
}
