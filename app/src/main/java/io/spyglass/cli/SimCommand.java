package io.spyglass.cli;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.Settings;
import io.spyglass.vendor.polygon.simulator.Faults;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator.Scene;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `spyglass sim`: the simulated market behind the vendors' own interfaces.
@Command(
    name = "sim",
    description = {
      "Serve a simulated market as the vendors would, on this machine: no key, no network.",
      "Polygon (Massive) is at the port behind --port-base: REST, and the sockets /options, /stocks"
          + " and /indices. Any key is an entitled one; basic, starter and developer have those"
          + " plans, invalid is refused."
    },
    footer = {
      "%nWhile it runs:",
      "  GET, PUT /_sim/faults   how it misbehaves: {\"duplicates\": 0.1}, or \"storm\"",
      "  GET, PUT /_sim/clock    {\"at\": \"15:30\" or \"2026-11-23T09:30\"}, {\"speed\": 60 or \"max\"},",
      "                          {\"paused\": true}, {\"until\": \"16:00\" or null}",
      "  POST     /_sim/drop     tears every socket",
      "  GET      /_sim/tape     every print so far with its true side; ?ticker= &from= &to=",
      "  GET      /_sim/stats    what it did",
      "%nExamples:",
      "  spyglass sim",
      "  spyglass sim polygon --date 2026-11-20 --seed 7 --speed 10 --faults flaky"
    })
final class SimCommand implements Runnable {
  private static final String POLYGON = "polygon";
  private static final List<String> LATER = List.of("tradier", "databento", "cboe", "notify");
  private static final int HIGHEST_BASE = 65_530;

  @ParentCommand private Spyglass root;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "VENDOR",
      arity = "0..*",
      description = "Which vendors; all there are by default: polygon.")
  private List<String> vendors = List.of();

  @Option(
      names = "--port-base",
      paramLabel = "N",
      converter = PortConverter.class,
      defaultValue = "8100",
      description =
          "The number before the first port; ${DEFAULT-VALUE} by default, 0 for free ports.")
  private int portBase;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which of the simulated markets; 1 by default.")
  private @Nullable Long seed;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description =
          "The day to begin on, by default the last trading day; its clock runs on into the next.")
  private @Nullable LocalDate date;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      defaultValue = "09:30",
      description = "New York's time to begin at; ${DEFAULT-VALUE} by default.")
  private LocalTime begin;

  @Option(
      names = "--speed",
      paramLabel = "N",
      converter = SpeedConverter.class,
      defaultValue = "1",
      description =
          "Seconds of the day a second, or max, as fast as clients take it; ${DEFAULT-VALUE} by"
              + " default.")
  private double speed;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description =
          "Where the clock is to stand still: New York's time on that day, or 2026-11-23T16:00.")
  private @Nullable String until;

  @Option(
      names = "--faults",
      paramLabel = "FILE|NAME",
      defaultValue = "none",
      description =
          "How to misbehave: none, storm, flaky, dirty, silent, everything, or a file of knobs in"
              + " JSON.")
  private String faults;

  @Override
  public void run() {
    vendors.forEach(SimCommand::requireVendor);
    if (portBase > HIGHEST_BASE) {
      throw new CommandFailure(
          ExitCode.USAGE, "--port-base wants at most " + HIGHEST_BASE + ", not " + portBase);
    }
    Settings settings =
        root.settings(seed == null ? Map.of() : Map.of("simulator.seed", "" + seed));
    TradingCalendar calendar = root.calendar(settings);
    Faults wanted = faults(faults);
    Scene scene = scene(settings, calendar);
    int port = portBase == 0 ? 0 : portBase + 1;
    StopSignal stop = StopSignal.listen();
    try (PolygonSimulator polygon = PolygonSimulator.start(port, scene, wanted)) {
      tell(polygon, settings);
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void requireVendor(String vendor) {
    if (LATER.contains(vendor)) {
      throw new CommandFailure(
          ExitCode.USAGE, "the simulator of " + vendor + " is not built yet; there is polygon");
    }
    if (!vendor.equals(POLYGON)) {
      throw new CommandFailure(
          ExitCode.USAGE, "there is no simulator of '" + vendor + "'; there is polygon");
    }
  }

  private Scene scene(Settings settings, TradingCalendar calendar) {
    Days days = new Days(settings, calendar);
    LocalDate day = date == null ? days.lastComplete() : date;
    days.requireTradingDay(day);
    if (day.isBefore(PolygonSimulator.FIRST_DAY)) {
      throw new CommandFailure(
          ExitCode.NO_DATA, "the simulated market begins on " + PolygonSimulator.FIRST_DAY);
    }
    SimulatedClock clock = SimulatedClock.of(day, begin, speed);
    if (until != null) {
      runUntil(clock, NewYork.epochNanos(day, begin), until);
    }
    return Scene.of(settings.simulator().seed(), calendar, clock);
  }

  private static void runUntil(SimulatedClock clock, long beginNanos, String wanted) {
    long until;
    try {
      until = clock.instant(wanted);
    } catch (DateTimeException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "--until wants 16:00 or 2026-11-23T16:00, not '" + wanted + "'", e);
    }
    if (until < beginNanos) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--until "
              + wanted
              + " lies before the clock's beginning: give a later one, or an"
              + " earlier --at");
    }
    clock.runUntil(until);
  }

  /// The faults of a preset or of a file.
  private static Faults faults(String named) {
    Path file = Path.of(named);
    try {
      return Files.isRegularFile(file)
          ? Faults.NONE.with(Files.readString(file))
          : Faults.preset(named);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, "--faults " + named + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(PolygonSimulator polygon, Settings settings) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Polygon, simulated: %s from %s New York, seed %d, faults %s  (Ctrl-C ends it)%n%n",
        polygon.clock().date(), begin, settings.simulator().seed(), faults);
    out.println("POLYGON_BASE_URL=" + polygon.restUrl());
    out.println("POLYGON_WS_URL=" + polygon.socketUrl());
    out.println("POLYGON_API_KEY=simulated");
    out.flush();
  }
}
