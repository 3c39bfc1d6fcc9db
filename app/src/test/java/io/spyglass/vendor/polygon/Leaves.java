package io.spyglass.vendor.polygon;

import io.spyglass.model.MarketEvent;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds a JSON tree, made by another reader, against what was decoded from the same bytes.
final class Leaves {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final List<String> differences = new ArrayList<>();
  private int count;

  /// Every leaf that the decoded value does not hold, with what it holds instead.
  List<String> differences() {
    return differences;
  }

  int count() {
    return count;
  }

  void compare(String path, JsonNode json, Object decoded) {
    switch (decoded) {
      case Document document -> compare(path, json, document.value());
      case Page<?> page -> page(path, json, page);
      case Record record when json.isObject() ->
          json.properties()
              .forEach(field -> component(path + "." + field.getKey(), field.getValue(), record));
      case Map<?, ?> map when json.isObject() ->
          json.properties()
              .forEach(field ->
                  compare(path + "." + field.getKey(), field.getValue(), map.get(field.getKey())));
      case List<?> list when json.isArray() -> list(path, json, list);
      case null, default -> leaf(path, json, decoded);
    }
  }

  private void page(String path, JsonNode json, Page<?> page) {
    json.properties()
        .forEach(field -> {
          String name = path + "." + field.getKey();
          JsonNode value = field.getValue();
          boolean results =
              List.of("results", "tickers").contains(field.getKey()) || value.isObject();
          if (!results) {
            component(name, value, page.envelope());
          } else if (value.isArray()) {
            list(name, value, page.results());
          } else {
            compare(name, value, page.results().getFirst());
          }
        });
  }

  private void list(String path, JsonNode json, List<?> list) {
    if (json.size() != list.size()) {
      differences.add(path + " has " + json.size() + " elements, not " + list.size());
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      compare(path + "[" + i + "]", json.get(i), list.get(i));
    }
  }

  private void component(String path, JsonNode json, Record record) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (Shape.names(component).contains(name)) {
        try {
          component.getAccessor().setAccessible(true);
          compare(path, json, component.getAccessor().invoke(record));
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(path, e);
        }
        return;
      }
    }
    differences.add(path + " is held by no component of " + record.getClass().getSimpleName());
  }

  private void leaf(String path, JsonNode json, Object decoded) {
    count++;
    if (!holds(json, decoded)) {
      differences.add(path + " is " + json + ", not " + decoded);
    }
  }

  private static boolean holds(JsonNode json, Object decoded) {
    return switch (decoded) {
      case null -> json.isNull();
      case Double real when json.isNull() -> real.isNaN();
      case Long whole when json.isNull() -> whole == MarketEvent.ABSENT;
      case Double real -> new BigDecimal(json.asString()).doubleValue() == real;
      case BigDecimal exact -> new BigDecimal(json.asString()).compareTo(exact) == 0;
      case Long whole -> new BigDecimal(json.asString()).compareTo(BigDecimal.valueOf(whole)) == 0;
      case Integer whole -> new BigDecimal(json.asString()).intValueExact() == whole;
      case Boolean truth -> json.isBoolean() && json.booleanValue() == truth;
      case String text -> json.isString() && json.stringValue().equals(text);
      case List<?> list -> json.isNull() && list.isEmpty();
      case Map<?, ?> map -> json.isObject() && json.isEmpty() && map.isEmpty();
      default ->
          throw new AssertionError(
              json + " became a " + decoded.getClass() + Arrays.asList(decoded));
    };
  }
}
