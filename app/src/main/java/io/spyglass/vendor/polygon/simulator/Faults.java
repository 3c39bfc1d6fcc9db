package io.spyglass.vendor.polygon.simulator;

import java.util.EnumMap;
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

  private static final Map<String, Map<Knob, Double>> PRESETS = new TreeMap<>();

  static {
    Map<Knob, Double> storm =
        Map.of(
            Knob.REST_THROTTLED, 0.4,
            Knob.REST_OUTAGES, 0.1);
    Map<Knob, Double> flaky =
        Map.of(
            Knob.DROP_AFTER_SECONDS, 8.0,
            Knob.SILENT_ACKS, 0.05,
            Knob.REST_OUTAGES, 0.05);
    Map<Knob, Double> dirty = new EnumMap<>(Knob.class);
    for (Knob share : new Knob[] {Knob.DUPLICATES, Knob.OUT_OF_ORDER, Knob.LATE_BARS}) {
      dirty.put(share, 0.05);
    }
    for (Knob rare : new Knob[] {Knob.MALFORMED, Knob.UNKNOWN_EVENTS}) {
      dirty.put(rare, 0.01);
    }
    for (Knob lack :
        new Knob[] {
          Knob.MISSING_GREEKS,
          Knob.MISSING_QUOTES,
          Knob.MISSING_TRADES,
          Knob.MISSING_UNDERLYING,
          Knob.NOT_ENTITLED_ITEMS
        }) {
      dirty.put(lack, 0.1);
    }
    for (Knob flag :
        new Knob[] {
          Knob.EXPONENTS, Knob.FRACTIONAL_SIZES, Knob.UNKNOWN_FIELDS, Knob.REST_VENDOR_HOST
        }) {
      dirty.put(flag, 1.0);
    }
    Map<Knob, Double> everything = new EnumMap<>(dirty);
    everything.putAll(flaky);
    everything.putAll(storm);
    PRESETS.put("none", Map.of());
    PRESETS.put("storm", storm);
    PRESETS.put("flaky", flaky);
    PRESETS.put("dirty", dirty);
    PRESETS.put("silent", Map.of(Knob.SILENT, 1.0));
    PRESETS.put("everything", everything);
  }

  private final Map<Knob, Double> values;

  private Faults(Map<Knob, Double> values) {
    this.values = values;
  }

  /// The preset of a name.
  ///
  /// @throws IllegalArgumentException for another name, saying which there are
  public static Faults preset(String name) {
    Map<Knob, Double> preset = PRESETS.get(name);
    if (preset == null) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is no preset of faults: there are "
              + String.join(", ", PRESETS.keySet()));
    }
    return new Faults(preset);
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
