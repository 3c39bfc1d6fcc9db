package io.spyglass.vendor.polygon.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How the simulator misbehaves: a number for every knob. Immutable.
///
/// In JSON it is an object of knobs in lower case, `{"duplicates": 0.1, "silent": true}`; the name
/// of a preset may stand in its place, or in it as `preset`.
public final class Faults {
  /// None at all.
  public static final Faults NONE = new Faults(new EnumMap<>(Knob.class));

  private static final String STORM =
      """
      {"rest_throttled": 0.4, "rest_outages": 0.1}\
      """;
  private static final String FLAKY =
      """
      {"drop_after_seconds": 8, "silent_acks": 0.05, "lost_acks": 0.05,
       "nightly_drops": true,
       "rest_outages": 0.05, "rest_cut": 0.02, "history_lag_seconds": 2}\
      """;
  private static final String DIRTY =
      """
      {"duplicates": 0.05, "out_of_order": 0.05, "late_bars": 0.05, "no_sequences": 0.02,
       "malformed": 0.01, "unknown_events": 0.01,
       "missing_greeks": 0.1, "empty_greeks": 0.1, "missing_quotes": 0.1, "missing_trades": 0.1,
       "missing_underlying": 0.1, "not_entitled_items": 0.1,
       "exponents": true, "fractional_sizes": true, "unknown_fields": true,
       "batched_acks": true,
       "rest_vendor_host": true, "rest_swapped_words": true, "rest_absent_lists": true}\
      """;
  private static final String SILENT =
      """
      {"silent": true}\
      """;

  private static final Map<String, List<String>> PRESETS =
      new TreeMap<>(
          Map.of(
              "none", List.of(),
              "storm", List.of(STORM),
              "flaky", List.of(FLAKY),
              "dirty", List.of(DIRTY),
              "silent", List.of(SILENT),
              "everything", List.of(DIRTY, FLAKY, STORM)));

  private final Map<Knob, Double> values;

  private Faults(Map<Knob, Double> values) {
    this.values = values;
  }

  /// The preset of a name.
  ///
  /// @throws IllegalArgumentException for another name, saying which there are
  public static Faults preset(String name) {
    List<String> layers = PRESETS.get(name);
    if (layers == null) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is no preset of faults: there are "
              + String.join(", ", PRESETS.keySet()));
    }
    Faults preset = NONE;
    for (String layer : layers) {
      preset = preset.with(layer);
    }
    return preset;
  }

  /// These faults with those of a JSON text over them.
  ///
  /// @throws IllegalArgumentException for what is no JSON, no knob or no value of one
  public Faults with(String json) {
    try {
      return with(JsonMapper.shared().readTree(json));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "faults want a JSON object of knobs, or the name of a preset in quotes", e);
    }
  }

  private Faults with(JsonNode node) {
    if (node.isString()) {
      return preset(node.asString());
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException("faults want a JSON object of knobs, not " + node);
    }
    JsonNode preset = node.path("preset");
    Map<Knob, Double> merged = new EnumMap<>(Knob.class);
    merged.putAll(preset.isString() ? preset(preset.asString()).values : values);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getKey().equals("preset")) {
        Knob knob = knob(entry.getKey());
        merged.put(knob, value(knob, entry.getValue()));
      }
    }
    return new Faults(merged);
  }

  private static Knob knob(String name) {
    Knob knob = Knob.of(name);
    if (knob == null) {
      throw new IllegalArgumentException("'" + name + "' is no knob; GET /_sim/faults lists them");
    }
    return knob;
  }

  private static double value(Knob knob, JsonNode node) {
    double value = node.isBoolean() ? (node.asBoolean() ? 1 : 0) : node.asDouble(Double.NaN);
    if (!knob.takes(value)) {
      throw new IllegalArgumentException(
          "'" + knob.word() + "' wants " + knob.expected() + ", not " + node);
    }
    return value;
  }

  /// The number of a knob.
  double get(Knob knob) {
    return values.getOrDefault(knob, knob.preset());
  }

  /// Whether a flag is set.
  boolean has(Knob flag) {
    return get(flag) != 0;
  }

  /// All knobs as a JSON object.
  String toJson() {
    Json json = new Json(Spelling.PLAIN).beginObject();
    for (Knob knob : Knob.values()) {
      if (knob.kind() == Knob.Kind.FLAG) {
        json.field(knob.word(), has(knob));
      } else {
        json.field(knob.word(), get(knob));
      }
    }
    return json.endObject().toString();
  }
}
