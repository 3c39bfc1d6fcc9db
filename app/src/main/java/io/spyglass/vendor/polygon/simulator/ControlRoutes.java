package io.spyglass.vendor.polygon.simulator;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// What is the simulator's own, under `/_sim`: no key is asked for.
final class ControlRoutes {
  private static final String JSON = "application/json";

  private final FaultSwitch faults;
  private final Sockets sockets;
  private final Stats stats;

  ControlRoutes(FaultSwitch faults, Sockets sockets, Stats stats) {
    this.faults = faults;
    this.sockets = sockets;
    this.stats = stats;
  }

  void register(RoutesConfig routes) {
    routes.get("/_sim/faults", context -> answer(context, faults.get().toJson()));
    routes.put("/_sim/faults", this::setFaults);
    routes.post("/_sim/drop", context -> answer(context, "{\"dropped\":" + sockets.drop() + "}"));
    routes.get("/_sim/stats", this::tellStats);
  }

  static void answer(Context context, String json) {
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

  private void tellStats(Context context) {
    Json json = new Json(Spelling.PLAIN).beginObject();
    json.field("sockets", (long) sockets.count());
    stats.all().forEach((name, count) -> json.field(name, (long) count));
    answer(context, json.endObject().toString());
  }
}
