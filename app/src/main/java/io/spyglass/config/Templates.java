package io.spyglass.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The files that are made from the catalogue: `.env.example`, the YAML files to start from, the
/// annotated examples and the reference.
public final class Templates {
  private Templates() {}

  /// The generated files of the project, by path from its root.
  public static Map<String, String> project() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(".env.example", dotenv());
    for (ConfigFile file : ConfigFile.values()) {
      files.put("config/examples/" + file.fileName(), yaml(file, false));
    }
    files.put("docs/configuration.md", reference());
    return files;
  }

  /// The YAML files to start from, by name: every default, commented out.
  public static Map<String, String> starters() {
    Map<String, String> files = new LinkedHashMap<>();
    for (ConfigFile file : ConfigFile.values()) {
      files.put(file.fileName(), yaml(file, true));
    }
    return files;
  }

  /// Writes the files to start from: the YAML files into the configuration directory, `.env` into
  /// the working directory, readable by its owner alone where the file system knows owners.
  ///
  /// @param force whether files that exist are overwritten; otherwise they are kept
  /// @return whether each file was written
  /// @throws UncheckedIOException if a file cannot be written
  public static Map<Path, Boolean> write(Sources sources, boolean force) {
    Map<Path, Boolean> written = new LinkedHashMap<>();
    try {
      Files.createDirectories(sources.configFolder());
      for (Map.Entry<String, String> starter : starters().entrySet()) {
        Path name = sources.configName().resolve(starter.getKey());
        Path file = sources.configFolder().resolve(starter.getKey());
        written.put(name, write(file, starter.getValue(), force));
      }
      Path dotenv = sources.workingDirectory().resolve(Dotenv.NAME);
      boolean isNew = write(dotenv, dotenv(), force);
      if (isNew && dotenv.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(dotenv, PosixFilePermissions.fromString("rw-------"));
      }
      written.put(Path.of(Dotenv.NAME), isNew);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return written;
  }

  private static boolean write(Path file, String text, boolean force) throws IOException {
    if (Files.exists(file) && !force) {
      return false;
    }
    Files.writeString(file, text);
    return true;
  }

  /// The `.env` to start from. Its placeholders count as unset.
  public static String dotenv() {
    StringBuilder text =
        new StringBuilder(
            """
            # Variables of Spyglass. `spyglass config init` copies this file to .env; fill in what
            # you use and leave the rest. The process environment stands above .env, and .env above
            # the YAML files. A secret may stand in a file of its own: NAME_FILE=/path/to/file.
            """);
    for (Catalogue.Section section : Catalogue.sections()) {
      List<Setting<?>> settings =
          section.settings().stream().filter(setting -> setting.variable().isPresent()).toList();
      if (!settings.isEmpty()) {
        text.append("\n# ---- ").append(section.title()).append(" ----\n");
        settings.forEach(setting -> text.append(dotenvLines(setting)));
      }
    }
    return text.toString();
  }

  private static String dotenvLines(Setting<?> setting) {
    String name = setting.variable().orElseThrow();
    String comment = "# " + setting.meaning() + "\n";
    if (setting.type().secret() && setting.fallback().isEmpty()) {
      return comment + name + "=your_" + name.toLowerCase(Locale.ROOT) + "_here\n";
    }
    String value = setting.fallback();
    return comment + "# " + name + "=" + (value.contains(" ") ? "'" + value + "'" : value) + "\n";
  }

  private static String yaml(ConfigFile file, boolean commentedOut) {
    StringBuilder text = new StringBuilder("# ").append(file.meaning());
    text.append(
        commentedOut
            ? " Every line below is a default;\n# take away the # in front of a key to change it.\n"
            : " These are the defaults;\n# copy what you change into your own "
                + file.fileName()
                + ".\n");
    List<String> open = List.of();
    for (Setting<?> setting : Catalogue.in(file)) {
      List<String> path = List.of(setting.key().split("\\.", -1));
      List<String> sections = path.subList(0, path.size() - 1);
      int shared = shared(open, sections);
      for (int level = shared; level < sections.size(); level++) {
        text.append(level == 0 ? "\n" : "").append("  ".repeat(level));
        text.append(sections.get(level)).append(":\n");
      }
      open = sections;
      String indent = "  ".repeat(sections.size());
      text.append(sections.isEmpty() ? "\n" : "");
      text.append(indent).append("# ").append(setting.meaning());
      text.append(" (").append(note(setting)).append(")\n");
      text.append(indent).append(commentedOut ? "#" : "").append(path.getLast()).append(':');
      text.append((" " + yamlValue(setting)).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int shared(List<String> one, List<String> other) {
    int shared = 0;
    while (shared < Math.min(one.size(), other.size())
        && one.get(shared).equals(other.get(shared))) {
      shared++;
    }
    return shared;
  }

  private static String note(Setting<?> setting) {
    return setting.type().expected()
        + setting.variable().map(variable -> "; variable " + variable).orElse("");
  }

  private static String yamlValue(Setting<?> setting) {
    return setting.fallback().isEmpty()
        ? setting.variable().map(variable -> "${" + variable + ":-}").orElse("")
        : setting.type().yaml(setting.fallback());
  }

  private static String reference() {
    StringBuilder text =
        new StringBuilder(
            """
            # Configuration

            This page is generated from the catalogue of settings; a test holds it to the code.

            A value comes from the first of: a flag of the command line, the process environment, \
            `.env` in the working directory or else in its parent, a YAML file in the \
            configuration directory (`--config-dir`, by default `config/`), the default. With none \
            of these files everything runs on defaults.

            - In YAML, `${NAME}` and `${NAME:-default}` are replaced by variables. `${NAME}` alone \
            has to be set.
            - An unknown key, a bad value or an unset `${NAME}` is an error, and nothing starts. \
            `spyglass config validate` lists all of them. Unknown variables are ignored; one whose \
            name is almost one of these gives a warning.
            - Every setting is checked. Those of parts that no command has yet do nothing so far: \
            ledger, chain snapshots, polls, detection, strategy, notifications.
            - An empty value and a placeholder (`your_…_here`, `changeme`, `<…>`) count as unset.
            - A secret may stand in a file: `NAME_FILE=/path/to/file`. Where both are set, `NAME` \
            holds.
            - `spyglass config show --origin` prints what holds and where it comes from; secrets \
            show their last four characters only.
            - A `.env` line is `NAME=value`, with an optional `export`. An unquoted value ends \
            before ` #`, a single-quoted one is literal, a double-quoted one knows `\\n`, `\\r`, \
            `\\t`, `\\"` and `\\\\`.
            """);
    for (Catalogue.Section section : Catalogue.sections()) {
      text.append("\n## ").append(section.title()).append("\n\n");
      text.append("| key | variable | default | must be | meaning |\n|---|---|---|---|---|\n");
      section.settings().forEach(setting -> text.append(row(setting)));
    }
    return text.toString();
  }

  private static String row(Setting<?> setting) {
    String key =
        setting.file().map(file -> file.fileName() + " `" + setting.key() + "`").orElse("-");
    return "| %s | %s | %s | %s | %s |%n"
        .formatted(
            key,
            setting.variable().map(Templates::code).orElse("-"),
            setting.fallback().isEmpty() ? "-" : code(setting.fallback()),
            setting.type().expected(),
            setting.meaning())
        .replace(System.lineSeparator(), "\n");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
