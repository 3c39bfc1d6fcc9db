package io.spyglass.cli;

import io.spyglass.config.ServerSettings;
import io.spyglass.monitor.Day;
import io.spyglass.monitor.Replay;
import io.spyglass.server.FlowBoard;
import io.spyglass.server.Mode;
import io.spyglass.server.SpyglassServer;

/// A day that is played to whoever looks: its session's facts on a board, served.
final class Broadcast implements AutoCloseable {
  private final Replay replay;
  private final SpyglassServer server;

  /// A broadcast that has not begun.
  ///
  /// @param beginNanos where it starts to play
  Broadcast(Day day, Mode mode, long beginNanos, ServerSettings settings) {
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
    this.server = new SpyglassServer(settings, board, replay);
  }

  /// The controls.
  Replay replay() {
    return replay;
  }

  /// Serves and plays; gives the address.
  ///
  /// @throws io.spyglass.session.Outage where the port cannot be had
  String begin() {
    server.start();
    replay.start();
    return server.url();
  }

  @Override
  public void close() {
    server.stop();
    replay.close();
  }
}
