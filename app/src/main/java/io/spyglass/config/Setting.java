package io.spyglass.config;

import java.util.Optional;

/// One thing that users can set.
///
/// @param file the YAML file that may set it; empty where only a variable does
/// @param key its dotted key in that file
/// @param variable the environment variable that may set it
/// @param type how it is spelled
/// @param fallback its default, spelled as in a variable; empty where it has none
/// @param meaning one line for the user
record Setting<T>(
    Optional<ConfigFile> file,
    String key,
    Optional<String> variable,
    Type<T> type,
    String fallback,
    String meaning) {

  /// A setting that only a variable sets.
  static <T> Setting<T> variable(String variable, Type<T> type, String fallback, String meaning) {
    return new Setting<>(Optional.empty(), "", Optional.of(variable), type, fallback, meaning);
  }

  /// A setting with a YAML key.
  static <T> Setting<T> key(
      ConfigFile file, String key, Type<T> type, String fallback, String meaning) {
    return new Setting<>(Optional.of(file), key, Optional.empty(), type, fallback, meaning);
  }

  /// The same with a variable too.
  Setting<T> or(String name) {
    return new Setting<>(file, key, Optional.of(name), type, fallback, meaning);
  }

  /// What users call it: the key, else the variable.
  String name() {
    return file.isPresent() ? key : variable.orElseThrow();
  }

  /// Its default, where it has one.
  Optional<T> fallbackValue() {
    return fallback.isEmpty()
        ? Optional.empty()
        : Optional.of(type.parse(new Node.Scalar(fallback, 0)));
  }
}
