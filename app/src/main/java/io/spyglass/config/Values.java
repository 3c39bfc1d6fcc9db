package io.spyglass.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What was given for each setting, over the defaults. Every given node is of its setting's type.
final class Values {
  private static final String DEFAULT = "default";

  private final Map<String, Given> given;
  private final Path workingDirectory;
  private final Consumer<Problem> problems;

  Values(Map<String, Given> given, Path workingDirectory, Consumer<Problem> problems) {
    this.given = Map.copyOf(given);
    this.workingDirectory = workingDirectory;
    this.problems = problems;
  }

  /// Values of which none was given: the defaults.
  static Values unset() {
    return new Values(Map.of(), Path.of(""), problem -> {});
  }

  /// A spelled value, what the setting is called there, and where that is.
  record Given(Node node, String name, String origin) {}

  /// The value of a setting that has a default.
  <T> T get(Setting<T> setting) {
    return find(setting).orElseThrow(() -> new IllegalStateException(setting.name()));
  }

  /// The value, where something gives one.
  <T> Optional<T> find(Setting<T> setting) {
    Optional<T> fallback = setting.fallbackValue();
    Given over = given.get(setting.name());
    if (over == null) {
      return fallback;
    }
    T value = setting.type().parse(over.node());
    return Optional.of(fallback.map(below -> setting.type().over(below, value)).orElse(value));
  }

  /// Whether something above the defaults sets it.
  boolean isGiven(Setting<?> setting) {
    return given.containsKey(setting.name());
  }

  /// Where the value comes from.
  String origin(Setting<?> setting) {
    Given over = given.get(setting.name());
    return over == null ? DEFAULT : over.origin();
  }

  /// The value to show, as plain numbers, texts, lists and maps; null where there is none.
  <T> @Nullable Object plain(Setting<T> setting) {
    return find(setting).map(setting.type()::plain).orElse(null);
  }

  /// A path from the working directory.
  Path resolve(Path path) {
    return workingDirectory.resolve(path).toAbsolutePath().normalize();
  }

  /// Reports a problem with a setting unless the condition holds.
  void require(boolean condition, Setting<?> setting, String message) {
    Given over = given.get(setting.name());
    if (!condition) {
      String name = over == null ? setting.name() : over.name();
      problems.accept(new Problem(origin(setting), name + ": " + message));
    }
  }
}
