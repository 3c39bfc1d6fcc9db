package io.spyglass.cli;

import io.spyglass.calendar.NewYork;
import io.spyglass.monitor.Day;
import io.spyglass.monitor.Replay;
import io.spyglass.server.FlowBoard;
import io.spyglass.server.Mode;
import io.spyglass.server.Scene;
import io.spyglass.session.Feeds;
import java.time.LocalTime;

/// A day that is played onto a board of its own: a scene to show, and its controls.
final class Playing implements AutoCloseable {
  private static final LocalTime DEMO_BEGINS = LocalTime.of(13, 30);

  private final Replay replay;
  private final Scene scene;

  /// A day that is not played yet.
  ///
  /// @param beginNanos where it starts to play
  Playing(Day day, Mode mode, long beginNanos) {
    FlowBoard board = new FlowBoard(day.underlyings(), mode, day.calendar(), day.date());
    day.previousCloses().forEach(board::previousClose);
    this.replay =
        new Replay(
            day::feed,
            () -> {
              board.reset();
              return day.session(board);
            },
            day.span(),
            beginNanos);
    this.scene = new Scene(board, replay, Feeds.NONE);
  }

  /// A recorded day, from its beginning.
  static Playing recorded(Day day, double speed) {
    Playing playing = new Playing(day, Mode.REPLAY, day.span().fromNanos());
    playing.replay.speed(speed);
    return playing;
  }

  /// A simulated day from the afternoon on, again and again.
  static Playing demo(Day day, double speed) {
    long begin = NewYork.epochNanos(day.date(), DEMO_BEGINS);
    Playing playing = new Playing(day, Mode.DEMO, Math.min(begin, day.span().toNanos() - 1));
    playing.replay.speed(speed);
    playing.replay.loop(true);
    return playing;
  }

  /// The controls.
  Replay replay() {
    return replay;
  }

  /// What there is to see.
  Scene scene() {
    return scene;
  }

  /// Begins to play. Called once.
  void start() {
    replay.start();
  }

  /// Ends it and waits for the end of its thread.
  @Override
  public void close() {
    replay.close();
  }
}
