package io.spyglass.server;

import io.spyglass.session.PlaybackState;
import org.jspecify.annotations.Nullable;

/// The replay's clock in documents and frames.
final class ReplayJson {
  /// How a request and an answer spell a speed without bound.
  static final String MAXIMUM = "max";

  private static final int SPEED_DECIMALS = 6;

  private ReplayJson() {}

  /// Writes the state as an object, or null for no replay.
  ///
  /// @param hasLive whether there is a live market to return to
  static void write(JsonBytes json, @Nullable PlaybackState state, boolean hasLive) {
    if (state == null) {
      json.unknown();
      return;
    }
    json.beginObject();
    json.name("from").instant(state.fromNanos());
    json.name("to").instant(state.toNanos());
    json.name("position").instant(state.positionNanos());
    json.name("playing").truth(state.playing());
    json.name("seeking").truth(state.seeking());
    Long target = state.targetNanos();
    json.name("target");
    if (target == null) {
      json.unknown();
    } else {
      json.instant(target);
    }
    json.name("speed");
    if (Double.isInfinite(state.speed())) {
      json.text(MAXIMUM);
    } else {
      json.number(state.speed(), SPEED_DECIMALS);
    }
    json.name("loop").truth(state.loop());
    json.name("ended").truth(state.ended());
    json.name("failure").text(state.failure());
    json.name("live").truth(hasLive);
    json.endObject();
  }
}
