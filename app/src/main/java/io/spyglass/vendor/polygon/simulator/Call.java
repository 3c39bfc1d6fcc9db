package io.spyglass.vendor.polygon.simulator;

import io.javalin.http.Context;
import io.spyglass.calendar.NewYork;
import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One REST request with what it may see, and the answer as it is written. Owned by its thread.
final class Call {
  private static final String CURSOR = "cursor";
  private static final String POSITION = "ap";
  private static final String UNTIL = "until";
  private static final String VENDOR = "https://api.polygon.io:443";

  private final Context context;
  private final Plan plan;
  private final Faults faults;
  private final long nowNanos;
  private final String requestId;
  private final Map<String, String> parameters = new HashMap<>();
  private final Json json;

  /// @param nowNanos the clock, less the plan's delay
  Call(Context context, Plan plan, Faults faults, long nowNanos, String requestId) {
    this.context = context;
    this.plan = plan;
    this.faults = faults;
    this.nowNanos = nowNanos;
    this.requestId = requestId;
    this.json = new Json(Spelling.of(faults));
    context.queryParamMap().forEach((name, values) -> parameters.put(name, values.getFirst()));
    String cursor = parameters.remove(CURSOR);
    parameters.remove("apiKey");
    if (cursor != null) {
      parameters.clear();
      parameters.putAll(Cursor.decode(cursor));
    }
  }

  Plan plan() {
    return plan;
  }

  long nowNanos() {
    return nowNanos;
  }

  /// New York's date.
  LocalDate today() {
    return NewYork.date(nowNanos);
  }

  /// The instant up to which trades, quotes and bars are known.
  long historyNanos() {
    return nowNanos - (long) (faults.get(Knob.HISTORY_LAG_SECONDS) * 1e9);
  }

  Json json() {
    return json;
  }

  String requestId() {
    return requestId;
  }

  /// A part of the path.
  String path(String name) {
    return context.pathParam(name);
  }

  /// The instrument that a part of the path names.
  Instrument instrument(String name) {
    return parse(path(name), "Ticker not found.");
  }

  OptionContract contract(String name) {
    if (parse(path(name), "Option Ticker not found.") instanceof OptionContract contract) {
      return contract;
    }
    throw Refused.notFound("Option Ticker not found.");
  }

  private static Instrument parse(String ticker, String otherwise) {
    try {
      return Instrument.parse(ticker);
    } catch (IllegalArgumentException e) {
      throw Refused.notFound(otherwise);
    }
  }

  @Nullable String parameter(String name) {
    String value = parameters.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /// Whether a filter of this name, with or without an operator, is set.
  boolean hasAny(String name) {
    return parameters.keySet().stream()
        .anyMatch(each -> each.equals(name) || each.startsWith(name + "."));
  }

  /// The page size, at least 1 and at most what the endpoint allows.
  int limit(int preset, int most) {
    String text = parameter("limit");
    if (text == null) {
      return preset;
    }
    try {
      return Math.clamp(Long.parseLong(text), 1, most);
    } catch (NumberFormatException e) {
      throw Refused.bad("The parameter 'limit' must be a number");
    }
  }

  /// Whether the order is descending.
  boolean isDescending(boolean preset) {
    String order = parameter("order");
    if (order == null) {
      return preset;
    }
    return order.toLowerCase(Locale.ROOT).startsWith("desc");
  }

  /// Where the page begins: 0 for the first.
  int position() {
    String position = parameter(POSITION);
    try {
      return position == null ? 0 : Integer.parseInt(position);
    } catch (NumberFormatException e) {
      throw Refused.bad("The parameter 'cursor' is invalid");
    }
  }

  /// The instant of the first page, which later pages keep to, so that nothing moves between them.
  ///
  /// @param latest where the first page is asked for
  long keep(long latest) {
    String until = parameter(UNTIL);
    try {
      long instant = until == null ? latest : Math.min(latest, Long.parseLong(until));
      keep(UNTIL, Long.toString(instant));
      return instant;
    } catch (NumberFormatException e) {
      throw Refused.bad("The parameter 'cursor' is invalid");
    }
  }

  private void keep(String name, String value) {
    parameters.put(name, value);
  }

  /// The page of a whole list.
  <T> List<T> page(List<T> all, int limit) {
    int from = Math.min(position(), all.size());
    return all.subList(from, Math.min(all.size(), from + limit));
  }

  /// Writes a page of a list, and where the next one begins.
  <T> void results(List<T> all, int limit, boolean counts, BiConsumer<Json, T> writer) {
    List<T> page = page(all, limit);
    json.beginObject();
    if (!page.isEmpty() || !faults.has(Knob.REST_ABSENT_LISTS)) {
      json.name("results").beginArray();
      page.forEach(each -> writer.accept(json, each));
      json.endArray();
    }
    json.field("status", "OK").field("request_id", requestId);
    if (counts) {
      json.field("count", (long) page.size());
    }
    int next = position() + page.size();
    if (next < all.size()) {
      keep("limit", Integer.toString(limit));
      next(context.path(), Integer.toString(next));
    }
    json.endObject();
  }

  private void next(String path, String position) {
    Map<String, String> state = new HashMap<>(parameters);
    state.put(POSITION, faults.has(Knob.REST_CYCLIC_CURSORS) ? "0" : position);
    json.field("next_url", base() + path + "?cursor=" + Cursor.encode(state));
  }

  /// Writes where the next page begins whose place is in its path.
  void nextByPath(String path, Map<String, String> state) {
    String itsPath = faults.has(Knob.REST_CYCLIC_CURSORS) ? context.path() : path;
    json.field("next_url", base() + itsPath + "?cursor=" + Cursor.encode(state));
  }

  private String base() {
    return faults.has(Knob.REST_VENDOR_HOST) ? VENDOR : "http://" + context.host();
  }
}
