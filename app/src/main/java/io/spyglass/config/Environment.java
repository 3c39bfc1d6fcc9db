package io.spyglass.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The variables of the process and, behind them, those of `.env`.
///
/// A blank value and a placeholder from an example file count as unset. A secret that is unset may
/// stand in the file that its `…_FILE` twin names; a relative name starts at the working directory,
/// or at the folder of the `.env` that says it.
final class Environment {
  private static final String FILE_SUFFIX = "_FILE";
  private static final Pattern PLACEHOLDER =
      Pattern.compile("your[_-].*[_-]here|changeme|<[^>]*>", Pattern.CASE_INSENSITIVE);

  private final Map<String, String> process;
  private final Dotenv dotenv;
  private final Path workingDirectory;
  private final Consumer<Problem> problems;

  Environment(
      Map<String, String> process,
      Dotenv dotenv,
      Path workingDirectory,
      Consumer<Problem> problems) {
    this.process = process;
    this.dotenv = dotenv;
    this.workingDirectory = workingDirectory;
    this.problems = problems;
  }

  /// A value and where it was set.
  record Found(String value, String origin) {}

  /// Whether the text says anything: it is neither blank nor a placeholder.
  static boolean says(String text) {
    return !text.isBlank() && !PLACEHOLDER.matcher(text.strip()).matches();
  }

  /// The variable's value, where something sets it.
  Optional<Found> find(String name) {
    return inProcess(name)
        .or(() ->
            inProcess(name + FILE_SUFFIX).flatMap(file -> secret(name, file, workingDirectory)))
        .or(() -> inDotenv(name))
        .or(() -> inDotenv(name + FILE_SUFFIX).flatMap(file -> secret(name, file, folder())));
  }

  /// Every variable's name.
  Set<String> names() {
    Set<String> names = new TreeSet<>(process.keySet());
    names.addAll(dotenv.names());
    return names;
  }

  private Optional<Found> inProcess(String name) {
    return Optional.ofNullable(process.get(name))
        .filter(Environment::says)
        .map(value -> new Found(value.strip(), "environment"));
  }

  private Optional<Found> inDotenv(String name) {
    return dotenv
        .variable(name)
        .filter(variable -> says(variable.value()))
        .map(variable -> new Found(variable.value(), dotenv.shown() + ":" + variable.line()));
  }

  private Optional<Found> secret(String name, Found file, Path folder) {
    if (!Catalogue.isSecret(name)) {
      return Optional.empty();
    }
    String origin = name + FILE_SUFFIX + " (" + file.origin() + ")";
    try {
      String text = Files.readString(folder.resolve(file.value())).strip();
      return Optional.of(text).filter(Environment::says).map(value -> new Found(value, origin));
    } catch (IOException | InvalidPathException unreadable) {
      String reason =
          unreadable instanceof IOException failure ? FileErrors.reason(failure) : "not a path";
      problems.accept(
          new Problem(origin, "the file " + file.value() + " cannot be read: " + reason));
      return Optional.empty();
    }
  }

  private Path folder() {
    Path folder = dotenv.file().toAbsolutePath().getParent();
    return folder == null ? workingDirectory : folder;
  }
}
