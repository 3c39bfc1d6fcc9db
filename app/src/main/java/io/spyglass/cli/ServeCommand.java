package io.spyglass.cli;

import io.spyglass.config.Settings;
import io.spyglass.journal.DataFolder;
import io.spyglass.lake.Lake;
import io.spyglass.model.Underlying;
import io.spyglass.server.Mode;
import io.spyglass.server.SpyglassServer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `spyglass serve`: a recorded day in the browser.
@Command(
    name = "serve",
    description =
        "Play a recorded day in the browser, from 09:30 New York to the contracts' close.",
    footer = {
      "%nExamples:",
      "  spyglass serve --replay 2021-01-04 --underlying SPX",
      "  spyglass serve --replay 2021-01-04 --underlying SPX,SPY --speed max"
    })
final class ServeCommand implements Runnable {
  @ParentCommand private Spyglass root;
  @Spec private CommandSpec spec;
  @Mixin private HttpOptions http;

  @Option(
      names = "--replay",
      paramLabel = "DATE",
      description = "The recorded day; REPLAY_DATE with REPLAY_MODE=true does the same.")
  private @Nullable LocalDate replay;

  @Option(
      names = "--underlying",
      paramLabel = "ROOT[,ROOT...]",
      split = ",",
      description = "What to show, the first one first; FLOW_UNDERLYING, or else SPY, by default.")
  private List<Underlying> underlyings = List.of();

  @Option(
      names = "--speed",
      paramLabel = "N",
      converter = SpeedConverter.class,
      description = "Seconds of the day a second, or max; by default 1, and 60 for minute bars.")
  private @Nullable Double speed;

  @Override
  public void run() {
    Settings settings = root.settings(http.flags());
    Days days = new Days(settings, root.calendar(settings));
    LocalDate date = date(settings, days);
    List<Underlying> shown =
        underlyings.isEmpty()
            ? List.of(Underlying.ofRoot(settings.flow().underlying()))
            : underlyings.stream().distinct().toList();
    SpyglassServer.requirePort(settings.server());
    try (DataFolder _ = DataFolder.claim(settings.lake().root());
        Lake lake = root.lake(settings)) {
      play(days.recorded(lake, date, shown, Days.Breadth.WIDE), settings);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void play(Days.Recorded recorded, Settings settings) throws InterruptedException {
    long begin = recorded.day().span().fromNanos();
    try (Broadcast broadcast =
        new Broadcast(recorded.day(), Mode.REPLAY, begin, settings.server())) {
      broadcast.replay().speed(speed(recorded, settings));
      StopSignal stop = StopSignal.listen();
      String url = broadcast.begin();
      spec.commandLine()
          .getOut()
          .println(
              "Spyglass replay of " + recorded.day().date() + ": " + url + "  (Ctrl-C ends it)");
      spec.commandLine().getOut().flush();
      Browser.open(url, root.environment());
      stop.await();
    }
  }

  private double speed(Days.Recorded recorded, Settings settings) {
    return speed == null ? settings.replay().speed().orElse(recorded.speed()) : speed;
  }

  private LocalDate date(Settings settings, Days days) {
    if (replay != null) {
      return replay;
    }
    if (settings.replay().enabled()) {
      return settings.replay().date().orElseGet(days::lastComplete);
    }
    throw new ParameterException(
        spec.commandLine(),
        "Missing what to serve: give a recorded day with --replay DATE, or run 'spyglass demo'");
  }
}
