package io.spyglass.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.spyglass.session.PlaybackState;
import java.util.Locale;

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
  private final Stage stage;
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

  HealthRoute(Stage stage) {
    this.stage = stage;
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
    Scene scene = stage.now();
    boolean isDown = isDown(scene);
    Readiness readiness = readiness(scene, isDown);
    JsonBytes json = status(readiness.word());
    json.name("feeds").beginArray().beginObject();
    json.name("name").text(scene.board().mode().word());
    json.name("state").text(isDown ? "degraded" : "ok");
    json.name("age_ms").millis(scene.ageNanos());
    json.endObject().endArray().endObject();
    context.status(readiness.isServing() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    answer(context, json);
  }

  private Readiness readiness(Scene scene, boolean isDown) {
    if (isStopping) {
      return Readiness.STOPPING;
    }
    if (isDown) {
      return Readiness.DEGRADED;
    }
    return scene.board().facts() == 0 ? Readiness.STARTING : Readiness.READY;
  }

  /// Whether the feed delivers nothing and will not by itself: a replay that failed, a live market
  /// that nothing was heard of.
  private static boolean isDown(Scene scene) {
    PlaybackState replay = scene.replay();
    return replay == null ? scene.board().facts() == 0 : replay.failure() != null;
  }

  private static JsonBytes status(String status) {
    return new JsonBytes().beginObject().name("status").text(status);
  }

  private static void answer(Context context, JsonBytes json) {
    context.contentType("application/json").result(json.toBytes());
  }
}
