package io.spyglass.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The mixin of every command that serves: where to listen.
final class HttpOptions {
  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Address to listen on; 127.0.0.1 by default.")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "Port to listen on, 0 for any free one; 8000 by default.")
  private @Nullable Integer port;

  /// The options given, as the settings they stand for.
  Map<String, String> flags() {
    Map<String, String> flags = new HashMap<>();
    if (host != null) {
      flags.put("HOST", host);
    }
    if (port != null) {
      flags.put("PORT", port.toString());
    }
    return flags;
  }
}
