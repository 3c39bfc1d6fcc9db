package io.spyglass.server;

import io.javalin.http.Context;
import io.spyglass.model.Hole;

/// `/api/holes`: the holes in the feed of the day that is shown.
final class HolesRoute {
  private final Stage stage;

  HolesRoute(Stage stage) {
    this.stage = stage;
  }

  void get(Context context) {
    FlowBoard board = stage.board();
    JsonBytes json = new JsonBytes().beginObject();
    json.name("date").text(board.date().toString());
    json.name("holes").beginArray();
    board.holes().forEach(hole -> write(json, hole));
    json.endArray().endObject();
    context.contentType("application/json").result(json.toBytes());
  }

  private static void write(JsonBytes json, Hole hole) {
    json.beginObject().name("from").instant(hole.fromNanos());
    json.name("to").instant(hole.toNanos());
    json.name("reason").text(hole.reason());
    json.name("filled").truth(hole.filled());
    json.name("open").truth(hole.isOpen());
    json.name("found").instant(hole.epochNanos()).endObject();
  }
}
