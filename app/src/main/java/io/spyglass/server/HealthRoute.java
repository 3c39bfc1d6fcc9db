package io.spyglass.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.spyglass.session.FeedState;
import io.spyglass.session.Feeds;
import io.spyglass.session.PlaybackState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `/health`, `/health/live` and `/health/ready`: for people, watchdogs and load balancers.
///
/// | ready says | when | status |
/// |---|---|---|
/// | `starting` | a replay's first fact has not come | 503 |
/// | `ready` | what is due comes, or nothing is | 200 |
/// | `degraded` | something is the matter; what came before is served | 200 |
/// | `stopping` | the server was told to end | 503 |
///
/// Thread-safe.
final class HealthRoute {
  private final Stage stage;
  private final Feeds feeds;
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

  HealthRoute(Stage stage, Feeds feeds) {
    this.stage = stage;
    this.feeds = feeds;
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
    PlaybackState replay = scene.replay();
    List<String> troubles = new ArrayList<>(Troubles.of(feeds));
    if (replay != null && replay.failure() != null) {
      troubles.add("the replay cannot go on: " + replay.failure());
    }
    boolean isEmpty = replay != null && scene.board().facts() == 0;
    Readiness readiness = readiness(isEmpty, troubles);
    JsonBytes json = status(readiness.word());
    json.name("feeds").beginArray();
    feeds.feeds().forEach(feed -> write(json, feed));
    if (replay != null) {
      write(json, scene, replay);
    }
    FeedJson.texts(json.endArray().name("troubles"), troubles);
    json.endObject();
    context.status(readiness.isServing() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    answer(context, json);
  }

  private Readiness readiness(boolean isEmpty, List<String> troubles) {
    if (isStopping) {
      return Readiness.STOPPING;
    }
    if (!troubles.isEmpty()) {
      return Readiness.DEGRADED;
    }
    return isEmpty ? Readiness.STARTING : Readiness.READY;
  }

  private static void write(JsonBytes json, FeedState feed) {
    write(json, feed.name(), !Troubles.isDown(feed), feed.ageNanos(), feed.detail());
  }

  private static void write(JsonBytes json, Scene scene, PlaybackState replay) {
    String failure = replay.failure();
    String name = scene.board().mode().word();
    write(json, name, failure == null, scene.ageNanos(), failure == null ? "" : failure);
  }

  private static void write(
      JsonBytes json, String name, boolean isUp, long ageNanos, String detail) {
    json.beginObject().name("name").text(name);
    json.name("state").text(isUp ? "ok" : "degraded");
    json.name("age_ms").millis(ageNanos);
    json.name("detail").text(detail).endObject();
  }

  private static JsonBytes status(String status) {
    return new JsonBytes().beginObject().name("status").text(status);
  }

  private static void answer(Context context, JsonBytes json) {
    context.contentType("application/json").result(json.toBytes());
  }
}
