package io.spyglass.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.spyglass.session.Playback;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// `/api/replay`: the clock of the replay, its controls, and the way to another day, to the
/// simulated market and back to the live one. One request is carried out at a time.
final class ReplayRoute {
  private static final int LONGEST_BODY = 4096;

  private final Stage stage;
  private final Programme programme;
  private final Guard guard;
  private final ReentrantLock turn = new ReentrantLock();

  ReplayRoute(Stage stage, Programme programme, Guard guard) {
    this.stage = stage;
    this.programme = programme;
    this.guard = guard;
  }

  void get(Context context) {
    require(stage.now(), HttpStatus.NOT_FOUND);
    answer(context);
  }

  void post(Context context) {
    guard.admitChange(context, true);
    ReplayRequest request = ReplayRequest.parse(body(context));
    turn.lock();
    try {
      carryOut(request);
    } catch (Unavailable e) {
      throw e.problem();
    } finally {
      turn.unlock();
    }
    answer(context);
  }

  private void carryOut(ReplayRequest request) {
    switch (request.action()) {
      case LIVE -> programme.live();
      case DEMO -> programme.demo();
      default -> {
        anotherDay(request).ifPresent(programme::replay);
        request.apply(require(stage.now(), HttpStatus.CONFLICT));
      }
    }
  }

  /// The day to show first, empty where it is shown: the date that is named, or the one that an
  /// instant beyond the shown day lies on, if it is recorded.
  private Optional<LocalDate> anotherDay(ReplayRequest request) {
    FlowBoard board = stage.board();
    LocalDate named = request.date();
    if (named != null) {
      boolean isShown = board.mode() == Mode.REPLAY && board.date().equals(named);
      return isShown ? Optional.empty() : Optional.of(named);
    }
    return Optional.ofNullable(request.at())
        .flatMap(Moment::date)
        .filter(date -> !board.date().equals(date))
        .filter(date -> programme.days().stream().anyMatch(each -> each.date().equals(date)));
  }

  private static Playback require(Scene scene, HttpStatus otherwise) {
    Playback playback = scene.playback();
    if (playback == null) {
      throw new Problem(
          otherwise,
          "No replay is shown; an action with a date begins one, as"
              + " 'spyglass serve --replay DATE' does");
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

  private void answer(Context context) {
    JsonBytes json = new JsonBytes();
    ReplayJson.write(json, stage.now().replay(), programme.hasLive());
    context.contentType("application/json").result(json.toBytes());
  }
}
