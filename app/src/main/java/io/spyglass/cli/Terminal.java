package io.spyglass.cli;

import java.io.Console;
import java.util.Map;
import java.util.Optional;

/// What the process knows about the terminal it runs in.
final class Terminal {
  private static final int USUAL_WIDTH = 100;

  private Terminal() {}

  /// Whether a person sits at both ends of the process.
  static boolean interactive() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /// How many characters a line of a table may have; without a terminal there is no limit.
  static int width() {
    if (!interactive()) {
      return Integer.MAX_VALUE;
    }
    String columns = System.getenv().getOrDefault("COLUMNS", "");
    return columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }

  /// Whether to colour what goes to standard error: on a terminal, unless `NO_COLOR` is set to
  /// anything (no-color.org) or the terminal cannot.
  static boolean coloured(Map<String, String> environment) {
    return interactive()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }
}
