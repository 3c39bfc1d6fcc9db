package io.spyglass.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Variables and files that nothing reads but whose names are almost those of ours.
final class NearMisses {
  /// Shorter names are too close to other programs' variables.
  private static final int SHORTEST_NAME = 8;

  private NearMisses() {}

  static List<Problem> of(Sources sources, Set<String> variables) {
    List<Problem> warnings = new ArrayList<>();
    for (String name : variables) {
      nearVariable(name).ifPresent(near -> warnings.add(ignored(name, near)));
    }
    List<String> known = Arrays.stream(ConfigFile.values()).map(ConfigFile::fileName).toList();
    for (String name : fileNames(sources.configFolder())) {
      if (!known.contains(name)) {
        Nearest.within(2, name, known)
            .ifPresent(
                near -> warnings.add(ignored(sources.configName().resolve(name).toString(), near)));
      }
    }
    return warnings;
  }

  private static Problem ignored(String name, String near) {
    return new Problem(name, "is ignored; did you mean " + near + "?");
  }

  private static Optional<String> nearVariable(String name) {
    Set<String> ours = Catalogue.variables();
    boolean known =
        ours.contains(name)
            || (name.endsWith("_FILE")
                && Catalogue.isSecret(name.substring(0, name.length() - "_FILE".length())));
    if (known || name.length() < SHORTEST_NAME) {
      return Optional.empty();
    }
    return ours.stream()
        .filter(our -> our.length() >= SHORTEST_NAME && letters(our).equals(letters(name)))
        .findFirst()
        .or(() ->
            Nearest.within(
                name.length() > 12 ? 2 : 1,
                name,
                ours.stream().filter(our -> our.length() >= SHORTEST_NAME).toList()));
  }

  private static String letters(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  private static List<String> fileNames(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
