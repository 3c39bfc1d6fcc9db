package io.spyglass.bench;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.RetryProfile;
import io.spyglass.config.Secret;
import io.spyglass.config.VendorSettings;
import io.spyglass.ingest.ContractChoice;
import io.spyglass.ingest.TradeBackfill;
import io.spyglass.ingest.TradeReport;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Underlying;
import io.spyglass.net.RateLimiter;
import io.spyglass.session.Rejects;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedMarket;
import io.spyglass.vendor.polygon.Client;
import io.spyglass.vendor.polygon.simulator.Faults;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Fetches the trades and quotes of a day that is missing, from the vendor's simulator, each of
/// whose answers takes 150 ms, with the settings that hold where nobody sets any; says how long it
/// takes.
public final class MissingDay {
  static final LocalDate DATE = LocalDate.of(2026, 11, 18);
  private static final int ANSWER_MILLIS = 150;
  private static final int REQUESTS_A_MINUTE = 3000;
  private static final RetryProfile PATIENCE =
      new RetryProfile(
          5, Duration.ofSeconds(1), Duration.ofSeconds(30), 2, true, List.of("429", "5xx"));

  private MissingDay() {}

  /// Takes no arguments.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("missing-day");
    try {
      Selection all = Selection.all().expiring(DATE);
      run(folder, all, ANSWER_MILLIS, 3, System.out::println);
    } finally {
      Folders.delete(folder);
    }
  }

  /// Fetches the day so many times, each into a folder of its own.
  ///
  /// @param there what the vendor has of the day
  /// @param answerMillis what each of its answers takes
  static void run(Path folder, Selection there, int answerMillis, int runs, Consumer<String> log)
      throws InterruptedException {
    TradingCalendar calendar = TradingCalendar.standard();
    SimulatedClock clock = SimulatedClock.of(calendar.next(DATE), LocalTime.of(9, 0), 1);
    clock.pause(true);
    PolygonSimulator.Scene scene =
        new PolygonSimulator.Scene(SimulatedMarket.of(1, calendar), calendar, there, clock);
    Faults slow = Faults.NONE.with("{\"rest_delay_millis\":" + answerMillis + "}");
    try (PolygonSimulator simulator = PolygonSimulator.start(0, scene, slow)) {
      for (int run = 1; run <= runs; run++) {
        log.accept(run(simulator, folder.resolve("run-" + run), calendar));
      }
    }
  }

  private static String run(PolygonSimulator simulator, Path folder, TradingCalendar calendar)
      throws InterruptedException {
    VendorSettings.Polygon settings =
        new VendorSettings.Polygon(
            Optional.of(new Secret("any-key")),
            URI.create(simulator.restUrl()),
            URI.create(simulator.socketUrl()),
            REQUESTS_A_MINUTE);
    try (Client client =
            Client.open(settings, PATIENCE, new RateLimiter(REQUESTS_A_MINUTE), new Rejects());
        Lake lake = new Lake(folder, LakeOptions.defaults())) {
      long begun = System.nanoTime();
      TradeReport report =
          new TradeBackfill(client, lake, calendar)
              .fetch(
                  DATE,
                  new Underlying("SPX"),
                  ContractChoice.nearest(0),
                  simulator.clock().nowNanos(),
                  (_, _) -> {});
      double seconds = (System.nanoTime() - begun) / 1e9;
      return String.format(
          Locale.ROOT,
          "%d contracts, %d trades, %d quotes by %d requests in %.1f s",
          report.contracts(),
          report.trades(),
          report.quotes(),
          client.counts().requests(),
          seconds);
    }
  }
}
