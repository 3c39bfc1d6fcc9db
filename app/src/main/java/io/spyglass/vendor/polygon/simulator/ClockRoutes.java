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
import tools.jackson.databind.node.ObjectNode;

/// Tells and sets the clock, under `/_sim/clock`. A wish is read whole before any of it is done.
final class ClockRoutes {
  private static final String UNPACED = "max";

  private final SimulatedClock clock;
  private final Markets markets;

  /// What a request wants; null where it says nothing.
  ///
  /// @param until where to stand still, [SimulatedClock#NEVER] for nowhere
  private record Wish(
      @Nullable Double speed, @Nullable Boolean paused, @Nullable Long at, @Nullable Long until) {}

  ClockRoutes(SimulatedClock clock, Markets markets) {
    this.clock = clock;
    this.markets = markets;
  }

  void register(RoutesConfig routes) {
    routes.get("/_sim/clock", this::tell);
    routes.put("/_sim/clock", this::set);
  }

  private void tell(Context context) {
    long now = clock.nowNanos();
    long until = clock.untilNanos();
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("date", NewYork.date(now).toString());
    json.put("time", NewYork.time(now).toString()).put("epoch_nanos", now);
    if (Double.isInfinite(clock.speed())) {
      json.put("speed", UNPACED);
    } else {
      json.put("speed", clock.speed());
    }
    json.put("paused", clock.isPaused());
    json.put("until", until == SimulatedClock.NEVER ? null : local(until));
    json.put("at_until", now >= until);
    ControlRoutes.answer(context, json.toString());
  }

  private static String local(long epochNanos) {
    return NewYork.date(epochNanos).atTime(NewYork.time(epochNanos)).toString();
  }

  private void set(Context context) {
    try {
      grant(wish(context.body()));
      tell(context);
    } catch (IllegalArgumentException e) {
      ControlRoutes.refuse(context, e.getMessage());
    }
  }

  /// Stops before it jumps, so that it stands exactly there.
  private void grant(Wish wish) {
    if (wish.paused() != null) {
      clock.pause(wish.paused());
    }
    if (wish.speed() != null) {
      clock.speed(wish.speed());
    }
    if (wish.until() != null) {
      clock.standAt(wish.until());
    }
    if (wish.at() != null) {
      clock.set(wish.at());
      markets.awaitLanding();
    }
  }

  private Wish wish(String body) {
    JsonNode json = object(body);
    Double speed = json.has("speed") ? speed(json.path("speed")) : null;
    Boolean paused = json.has("paused") ? paused(json.path("paused")) : null;
    Long at = json.has("at") ? since(History.FIRST, instant("at", json, clock.date())) : null;
    long from = at == null ? clock.nowNanos() : at;
    Long until = json.has("until") ? until(json, from) : null;
    if (until != null && until != SimulatedClock.NEVER && paused != null && paused) {
      throw new IllegalArgumentException(
          "'until' lets the clock run up to there, so it does not go with 'paused': true");
    }
    return new Wish(speed, paused, at, until);
  }

  private static JsonNode object(String body) {
    JsonNode json;
    try {
      json = JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("the clock wants a JSON object, as in {\"speed\": 60}", e);
    }
    if (!json.isObject()) {
      throw new IllegalArgumentException("the clock wants a JSON object, as in {\"speed\": 60}");
    }
    for (String name : json.propertyNames()) {
      if (!name.matches("at|until|speed|paused")) {
        throw new IllegalArgumentException(
            "'" + name + "' is no field of the clock: there are at, until, speed and paused");
      }
    }
    return json;
  }

  private static double speed(JsonNode node) {
    double speed = node.isNumber() ? node.asDouble() : Double.NaN;
    if (node.isString() && node.asString().equals(UNPACED)) {
      return SimulatedClock.UNPACED;
    }
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("'speed' wants a number above 0 or \"max\", not " + node);
    }
    return speed;
  }

  private static boolean paused(JsonNode node) {
    if (!node.isBoolean()) {
      throw new IllegalArgumentException("'paused' wants true or false, not " + node);
    }
    return node.asBoolean();
  }

  private static long instant(String name, JsonNode json, LocalDate date) {
    JsonNode node = json.path(name);
    try {
      return SimulatedClock.instant(node.asString(""), date);
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' wants \"10:30\", \"2026-11-23T10:30\", an instant or nanoseconds, not "
              + node,
          e);
    }
  }

  private static long since(LocalDate first, long epochNanos) {
    LocalDate date = NewYork.date(epochNanos);
    if (date.isBefore(first)) {
      throw new IllegalArgumentException("the market begins on " + first + ", not on " + date);
    }
    return epochNanos;
  }

  private static long until(JsonNode json, long fromNanos) {
    if (json.path("until").isNull()) {
      return SimulatedClock.NEVER;
    }
    long until = instant("until", json, NewYork.date(fromNanos));
    if (until < fromNanos) {
      throw new IllegalArgumentException(
          "'until' " + local(until) + " lies before " + local(fromNanos) + ", where the clock is");
    }
    return until;
  }
}
