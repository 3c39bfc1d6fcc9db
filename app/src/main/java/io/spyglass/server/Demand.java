package io.spyglass.server;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a viewer says over the stream.
///
/// | message | asks for |
/// |---|---|
/// | `{"type":"snapshot"}` | everything, with the next cut |
/// | `{"type":"pace","ms":2000}` | a state every 2000 ms at most, as a hidden tab does; 250 for all |
sealed interface Demand {
  /// What is expected, for whoever says something else.
  String EXPECTED = "Expected is {\"type\":\"snapshot\"} or {\"type\":\"pace\",\"ms\":250 or 2000}";

  /// Everything.
  record Snapshot() implements Demand {}

  /// A state every so many milliseconds at most.
  record Pace(int millis) implements Demand {}

  /// Reads a message; null where it is none of these.
  static @Nullable Demand parse(String message) {
    JsonNode json;
    try {
      json = JsonMapper.shared().readTree(message);
    } catch (JacksonException _) {
      return null;
    }
    return switch (json.path("type").asString("")) {
      case "snapshot" -> new Snapshot();
      case "pace" -> pace(json.path("ms").asInt(0));
      default -> null;
    };
  }

  private static @Nullable Demand pace(int millis) {
    return millis == 250 || millis == 2000 ? new Pace(millis) : null;
  }
}
