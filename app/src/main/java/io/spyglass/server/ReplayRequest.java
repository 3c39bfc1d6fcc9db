package io.spyglass.server;

import io.javalin.http.HttpStatus;
import io.spyglass.calendar.NewYork;
import io.spyglass.session.Playback;
import io.spyglass.session.PlaybackState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a `POST /api/replay` asks for: `{"action":…,"date":…,"at":…,"speed":…,"loop":…}`.
///
/// | action | with | does |
/// |---|---|---|
/// | `play` | `speed`, if wanted | goes on |
/// | `pause`, `step` | | stands still; to the next whole second |
/// | `seek` | `at`: an ISO instant, or `HH:MM[:SS]` New York on the replay's day | goes there |
/// | `speed` | `speed`: a number of at least 0.001, or `"max"` | seconds of the day a second |
/// | `loop` | `loop`, if wanted; without it the other way than now | begins again at the end |
/// | `live` | | leaves the replay for the live market |
/// | `demo` | | shows the simulated market |
///
/// With a `date`, the replay of that day is shown first.
record ReplayRequest(
    Action action,
    @Nullable LocalDate date,
    @Nullable Moment at,
    @Nullable Double speed,
    @Nullable Boolean loop) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final double SLOWEST = 0.001;
  private static final Set<String> NAMES = Set.of("action", "date", "at", "speed", "loop");

  /// What can be asked for.
  enum Action {
    PLAY,
    PAUSE,
    STEP,
    SEEK,
    SPEED,
    LOOP,
    LIVE,
    DEMO;

    /// Whether it leads away from any replay of a recorded day.
    private boolean leavesReplay() {
      return this == LIVE || this == DEMO;
    }
  }

  ReplayRequest {
    if (action == Action.SEEK && at == null) {
      throw bad("seek wants at: an instant such as 2021-01-04T15:30:00Z, or 10:30 in New York");
    }
    if (action == Action.SPEED && speed == null) {
      throw bad("speed wants speed: a number of at least " + SLOWEST + ", or \"max\"");
    }
    if (action.leavesReplay() && date != null) {
      throw bad("date goes with the other actions; live and demo want none");
    }
  }

  /// Reads a request.
  ///
  /// @throws Problem saying what is wrong and what is expected
  static ReplayRequest parse(byte[] body) {
    JsonNode json = object(body);
    json.propertyNames().stream()
        .filter(name -> !NAMES.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw bad("'" + name + "' is unknown; expected are action, date, at, speed and loop");
        });
    return new ReplayRequest(
        action(json.path("action")),
        date(json.path("date")),
        at(json.path("at")),
        speed(json.path("speed")),
        loop(json.path("loop")));
  }

  private static JsonNode object(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JacksonException e) {
      throw bad("the body is no JSON (" + e.getOriginalMessage() + ")");
    }
    throw bad("the body is no JSON object; expected is one such as {\"action\":\"play\"}");
  }

  private static Action action(JsonNode value) {
    for (Action action : Action.values()) {
      if (value.isString() && value.asString().equals(action.name().toLowerCase(Locale.ROOT))) {
        return action;
      }
    }
    throw bad("action wants to be play, pause, step, seek, speed, loop, live or demo");
  }

  private static @Nullable LocalDate date(JsonNode value) {
    if (isAbsent(value)) {
      return null;
    }
    try {
      return LocalDate.parse(value.isString() ? value.asString() : "");
    } catch (DateTimeException _) {
      throw bad("date wants a day such as 2021-01-04; it is " + value);
    }
  }

  private static @Nullable Moment at(JsonNode value) {
    if (isAbsent(value)) {
      return null;
    }
    Moment at = Moment.parse(value.isString() ? value.asString() : "");
    if (at == null) {
      throw bad(
          "at wants an instant such as 2021-01-04T15:30:00Z, or HH:MM or HH:MM:SS in New York;"
              + " it is "
              + value);
    }
    return at;
  }

  private static @Nullable Double speed(JsonNode value) {
    if (isAbsent(value)) {
      return null;
    }
    if (value.isString() && value.asString().equals(ReplayJson.MAXIMUM)) {
      return Double.POSITIVE_INFINITY;
    }
    double speed = value.isNumber() ? value.asDouble() : Double.NaN;
    if (!(speed >= SLOWEST) || Double.isInfinite(speed)) {
      throw bad("speed wants a number of at least " + SLOWEST + ", or \"max\"; it is " + value);
    }
    return speed;
  }

  private static @Nullable Boolean loop(JsonNode value) {
    if (!isAbsent(value) && !value.isBoolean()) {
      throw bad("loop wants true or false; it is " + value);
    }
    return isAbsent(value) ? null : value.asBoolean();
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static Problem bad(String detail) {
    return new Problem(HttpStatus.BAD_REQUEST, detail);
  }

  /// Does to a replay what is asked for.
  void apply(Playback playback) {
    if (speed != null && (action == Action.PLAY || action == Action.SPEED)) {
      playback.speed(speed);
    }
    switch (action) {
      case PLAY -> playback.play();
      case PAUSE -> playback.pause();
      case STEP -> playback.step();
      case SEEK -> seek(playback);
      case LOOP -> playback.loop(loop == null ? !playback.state().loop() : loop);
      case SPEED, LIVE, DEMO -> {}
    }
  }

  private void seek(Playback playback) {
    if (at == null) {
      return;
    }
    PlaybackState state = playback.state();
    long nanos = at.epochNanos(NewYork.date(state.fromNanos()));
    if (nanos < state.fromNanos() || nanos > state.toNanos()) {
      throw bad(
          "at lies outside the day, which goes from "
              + instant(state.fromNanos())
              + " to "
              + instant(state.toNanos()));
    }
    playback.seek(nanos);
  }

  private static Instant instant(long epochNanos) {
    return Instant.EPOCH.plusNanos(epochNanos);
  }
}
