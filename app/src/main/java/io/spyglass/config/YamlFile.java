package io.spyglass.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads one YAML file into [Node]s, keeping line numbers. Keys that appear twice, aliases, a
/// second document and anything that is not YAML are problems.
final class YamlFile {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private static final Pattern MARK = Pattern.compile("(?m)^ in .*, line (\\d+), column \\d+");

  private final String name;
  private final Consumer<Problem> problems;

  private YamlFile(String name, Consumer<Problem> problems) {
    this.name = name;
    this.problems = problems;
  }

  /// The file's top mapping; empty where the file is empty or cannot be read, which is reported.
  ///
  /// @param name what problems call the file
  static Optional<Node.Mapping> read(Path file, String name, Consumer<Problem> problems) {
    return new YamlFile(name, problems).read(file);
  }

  private Optional<Node.Mapping> read(Path file) {
    try {
      String text = Files.readString(file);
      try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
        return document((YAMLParser) parser);
      }
    } catch (IOException unreadable) {
      problems.accept(new Problem(name, "cannot be read: " + FileErrors.reason(unreadable)));
    } catch (JacksonException malformed) {
      reportSyntax(malformed);
    }
    return Optional.empty();
  }

  private Optional<Node.Mapping> document(YAMLParser parser) {
    JsonToken first = parser.nextToken();
    if (first == null || first == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    Node node = node(parser);
    if (parser.nextToken() != null) {
      report(line(parser), "holds a second document; only one is read");
    }
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    report(node.line(), "expected keys and values at the top");
    return Optional.empty();
  }

  private Node node(YAMLParser parser) {
    int line = line(parser);
    if (parser.isCurrentAlias()) {
      report(line, "aliases are not supported; write the value out");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, line);
      case START_ARRAY -> sequence(parser, line);
      case VALUE_NULL -> new Node.Scalar("", line);
      default -> new Node.Scalar(parser.getString().equals("~") ? "" : parser.getString(), line);
    };
  }

  private Node.Mapping mapping(YAMLParser parser, int line) {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line(parser);
      Integer earlier = lines.putIfAbsent(key, keyLine);
      if (earlier != null) {
        report(keyLine, "the key '" + key + "' stands on line " + earlier + " already");
      }
      parser.nextToken();
      entries.add(new Node.Entry(key, node(parser), keyLine));
    }
    return new Node.Mapping(List.copyOf(entries), line);
  }

  private Node.Sequence sequence(YAMLParser parser, int line) {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser));
    }
    return new Node.Sequence(List.copyOf(items), line);
  }

  /// The parser's message holds marks (" in reader, line 2, column 1:") and copies of lines between
  /// its sentences; the last mark is where it stopped.
  private void reportSyntax(JacksonException malformed) {
    String message = malformed.getOriginalMessage();
    TokenStreamLocation before = malformed.getLocation();
    int line =
        MARK.matcher(message)
            .results()
            .mapToInt(mark -> Integer.parseInt(mark.group(1)))
            .reduce(before == null ? 0 : before.getLineNr(), (_, last) -> last);
    String sentences =
        message
            .lines()
            .filter(text -> !text.startsWith(" ") && !text.isBlank())
            .collect(Collectors.joining("; "));
    report(line, "is not YAML: " + sentences);
  }

  private void report(int line, String message) {
    problems.accept(new Problem(line > 0 ? name + ":" + line : name, message));
  }

  private static int line(YAMLParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
