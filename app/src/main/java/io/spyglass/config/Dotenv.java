package io.spyglass.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A `.env` file: `NAME=value` lines, `#` comments, an optional `export `, and quotes.
///
/// An unquoted value ends before ` #`; a single-quoted one is literal; a double-quoted one knows
/// `\n`, `\r`, `\t`, `\"` and `\\`. A value is one line long and nothing in it is expanded. The
/// last of two lines for one name holds.
///
/// @param file where it is, or would be
/// @param shown what problems and origins call it
/// @param variables by name
record Dotenv(Path file, String shown, Map<String, Variable> variables) {
  static final String NAME = ".env";

  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
  private static final Pattern QUOTED =
      Pattern.compile("(?:'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\")\\s*(?:#.*)?");
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*$");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([nrt\"\\\\])");

  /// A variable's value and the line that sets it.
  record Variable(String value, int line) {}

  /// The `.env` of the folder, else that of its parent, else an empty one.
  static Dotenv find(Path folder, Consumer<Problem> problems) {
    Path here = folder.resolve(NAME);
    Path parent = folder.toAbsolutePath().normalize().getParent();
    if (!Files.exists(here) && parent != null && Files.exists(parent.resolve(NAME))) {
      return read(parent.resolve(NAME), "../" + NAME, problems);
    }
    return Files.exists(here) ? read(here, NAME, problems) : new Dotenv(here, NAME, Map.of());
  }

  Optional<Variable> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  Set<String> names() {
    return variables.keySet();
  }

  private static Dotenv read(Path file, String shown, Consumer<Problem> problems) {
    try {
      return new Dotenv(file, shown, parse(Files.readAllLines(file), shown, problems));
    } catch (IOException unreadable) {
      problems.accept(new Problem(shown, "cannot be read: " + FileErrors.reason(unreadable)));
      return new Dotenv(file, shown, Map.of());
    }
  }

  private static Map<String, Variable> parse(
      List<String> lines, String shown, Consumer<Problem> problems) {
    Map<String, Variable> variables = new TreeMap<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).replace("\uFEFF", "").strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher assignment = ASSIGNMENT.matcher(line);
      if (!assignment.matches()) {
        problems.accept(new Problem(shown + ":" + number, "expected NAME=value"));
        continue;
      }
      String name = assignment.group(1);
      int at = number;
      value(assignment.group(2))
          .ifPresentOrElse(
              value -> variables.put(name, new Variable(value, at)),
              () ->
                  problems.accept(
                      new Problem(shown + ":" + at, name + ": the quotes do not match")));
    }
    return variables;
  }

  private static Optional<String> value(String text) {
    if (!text.startsWith("'") && !text.startsWith("\"")) {
      return Optional.of(COMMENT.matcher(text).replaceFirst("").strip());
    }
    Matcher quoted = QUOTED.matcher(text);
    if (!quoted.matches()) {
      return Optional.empty();
    }
    String literal = quoted.group(1);
    return Optional.of(literal == null ? unescaped(quoted.group(2)) : literal);
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                switch (match.group(1)) {
                  case "n" -> "\n";
                  case "r" -> "\r";
                  case "t" -> "\t";
                  default -> match.group(1);
                }));
  }
}
