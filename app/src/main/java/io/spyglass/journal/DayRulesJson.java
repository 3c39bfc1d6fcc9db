package io.spyglass.journal;

import io.spyglass.flow.Coverage;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.PrintRules;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// [DayRules] as JSON: times are milliseconds, masks of condition codes hexadecimal. A distance
/// that is never reached and a close that is not known are null.
final class DayRulesJson {
  static final long MILLI_NANOS = 1_000_000L;

  private static final int VERSION = 1;
  private static final int HEXADECIMAL = 16;

  private DayRulesJson() {}

  static String print(DayRules rules) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("version", VERSION);
    json.put("date", rules.date().toString());
    json.put("source", rules.source());
    json.put("delay_ms", rules.delayNanos() / MILLI_NANOS);
    json.put("conditions", rules.conditions());
    ArrayNode underlyings = json.putArray("underlyings");
    rules.underlyings().forEach(each -> put(each, underlyings.addObject()));
    return json.toPrettyString() + "\n";
  }

  private static void put(DayRules.Watched watched, ObjectNode json) {
    FlowRules rules = watched.rules();
    json.put("symbol", watched.underlying().symbol());
    json.put("strikes_each_side", rules.strikesEachSide());
    json.put("expiries_in_view", rules.expiriesInView());
    json.put("recentre_ms", rules.recentreNanos() / MILLI_NANOS);
    put(json, "recentre_move", rules.recentreMove());
    json.put("quote_max_age_ms", rules.quoteMaxAgeNanos() / MILLI_NANOS);
    json.put("minute_quote_max_age_ms", rules.minuteQuoteMaxAgeNanos() / MILLI_NANOS);
    json.put("coverage", rules.coverage().name().toLowerCase(Locale.ROOT));
    json.put("skipped", Long.toHexString(rules.prints().skipped()));
    json.put("abstaining", Long.toHexString(rules.prints().abstaining()));
    put(json, "previous_close", watched.previousClose());
  }

  private static void put(ObjectNode json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, value);
    } else {
      json.putNull(name);
    }
  }

  /// The rules in `text`.
  ///
  /// @throws IllegalArgumentException for what is no such JSON, or of another version
  /// @throws java.time.DateTimeException for what is no date
  static DayRules parse(String text) {
    JsonNode json = tree(text);
    int version = field(json, "version", JsonNode::intValue);
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "it is of version " + version + ", and this program reads version " + VERSION);
    }
    List<DayRules.Watched> underlyings = new ArrayList<>();
    field(json, "underlyings", JsonNode::values).forEach(each -> underlyings.add(watched(each)));
    return new DayRules(
        LocalDate.parse(field(json, "date", JsonNode::stringValue)),
        field(json, "source", JsonNode::stringValue),
        nanos(json, "delay_ms"),
        field(json, "conditions", JsonNode::stringValue),
        underlyings);
  }

  private static DayRules.Watched watched(JsonNode json) {
    FlowRules rules =
        new FlowRules(
            field(json, "strikes_each_side", JsonNode::intValue),
            field(json, "expiries_in_view", JsonNode::intValue),
            nanos(json, "recentre_ms"),
            number(json, "recentre_move", Double.POSITIVE_INFINITY),
            nanos(json, "quote_max_age_ms"),
            nanos(json, "minute_quote_max_age_ms"),
            coverage(json.path("coverage").asString("view")),
            new PrintRules(mask(json, "skipped"), mask(json, "abstaining")));
    return new DayRules.Watched(
        new Underlying(field(json, "symbol", JsonNode::stringValue)),
        rules,
        number(json, "previous_close", Double.NaN));
  }

  /// A day that was captured before rules named it was captured of what was in view.
  private static Coverage coverage(String word) {
    return Coverage.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static long nanos(JsonNode json, String name) {
    long millis = field(json, name, JsonNode::longValue);
    if (millis > Long.MAX_VALUE / MILLI_NANOS) {
      throw new IllegalArgumentException(name + " is " + millis + ", beyond all measure");
    }
    return millis * MILLI_NANOS;
  }

  private static double number(JsonNode json, String name, double absent) {
    return field(json, name, value -> value.isNull() ? absent : value.doubleValue());
  }

  private static long mask(JsonNode json, String name) {
    return Long.parseUnsignedLong(field(json, name, JsonNode::stringValue), HEXADECIMAL);
  }

  private static JsonNode tree(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
    }
  }

  private static <T> T field(JsonNode json, String name, Function<JsonNode, T> value) {
    try {
      return value.apply(json.required(name));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(name + ": " + e.getOriginalMessage(), e);
    }
  }
}
