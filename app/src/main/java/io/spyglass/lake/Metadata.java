package io.spyglass.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a lake file says about itself in its Parquet key-value metadata.
///
/// @param schemaVersion the version of its columns, 0 where another tool wrote it
/// @param complete whether it holds a whole session
/// @param barSeconds the length of its bars, 0 where it holds none or does not say
record Metadata(int schemaVersion, boolean complete, int barSeconds) {
  private static final String SCHEMA_VERSION = "schema_version";
  private static final String COMPLETE = "complete";
  private static final String BAR_SECONDS = "bar_seconds";

  /// The metadata of a file that this version of the lake writes.
  static Metadata of(boolean complete, int barSeconds) {
    return new Metadata(Schema.VERSION, complete, barSeconds);
  }

  /// Reads a file's pairs; another tool's file has none of ours.
  static Metadata parse(Map<String, String> pairs) {
    return new Metadata(
        number(pairs.get(SCHEMA_VERSION)),
        Boolean.parseBoolean(pairs.get(COMPLETE)),
        number(pairs.get(BAR_SECONDS)));
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  /// The pairs as an SQL struct, in a fixed order.
  String literal() {
    Map<String, Object> pairs = new LinkedHashMap<>();
    pairs.put(SCHEMA_VERSION, schemaVersion);
    pairs.put(COMPLETE, complete);
    if (barSeconds > 0) {
      pairs.put(BAR_SECONDS, barSeconds);
    }
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + ": " + Duck.literal(pair.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
