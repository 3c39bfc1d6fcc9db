package io.spyglass.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// How a setting is spelled, what it must be, and the Java type it becomes.
sealed interface Type<T> {
  /// What a message says that it expected: "an integer from 1 to 50".
  String expected();

  /// The value.
  ///
  /// @throws IllegalArgumentException if the node is not of this type
  T parse(Node node);

  /// The value as a number, a text, a truth value, or lists and maps of them.
  Object plain(T value);

  /// A default, spelled as in a variable, as YAML spells it.
  String yaml(String text);

  /// Whether a value of this type is not to be shown as it was spelled.
  default boolean secret() {
    return false;
  }

  /// What a value means when it is given over a default.
  default T over(T fallback, T value) {
    return value;
  }

  /// One text.
  record Scalar<T>(
      String expected, Function<String, T> parser, Function<T, Object> printer, boolean secret)
      implements Type<T> {
    Scalar(String expected, Function<String, T> parser, Function<T, Object> printer) {
      this(expected, parser, printer, false);
    }

    @Override
    public T parse(Node node) {
      if (node instanceof Node.Scalar scalar) {
        return parser.apply(scalar.text().strip());
      }
      throw new IllegalArgumentException("a list or a mapping");
    }

    @Override
    public Object plain(T value) {
      return printer.apply(value);
    }

    @Override
    public String yaml(String text) {
      return text;
    }
  }

  /// A list: comma separated in a variable, either way in YAML.
  record Sequence<E>(Scalar<E> element, String expected) implements Type<List<E>> {
    @Override
    public List<E> parse(Node node) {
      List<Node> items =
          switch (node) {
            case Node.Sequence sequence -> sequence.items();
            case Node.Scalar scalar -> split(scalar);
            case Node.Mapping _ -> throw new IllegalArgumentException("a mapping");
          };
      return items.stream().map(element::parse).toList();
    }

    private static List<Node> split(Node.Scalar scalar) {
      return Arrays.stream(scalar.text().split(",", -1))
          .<Node>map(item -> new Node.Scalar(item, scalar.line()))
          .toList();
    }

    @Override
    public Object plain(List<E> value) {
      return value.stream().map(element::plain).toList();
    }

    @Override
    public String yaml(String text) {
      return "[" + text.replace(",", ", ") + "]";
    }
  }

  /// A mapping from names to values; the names that are not given keep their defaults.
  record Mapping<E>(Scalar<String> name, Scalar<E> element, String expected)
      implements Type<Map<String, E>> {
    @Override
    public Map<String, E> parse(Node node) {
      Map<String, E> values = new LinkedHashMap<>();
      switch (node) {
        case Node.Mapping mapping ->
            mapping.entries().forEach(at -> put(values, at.key(), at.value()));
        case Node.Scalar scalar ->
            Arrays.stream(scalar.text().split(",", -1)).forEach(pair -> putPair(values, pair));
        case Node.Sequence _ -> throw new IllegalArgumentException("a list");
      }
      return values;
    }

    private void putPair(Map<String, E> values, String pair) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(pair);
      }
      put(values, pair.substring(0, equals), new Node.Scalar(pair.substring(equals + 1), 0));
    }

    private void put(Map<String, E> values, String key, Node value) {
      values.put(name.parser().apply(key.strip()), element.parse(value));
    }

    @Override
    public Object plain(Map<String, E> value) {
      Map<String, Object> plain = new LinkedHashMap<>();
      value.forEach((name, each) -> plain.put(name, element.plain(each)));
      return plain;
    }

    @Override
    public String yaml(String text) {
      List<String> pairs = new ArrayList<>();
      for (String pair : text.split(",", -1)) {
        pairs.add(pair.replace("=", ": "));
      }
      return "{" + String.join(", ", pairs) + "}";
    }

    @Override
    public Map<String, E> over(Map<String, E> fallback, Map<String, E> value) {
      Map<String, E> merged = new LinkedHashMap<>(fallback);
      merged.putAll(value);
      return merged;
    }
  }
}
