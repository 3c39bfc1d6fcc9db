package io.spyglass.cli;

import io.spyglass.config.Settings;
import io.spyglass.lake.Lake;
import io.spyglass.model.Underlying;
import io.spyglass.monitor.Day;
import io.spyglass.monitor.Replay;
import io.spyglass.server.FlowBoard;
import io.spyglass.server.Mode;
import io.spyglass.session.Session;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `spyglass replay`: a recorded day without a browser, up to its final flow.
@Command(
    name = "replay",
    description = "Play a recorded day without a browser and print the flow it ends with.",
    footer = {
      "%nExamples:",
      "  spyglass replay --date 2021-01-04 --underlying SPX --speed max",
      "  spyglass replay --date 2021-01-04 --underlying SPX --speed max --json"
    })
final class ReplayCommand implements Runnable {
  @ParentCommand private Spyglass root;
  @Spec private CommandSpec spec;
  @Mixin private Printer printer;

  @Option(names = "--date", paramLabel = "DATE", required = true, description = "The day.")
  private LocalDate date;

  @Option(
      names = "--underlying",
      paramLabel = "ROOT",
      description = "What to follow; FLOW_UNDERLYING, or else SPY, by default.")
  private @Nullable Underlying underlying;

  @Option(
      names = "--speed",
      paramLabel = "N",
      converter = SpeedConverter.class,
      defaultValue = "max",
      description = "Seconds of the day a second, or max; ${DEFAULT-VALUE} by default.")
  private double speed;

  @Override
  public void run() {
    Settings settings = root.settings();
    Underlying followed =
        underlying == null ? Underlying.ofRoot(settings.flow().underlying()) : underlying;
    try (Lake lake = root.lake(settings)) {
      Day day =
          new Days(settings, root.calendar(settings))
              .recorded(lake, date, List.of(followed), Days.Breadth.LIVE)
              .day();
      FlowBoard board = new FlowBoard(List.of(followed), Mode.REPLAY, day.calendar(), date);
      Session session = day.session(board);
      play(day, session);
      if (printer.json()) {
        printer.line(new String(board.document(followed), StandardCharsets.UTF_8));
      } else {
        printer.print(FlowTable.of(session.flow()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted", e);
    }
  }

  private void play(Day day, Session session) throws InterruptedException {
    try (Replay replay = new Replay(day::feed, () -> session, day.span(), day.span().fromNanos());
        Meter meter = Meter.of("replay " + date, "s", spec.commandLine().getErr())) {
      replay.speed(speed);
      replay.start();
      replay.awaitEnd(state ->
          meter.show(
              seconds(state.positionNanos() - state.fromNanos()),
              seconds(state.toNanos() - state.fromNanos())));
    }
  }

  private static long seconds(long nanos) {
    return Math.max(0, nanos / 1_000_000_000L);
  }
}
