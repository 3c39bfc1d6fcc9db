package io.spyglass.cli;

import io.spyglass.config.Settings;
import io.spyglass.lake.Lake;
import io.spyglass.model.Underlying;
import io.spyglass.monitor.Day;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `spyglass demo`: the simulated market, without a key or a network.
@Command(
    name = "demo",
    description = {
      "Show the simulated market in the browser: no key, no network.",
      "It plays the last trading day from 13:30 New York on, and begins again after the close."
    },
    footer = {
      "%nExamples:",
      "  spyglass demo",
      "  spyglass demo --underlying SPY --speed 10",
      "  spyglass demo --date 2026-11-20 --seed 7 --port 8080"
    })
final class DemoCommand implements Runnable {
  @ParentCommand private Spyglass root;
  @Spec private CommandSpec spec;
  @Mixin private HttpOptions http;

  @Option(
      names = "--underlying",
      paramLabel = "SPX|SPY",
      defaultValue = "SPX",
      description = "What to show first; ${DEFAULT-VALUE} by default.")
  private Underlying underlying;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "The day to simulate; by default the last trading day.")
  private @Nullable LocalDate date;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which of the simulated markets; 1 by default.")
  private @Nullable Long seed;

  @Option(
      names = "--speed",
      paramLabel = "N",
      converter = SpeedConverter.class,
      defaultValue = "1",
      description = "Seconds of the day a second, or max; ${DEFAULT-VALUE} by default.")
  private double speed;

  @Override
  public void run() {
    Settings settings = root.settings(flags());
    Days days = new Days(settings, root.calendar(settings));
    LocalDate day = date == null ? days.lastComplete() : date;
    Day simulated = days.simulated(settings.simulator().seed(), day, underlying);
    try (Lake lake = root.lake(settings)) {
      play(simulated, settings, new Broadcast.Shelf(days, lake, simulated.underlyings()));
    }
  }

  private void play(Day day, Settings settings, Broadcast.Shelf shelf) {
    try (Broadcast broadcast = new Broadcast(settings.server(), shelf, Playing.demo(day, speed))) {
      StopSignal stop = StopSignal.listen();
      String url = broadcast.begin();
      spec.commandLine().getOut().println("Spyglass demo: " + url + "  (Ctrl-C ends it)");
      spec.commandLine().getOut().flush();
      Browser.open(url, root.environment());
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new HashMap<>(http.flags());
    if (seed != null) {
      flags.put("simulator.seed", seed.toString());
    }
    return flags;
  }
}
