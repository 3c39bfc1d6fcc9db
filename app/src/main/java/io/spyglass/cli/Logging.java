package io.spyglass.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.spyglass.config.Secret;
import io.spyglass.config.Settings;
import io.spyglass.net.Redaction;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/// How the process logs. Set before the first message; [LogEncoder] reads it at every message.
///
/// Thread-safe.
final class Logging {
  private static volatile State state =
      new State(Format.HUMAN, false, false, ZoneId.of("America/New_York"), Redaction.byPlace());

  private Logging() {}

  /// How a message is written.
  enum Format {
    /// A line for people.
    HUMAN,
    /// A JSON object a line.
    JSON
  }

  /// What the encoder goes by.
  ///
  /// @param zone in which people see the time; JSON is in UTC
  record State(
      Format format, boolean verbose, boolean coloured, ZoneId zone, Redaction redaction) {}

  static State state() {
    return state;
  }

  /// Sets the format; `verbose` lets details through.
  static void start(Format format, boolean verbose, boolean coloured) {
    State before = state;
    state = new State(format, verbose, coloured, before.zone(), before.redaction());
    if (verbose != before.verbose()) {
      Level level = verbose ? Level.DEBUG : Level.INFO;
      ((Logger) LoggerFactory.getLogger("io.spyglass")).setLevel(level);
    }
  }

  /// From here on no message shows one of these settings' secrets.
  static void use(Settings settings) {
    Map<String, String> shown = new HashMap<>();
    for (Secret secret : settings.secrets()) {
      shown.put(secret.reveal(), secret.toString());
    }
    State before = state;
    state =
        new State(
            before.format(),
            before.verbose(),
            before.coloured(),
            settings.server().displayZone(),
            Redaction.of(shown));
  }
}
