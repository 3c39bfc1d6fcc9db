package io.spyglass.cli;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What commands print with `--json`: maps, iterables, tables and scalars as one JSON text.
///
/// A number that is not finite is null; a value of any other type is its `toString()`. Numbers keep
/// full precision.
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /// The value on one line.
  static String line(@Nullable Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, value);
    }
    return text.toString();
  }

  /// The values as an array with one element a line.
  static String lines(Iterable<?> values) {
    StringBuilder text = new StringBuilder("[");
    String separator = "\n";
    for (Object value : values) {
      text.append(separator).append(line(value));
      separator = ",\n";
    }
    return text.append("\n]").toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Map<?, ?> map -> writeObject(json, map);
      case Table table -> writeArray(json, table.records());
      case Path path -> json.writeString(path.toString());
      case Iterable<?> values -> writeArray(json, values);
      case Boolean truth -> json.writeBoolean(truth);
      case Double number when !Double.isFinite(number) -> json.writeNull();
      case Number number -> json.writeRawValue(number.toString());
      default -> json.writeString(value.toString());
    }
  }

  private static void writeObject(JsonGenerator json, Map<?, ?> map) {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeName(String.valueOf(entry.getKey()));
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeArray(JsonGenerator json, Iterable<?> values) {
    json.writeStartArray();
    for (Object value : values) {
      write(json, value);
    }
    json.writeEndArray();
  }
}
