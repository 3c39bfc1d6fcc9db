package io.spyglass.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.spyglass.session.Playback;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// `/api/replay`: the clock of the replay, and its controls.
final class ReplayRoute {
  private static final int LONGEST_BODY = 4096;

  private final @Nullable Playback playback;
  private final Guard guard;

  ReplayRoute(@Nullable Playback playback, Guard guard) {
    this.playback = playback;
    this.guard = guard;
  }

  void get(Context context) {
    answer(context, require(HttpStatus.NOT_FOUND));
  }

  void post(Context context) {
    guard.admitChange(context, true);
    Playback of = require(HttpStatus.CONFLICT);
    ReplayRequest.parse(body(context), of.state()).apply(of);
    answer(context, of);
  }

  private Playback require(HttpStatus otherwise) {
    if (playback == null) {
      throw new Problem(
          otherwise,
          "This server shows the live market; `spyglass serve --replay DATE` replays a day");
    }
    return playback;
  }

  private static byte[] body(Context context) {
    try (InputStream in = context.bodyInputStream()) {
      byte[] body = in.readNBytes(LONGEST_BODY + 1);
      if (body.length > LONGEST_BODY) {
        throw new Problem(
            HttpStatus.CONTENT_TOO_LARGE, "The body is longer than " + LONGEST_BODY + " bytes");
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException("the request's body breaks off", e);
    }
  }

  private static void answer(Context context, Playback playback) {
    JsonBytes json = new JsonBytes();
    ReplayJson.write(json, playback.state());
    context.contentType("application/json").result(json.toBytes());
  }
}
