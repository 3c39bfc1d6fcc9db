package io.spyglass.vendor.polygon;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What a list is narrowed to, in the vendor's names: `expiration_date`, `strike_price.gte`,
/// `ticker.any_of`. An operator stands behind a dot; behind an underscore the vendor ignores it
/// without a word. Immutable.
public final class Query {
  private static final Query ALL = new Query(Map.of());

  private final Map<String, String> parameters;

  private Query(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /// Everything.
  public static Query all() {
    return ALL;
  }

  /// The same and this parameter, in place of one of that name.
  ///
  /// @throws IllegalArgumentException for an operator behind an underscore
  public Query with(String name, Object value) {
    if (name.matches(".+_(gt|gte|lt|lte|any_of)")) {
      throw new IllegalArgumentException(
          "the vendor ignores '" + name + "': the operator stands behind a dot");
    }
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, spelled(value));
    return new Query(Collections.unmodifiableMap(more));
  }

  /// The same, and this parameter where none of that name is set.
  Query withDefault(String name, Object value) {
    return parameters.containsKey(name) ? this : with(name, value);
  }

  private static String spelled(Object value) {
    return value instanceof Double real
        ? BigDecimal.valueOf(real).stripTrailingZeros().toPlainString()
        : value.toString();
  }

  /// Path and query of a request.
  String on(String path) {
    return parameters.isEmpty() ? path : path + "?" + this;
  }

  /// A piece of a path.
  static String segment(String text) {
    return encoded(text).replace("%3A", ":");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return parameters.entrySet().stream()
        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }
}
