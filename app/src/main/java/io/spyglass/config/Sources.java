package io.spyglass.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where settings come from.
///
/// @param configDirectory the folder that `--config-dir` names, which has to exist; empty for
///   `config` in the working directory, which need not
/// @param workingDirectory where relative paths start and `.env` is looked for first
/// @param environment the variables of the process
/// @param flags values from the command line by variable or dotted key, above everything else
public record Sources(
    Optional<Path> configDirectory,
    Path workingDirectory,
    Map<String, String> environment,
    Map<String, String> flags) {
  private static final Path USUAL = Path.of("config");

  public Sources {
    environment = Map.copyOf(environment);
    flags = Map.copyOf(flags);
  }

  /// The same with values from the command line.
  public Sources with(Map<String, String> values) {
    return new Sources(configDirectory, workingDirectory, environment, values);
  }

  /// The configuration directory, which may not exist.
  public Path configFolder() {
    return workingDirectory.resolve(configName());
  }

  /// The configuration directory as messages spell it.
  Path configName() {
    return configDirectory.orElse(USUAL);
  }
}
