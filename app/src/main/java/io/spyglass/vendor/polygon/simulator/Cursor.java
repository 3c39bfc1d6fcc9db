package io.spyglass.vendor.polygon.simulator;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// The place where the next page begins: a query string with all filters, in URL-safe base64
/// without padding. It never holds the key.
final class Cursor {
  private Cursor() {}

  static String encode(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    new TreeMap<>(parameters)
        .forEach((name, value) -> {
          query.append(query.isEmpty() ? "" : "&").append(name).append('=');
          query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(query.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// @throws Refused for what is no cursor
  static Map<String, String> decode(String cursor) {
    Map<String, String> parameters = new LinkedHashMap<>();
    try {
      String query = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      for (String pair : query.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    } catch (IllegalArgumentException e) {
      throw Refused.bad("The parameter 'cursor' is invalid");
    }
    if (parameters.isEmpty()) {
      throw Refused.bad("The parameter 'cursor' is invalid");
    }
    return parameters;
  }
}
