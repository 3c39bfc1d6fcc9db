package io.spyglass.vendor.polygon.simulator;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.spyglass.calendar.NewYork;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is the simulator's own, under `/_sim`: no key is asked for.
final class ControlRoutes {
  private static final String JSON = "application/json";
  private static final String UNPACED = "max";

  private final SimulatedClock clock;
  private final FaultSwitch faults;
  private final Sockets sockets;
  private final Markets markets;
  private final Stats stats;

  ControlRoutes(
      SimulatedClock clock, FaultSwitch faults, Sockets sockets, Markets markets, Stats stats) {
    this.clock = clock;
    this.faults = faults;
    this.sockets = sockets;
    this.markets = markets;
    this.stats = stats;
  }

  void register(RoutesConfig routes) {
    routes.get("/_sim/faults", context -> answer(context, faults.get().toJson()));
    routes.put("/_sim/faults", this::setFaults);
    routes.get("/_sim/clock", this::tellClock);
    routes.put("/_sim/clock", this::setClock);
    routes.post("/_sim/drop", context -> answer(context, "{\"dropped\":" + sockets.drop() + "}"));
    routes.get("/_sim/stats", this::tellStats);
  }

  private static void answer(Context context, String json) {
    context.contentType(JSON).result(json);
  }

  static void refuse(Context context, @Nullable String why) {
    Json json = new Json(Spelling.PLAIN).beginObject().field("error", String.valueOf(why));
    context.status(400).contentType(JSON).result(json.endObject().toBytes());
  }

  private void setFaults(Context context) {
    try {
      Faults merged = faults.merge(context.body());
      answer(context, merged.toJson());
    } catch (IllegalArgumentException e) {
      refuse(context, e.getMessage());
    }
  }

  private void tellClock(Context context) {
    Json json = new Json(Spelling.PLAIN).beginObject();
    long now = clock.nowNanos();
    json.field("date", clock.date().toString());
    json.field("time", NewYork.time(now).toString()).field("epoch_nanos", now);
    if (Double.isInfinite(clock.speed())) {
      json.field("speed", UNPACED);
    } else {
      json.field("speed", clock.speed());
    }
    answer(context, json.field("paused", clock.isPaused()).endObject().toString());
  }

  private void setClock(Context context) {
    try {
      JsonNode wanted = JsonMapper.shared().readTree(context.body());
      if (wanted.has("speed")) {
        clock.speed(speed(wanted.path("speed")));
      }
      if (wanted.has("at")) {
        clock.set(sinceFirst(instant(wanted.path("at"))));
        markets.awaitLanding();
      }
      if (wanted.has("until")) {
        clock.runUntil(instant(wanted.path("until")));
      }
      if (wanted.has("paused")) {
        clock.pause(wanted.path("paused").asBoolean(false));
      }
      tellClock(context);
    } catch (IllegalArgumentException | JacksonException | DateTimeException e) {
      refuse(
          context,
          "the clock wants {\"speed\": 60 or \"max\", \"paused\": true or false, \"at\" or"
              + " \"until\": \"10:30\", \"2026-11-23T10:30\", an instant or nanoseconds}: "
              + e.getMessage());
    }
  }

  private static double speed(JsonNode node) {
    return node.asString("").equals(UNPACED) ? SimulatedClock.UNPACED : node.asDouble(Double.NaN);
  }

  private long instant(JsonNode node) {
    return clock.instant(node.asString(""));
  }

  private static long sinceFirst(long epochNanos) {
    LocalDate date = NewYork.date(epochNanos);
    if (date.isBefore(History.FIRST)) {
      throw new DateTimeException("the market begins on " + History.FIRST + ", not on " + date);
    }
    return epochNanos;
  }

  private void tellStats(Context context) {
    Json json = new Json(Spelling.PLAIN).beginObject();
    json.field("sockets", (long) sockets.count());
    stats.all().forEach((name, count) -> json.field(name, (long) count));
    answer(context, json.endObject().toString());
  }
}
