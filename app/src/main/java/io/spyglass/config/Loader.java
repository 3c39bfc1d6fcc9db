package io.spyglass.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gathers what every source gives for every setting, and everything that is wrong with it.
final class Loader {
  private final Sources sources;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Environment environment;
  private final Substitution substitution;
  private final Map<String, Values.Given> fromFiles = new HashMap<>();

  Loader(Sources sources) {
    this.sources = sources;
    Dotenv dotenv = Dotenv.find(sources.workingDirectory(), problems::add);
    this.environment =
        new Environment(sources.environment(), dotenv, sources.workingDirectory(), problems::add);
    this.substitution = new Substitution(environment);
  }

  /// Everything that is wrong, in the order in which it was found.
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// What looks like a mistake but stops nothing.
  List<Problem> warnings() {
    return NearMisses.of(sources, environment.names());
  }

  /// What was given. Where there are problems, the values concerned are left out.
  Values values() {
    checkFolder();
    for (ConfigFile file : ConfigFile.values()) {
      read(file);
    }
    Map<String, Values.Given> given = new LinkedHashMap<>();
    Catalogue.settings()
        .forEach(setting ->
            given(setting)
                .filter(value -> isOfType(setting, value))
                .ifPresent(value -> given.put(setting.name(), value)));
    return new Values(given, sources.workingDirectory(), problems::add);
  }

  private void checkFolder() {
    if (Files.isDirectory(sources.configFolder())) {
      return;
    }
    if (Files.exists(sources.configFolder())) {
      problems.add(new Problem(sources.configName().toString(), "expected a folder"));
    } else if (sources.configDirectory().isPresent()) {
      problems.add(new Problem("--config-dir", "no such folder: " + sources.configName()));
    }
  }

  private Optional<Values.Given> given(Setting<?> setting) {
    Optional<String> variable = setting.variable();
    return flag(setting.name())
        .or(() -> variable.flatMap(this::flag))
        .or(() -> variable.flatMap(this::fromEnvironment))
        .or(() -> Optional.ofNullable(fromFiles.get(setting.name())));
  }

  private Optional<Values.Given> flag(String name) {
    return Optional.ofNullable(sources.flags().get(name))
        .map(value -> new Values.Given(new Node.Scalar(value, 0), name, "flag"));
  }

  private Optional<Values.Given> fromEnvironment(String variable) {
    return environment
        .find(variable)
        .map(
            found -> new Values.Given(new Node.Scalar(found.value(), 0), variable, found.origin()));
  }

  private boolean isOfType(Setting<?> setting, Values.Given given) {
    try {
      setting.type().parse(given.node());
      return true;
    } catch (RuntimeException malformed) {
      if (!Types.isBadValue(malformed)) {
        throw malformed;
      }
      String expected = given.name() + ": expected " + setting.type().expected();
      problems.add(new Problem(given.origin(), expected + found(setting, given.node())));
      return false;
    }
  }

  private static String found(Setting<?> setting, Node node) {
    return switch (node) {
      case Node.Scalar _ when setting.type().secret() -> "";
      case Node.Scalar scalar -> ", found '" + scalar.text() + "'";
      case Node.Sequence _ -> ", found a list";
      case Node.Mapping _ -> ", found a mapping";
    };
  }

  private void read(ConfigFile file) {
    Path path = sources.configFolder().resolve(file.fileName());
    if (Files.exists(path)) {
      String name = sources.configName().resolve(file.fileName()).toString();
      YamlFile.read(path, name, problems::add)
          .ifPresent(top -> new Walk(file, name).mapping("", top));
    }
  }

  /// Walks down one file, from the sections that the catalogue knows to its settings.
  private final class Walk {
    private final ConfigFile file;
    private final String fileName;
    private final List<Setting<?>> settings;

    private Walk(ConfigFile file, String fileName) {
      this.file = file;
      this.fileName = fileName;
      this.settings = Catalogue.in(file);
    }

    private void mapping(String prefix, Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        String key = prefix + entry.key();
        Optional<Setting<?>> setting =
            settings.stream().filter(known -> known.key().equals(key)).findFirst();
        if (setting.isPresent()) {
          value(setting.get(), entry);
        } else if (settings.stream().anyMatch(known -> known.key().startsWith(key + "."))) {
          section(key, entry);
        } else {
          report(entry, "unknown key '" + key + "'" + hint(prefix, entry.key()));
        }
      }
    }

    private void section(String key, Node.Entry entry) {
      switch (entry.value()) {
        case Node.Mapping mapping -> mapping(key + ".", mapping);
        case Node.Scalar scalar when scalar.text().isEmpty() -> {
          // A section without keys sets nothing.
        }
        default -> report(entry, key + ": expected keys and values below it");
      }
    }

    private void value(Setting<?> setting, Node.Entry entry) {
      try {
        Node node = substituted(entry.value());
        if (node instanceof Node.Scalar scalar && !Environment.says(scalar.text())) {
          return;
        }
        Values.Given given = new Values.Given(node, setting.key(), fileName + ":" + entry.line());
        if (isOfType(setting, given)) {
          fromFiles.put(setting.name(), given);
        }
      } catch (IllegalArgumentException unset) {
        report(entry, setting.key() + ": " + unset.getMessage());
      }
    }

    private void report(Node.Entry entry, String message) {
      problems.add(new Problem(fileName + ":" + entry.line(), message));
    }

    private String hint(String prefix, String key) {
      List<String> siblings =
          settings.stream()
              .filter(known -> known.key().startsWith(prefix))
              .map(known -> known.key().substring(prefix.length()).replaceFirst("\\..*", ""))
              .distinct()
              .toList();
      String near = Nearest.hint(key, siblings);
      return near.isEmpty() ? elsewhere(key, siblings) : near;
    }

    /// Where else a key of that name, or a section, belongs.
    private String elsewhere(String key, List<String> siblings) {
      return Catalogue.settings()
          .filter(known -> known.file().isPresent())
          .filter(known -> ("." + known.key() + ".").contains("." + key + "."))
          .findFirst()
          .map(known -> "; did you mean '" + known.key() + "'" + in(known) + "?")
          .orElse("; the keys here are " + String.join(", ", siblings));
    }

    private String in(Setting<?> known) {
      return known
          .file()
          .filter(other -> other != file)
          .map(other -> " in " + other.fileName())
          .orElse("");
    }
  }

  private Node substituted(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> new Node.Scalar(substitution.apply(scalar.text()), scalar.line());
      case Node.Sequence sequence ->
          new Node.Sequence(
              sequence.items().stream().map(this::substituted).toList(), sequence.line());
      case Node.Mapping mapping -> {
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
          entries.add(new Node.Entry(entry.key(), substituted(entry.value()), entry.line()));
        }
        yield new Node.Mapping(entries, mapping.line());
      }
    };
  }
}
