package io.spyglass.config;

import java.util.List;

/// A piece of a YAML file, or a plain text from elsewhere, with the line that it stands on.
sealed interface Node {
  int line();

  /// A text; empty where the file gives a key no value.
  record Scalar(String text, int line) implements Node {}

  /// A list.
  record Sequence(List<Node> items, int line) implements Node {}

  /// Keys with values, in the order of the file.
  record Mapping(List<Entry> entries, int line) implements Node {}

  /// One key of a mapping.
  record Entry(String key, Node value, int line) {}
}
