package io.spyglass.bench;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Underlying;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedMarket;
import io.spyglass.vendor.polygon.simulator.Faults;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/// A simulated week in front of `spyglass serve`: the vendor misbehaves at random, and the server
/// is killed at random. Says whether what was captured is what truly happened, print for print, but
/// for recorded holes, and whether each hole's record is true.
public final class Soak {
  static final Ordeal.Pace WEEK =
      new Ordeal.Pace(60, LocalTime.of(9, 25), LocalTime.of(15, 40), LocalTime.of(15, 50), 12);

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final Underlying SPX = new Underlying("SPX");

  private Soak() {}

  /// Runs days: `--seed S` (1), `--days N` (5), `--speed X` (60). Ends with status 1 where anything
  /// is wrong; then what was captured stays in the folder that it names.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments given =
        Arguments.of(arguments, Map.of("--seed", 1.0, "--days", 5.0, "--speed", WEEK.speed()));
    Ordeal.Pace pace =
        new Ordeal.Pace(given.get("--speed"), WEEK.from(), WEEK.to(), WEEK.last(), WEEK.minutes());
    Path folder = Files.createTempDirectory("soak");
    List<String> faults =
        run(folder, given.whole("--seed"), (int) given.whole("--days"), pace, System.out::println);
    if (faults.isEmpty()) {
      Folders.delete(folder);
    } else {
      System.out.println("What was captured lies in " + folder);
      System.exit(1);
    }
  }

  /// Runs days; gives what is wrong with what was captured.
  static List<String> run(Path folder, long seed, int days, Ordeal.Pace pace, Consumer<String> log)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    TradingCalendar calendar = TradingCalendar.standard();
    SimulatedClock clock = SimulatedClock.of(calendar.previous(MONDAY), LocalTime.of(18, 0), 1);
    PolygonSimulator.Scene scene =
        new PolygonSimulator.Scene(
            SimulatedMarket.of(seed, calendar),
            calendar,
            date -> Selection.of(SPX).expiring(date),
            clock);
    List<String> faults = new ArrayList<>();
    try (PolygonSimulator simulator = PolygonSimulator.start(0, scene, Faults.NONE)) {
      Served.Setup setup = setup(folder, simulator);
      try (Ordeal ordeal = new Ordeal(simulator, setup, pace, new Random(seed), log)) {
        LocalDate date = MONDAY;
        for (int day = 0; day < days; day++) {
          List<String> wrong = ordeal.day(date);
          wrong.forEach(each -> log.accept("WRONG: " + each));
          faults.addAll(wrong);
          date = calendar.next(date);
        }
        log.accept(
            String.format(
                Locale.ROOT,
                "%s: seed %d, %d days, %d kills, %d things out, in %.0f s",
                faults.isEmpty() ? "PASSED" : "FAILED",
                seed,
                days,
                ordeal.kills(),
                ordeal.outages().count(),
                (System.nanoTime() - begun) / 1e9));
      }
    }
    return faults;
  }

  /// A server that is as patient as a market that runs so fast lets it be. The market's clock is
  /// heard once a second, in which it goes on by a minute: where nothing comes for long enough that
  /// a clock must tell the end of a hole, it would be wrong by that, so that it waits for an event.
  private static Served.Setup setup(Path folder, PolygonSimulator simulator) throws IOException {
    List<String> flags =
        List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    Served.Setup setup =
        new Served.Setup(folder, simulator.restUrl(), simulator.socketUrl(), flags);
    setup.configure(
        "settings.yaml",
        """
        streaming: {answer_timeout: 1500ms, ping_interval: 500ms, pong_timeout: 3s,
          silence_timeout: 3s, reconnect_first_wait: 100ms, reconnect_longest_wait: 1s,
          reconnect_stable_after: 500ms, cool_down: 500ms, history_settle: 1s}
        flow: {strikes_each_side: 2}
        """);
    setup.configure(
        "sources.yaml", "polygon: {rate_limiting: {total_requests_per_minute: 60000}}\n");
    setup.configure(
        "retry_policy.yaml",
        "retry: {polygon: {max_attempts: 5, initial_wait_seconds: 0.05, max_wait_seconds: 1}}\n");
    return setup;
  }
}
