package io.spyglass.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens a page in the user's browser, where there is one.
final class Browser {
  private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

  private Browser() {}

  /// Opens the page; without a desktop, or where the user asked for none with `BROWSER=none`, it
  /// does nothing.
  static void open(String url, Map<String, String> environment) {
    List<String> command = command(url, System.getProperty("os.name", ""), environment);
    if (command == null) {
      return;
    }
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      LOG.debug("No browser was opened: {}", e.getMessage());
    }
  }

  static @Nullable List<String> command(String url, String os, Map<String, String> environment) {
    if ("none".equals(environment.get("BROWSER"))) {
      return null;
    }
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      return List.of("open", url);
    }
    if (system.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", url);
    }
    boolean desktop =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return desktop ? List.of("xdg-open", url) : null;
  }
}
