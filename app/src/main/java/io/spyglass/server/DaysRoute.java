package io.spyglass.server;

import io.javalin.http.Context;
import java.util.Locale;

/// `/api/days`: the recorded days that can be replayed.
final class DaysRoute {
  private final Programme programme;

  DaysRoute(Programme programme) {
    this.programme = programme;
  }

  void get(Context context) {
    JsonBytes json = new JsonBytes().beginObject();
    json.name("days").beginArray();
    programme.days().forEach(day -> write(json, day));
    json.endArray().endObject();
    context.contentType("application/json").result(json.toBytes());
  }

  private static void write(JsonBytes json, RecordedDay day) {
    json.beginObject().name("date").text(day.date().toString());
    json.name("source").text(day.source().name().toLowerCase(Locale.ROOT));
    json.name("underlyings").beginArray();
    day.underlyings().forEach(each -> json.text(each.symbol()));
    json.endArray().name("complete").truth(day.isComplete()).endObject();
  }
}
