package io.spyglass.vendor.polygon;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Any body, as it is: objects as [Map] in the body's order, arrays as [List], numbers as
/// [BigDecimal] and so exact, texts as [String], truths as [Boolean], `null` as null.
///
/// @param value the outermost of them
public record Document(@Nullable Object value) {

  /// What an object has under `name`; a document of null where it has nothing or is no object.
  public Document get(String name) {
    return new Document(value instanceof Map<?, ?> map ? map.get(name) : null);
  }

  /// An array's element, from 0; a document of null where there is none.
  public Document at(int position) {
    return new Document(
        value instanceof List<?> list && position >= 0 && position < list.size()
            ? list.get(position)
            : null);
  }

  /// How many elements an array has or fields an object; 0 for anything else.
  public int size() {
    return switch (value) {
      case List<?> list -> list.size();
      case Map<?, ?> map -> map.size();
      case null, default -> 0;
    };
  }

  /// The nearest double of a number, `NaN` for anything else.
  public double number() {
    return value instanceof BigDecimal number ? number.doubleValue() : Double.NaN;
  }

  /// The text, null for anything else.
  public @Nullable String text() {
    return value instanceof String text ? text : null;
  }
}
