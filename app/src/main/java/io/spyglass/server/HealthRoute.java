package io.spyglass.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.spyglass.session.Playback;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `/health`, `/health/live` and `/health/ready`: for people, watchdogs and load balancers.
///
/// | ready says | when | status |
/// |---|---|---|
/// | `starting` | a replay's first fact has not come | 503 |
/// | `ready` | the feed delivers | 200 |
/// | `degraded` | the feed is down; what came before is served | 200 |
/// | `stopping` | the server was told to end | 503 |
///
/// Thread-safe.
final class HealthRoute {
  private final FlowBoard board;
  private final @Nullable Playback playback;
  private final FeedAge age;
  private volatile boolean isStopping;

  private enum Readiness {
    STARTING,
    READY,
    DEGRADED,
    STOPPING;

    private boolean isServing() {
      return this == READY || this == DEGRADED;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  HealthRoute(FlowBoard board, @Nullable Playback playback, FeedAge age) {
    this.board = board;
    this.playback = playback;
    this.age = age;
  }

  void register(RoutesConfig routes) {
    SpyglassServer.read(routes, "/health", context -> answer(context, status("ok").endObject()));
    SpyglassServer.read(
        routes, "/health/live", context -> answer(context, status("live").endObject()));
    SpyglassServer.read(routes, "/health/ready", this::ready);
  }

  /// Says from here on that the server stops.
  void stop() {
    isStopping = true;
  }

  private void ready(Context context) {
    boolean isDown = isDown();
    Readiness readiness = readiness(isDown);
    JsonBytes json = status(readiness.word());
    json.name("feeds").beginArray().beginObject();
    json.name("name").text(board.mode().word());
    json.name("state").text(isDown ? "degraded" : "ok");
    json.name("age_ms");
    long nanos = age.nanos();
    if (nanos < 0) {
      json.unknown();
    } else {
      json.integer(nanos / 1_000_000);
    }
    json.endObject().endArray().endObject();
    context.status(readiness.isServing() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    answer(context, json);
  }

  private Readiness readiness(boolean isDown) {
    if (isStopping) {
      return Readiness.STOPPING;
    }
    if (isDown) {
      return Readiness.DEGRADED;
    }
    return board.facts() == 0 ? Readiness.STARTING : Readiness.READY;
  }

  /// Whether the feed delivers nothing and will not by itself: a replay that failed, a live market
  /// that nothing was heard of.
  private boolean isDown() {
    return playback == null ? board.facts() == 0 : playback.state().failure() != null;
  }

  private static JsonBytes status(String status) {
    return new JsonBytes().beginObject().name("status").text(status);
  }

  private static void answer(Context context, JsonBytes json) {
    context.contentType("application/json").result(json.toBytes());
  }
}
