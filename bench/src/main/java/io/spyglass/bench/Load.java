package io.spyglass.bench;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Underlying;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.Selection.Kind;
import io.spyglass.simulator.SimulatedMarket;
import io.spyglass.vendor.polygon.simulator.Faults;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Trades at a rate into `spyglass serve`, in a process of its own, and a viewer of its stream: how
/// long it takes from the instant at which a trade is due at the vendor's socket until the viewer
/// has a frame in which it is counted; whether every one is; and whether the heap stays as it is.
public final class Load {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
  private static final LocalTime TIME = LocalTime.of(10, 0);
  private static final Underlying SPX = new Underlying("SPX");
  private static final Duration LEAD = Duration.ofMillis(500);
  private static final double MOST_MILLIS = 300;
  private static final double MOST_FRAME_MILLIS = 250;
  private static final double BUSY = 10_000;
  private static final Pattern FRAME_AGE =
      Pattern.compile("spyglass_frame_age_seconds\\{quantile=\"0\\.99\"\\} (\\S+)");

  private final Run run;
  private final Consumer<String> log;
  private final Latencies latencies = new Latencies();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Long> heaps = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private volatile long begunNanos;

  /// What is asked for.
  ///
  /// @param rate trades a second
  /// @param warmSeconds at the beginning that do not count
  /// @param strikes in view on each side of the money
  record Run(double rate, double minutes, double warmSeconds, int strikes) {
    long trades() {
      return (long) (rate * (minutes * 60 + warmSeconds));
    }

    long warm() {
      return (long) (rate * warmSeconds);
    }
  }

  private Load(Run run, Consumer<String> log) {
    this.run = run;
    this.log = log;
  }

  /// Runs it: `--rate N` (100000 a second), `--minutes M` (10), `--strikes N` (25). Ends with
  /// status 1 where a target is missed.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments given =
        Arguments.of(arguments, Map.of("--rate", 100_000.0, "--minutes", 10.0, "--strikes", 25.0));
    Run run =
        new Run(given.get("--rate"), given.get("--minutes"), 20, (int) given.whole("--strikes"));
    Path folder = Files.createTempDirectory("load");
    List<String> faults;
    try {
      faults = run(folder, run, true, System.out::println);
    } finally {
      Folders.delete(folder);
    }
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  /// Runs it; gives what is wrong.
  ///
  /// @param isTimed whether targets of time count
  static List<String> run(Path folder, Run run, boolean isTimed, Consumer<String> log)
      throws IOException, InterruptedException {
    Load load = new Load(run, log);
    load.run(folder);
    return isTimed
        ? load.faults
        : load.faults.stream().filter(each -> !each.contains("ms")).toList();
  }

  private void run(Path folder) throws IOException, InterruptedException {
    TradingCalendar calendar = TradingCalendar.standard();
    SimulatedClock clock = SimulatedClock.of(DATE, TIME, 1);
    SimulatedMarket market = SimulatedMarket.of(1, calendar);
    Selection quiet =
        Selection.of(SPX).expiring(DATE).only(Kind.LISTING, Kind.OPEN_INTEREST, Kind.SPOT);
    PolygonSimulator.Scene scene = new PolygonSimulator.Scene(market, calendar, quiet, clock);
    double spot = market.day(DATE).spot(SPX, NewYork.epochNanos(DATE, TIME));
    try (PolygonSimulator rest = PolygonSimulator.start(0, scene, Faults.NONE);
        BareVendor vendor = new BareVendor(clock, spot)) {
      Served.Setup setup = setup(folder, rest.restUrl(), vendor.url());
      try (Served served = Served.start(setup)) {
        run(served, vendor, new GcLog(folder.resolve("gc.log")));
      }
    }
  }

  private Served.Setup setup(Path folder, String restUrl, String socketUrl) throws IOException {
    List<String> flags =
        List.of("-Xmx1g", "-Xlog:gc:file=" + folder.resolve("gc.log") + "::filecount=0");
    Served.Setup setup = new Served.Setup(folder, restUrl, socketUrl, flags);
    setup.configure("settings.yaml", "flow: {strikes_each_side: " + run.strikes() + "}\n");
    return setup;
  }

  private void run(Served served, BareVendor vendor, GcLog gc)
      throws IOException, InterruptedException {
    List<String> tickers = vendor.awaitSubscriptions(Duration.ofSeconds(3), Duration.ofSeconds(90));
    for (int i = 0; i < tickers.size(); i++) {
      places.put(tickers.get(i), i);
    }
    try (Viewer viewer = new Viewer(served.url(), this::grown)) {
      long losses = losses(served);
      begunNanos = System.nanoTime() + LEAD.toNanos();
      LockSupport.parkNanos(LEAD.toNanos());
      Thread minutes = Thread.ofVirtual().start(() -> minutes(served, gc));
      Duration worst = vendor.send(tickers, run.rate(), begunNanos, run.trades());
      minutes.interrupt();
      long lost = awaitAll(viewer, tickers);
      require(losses(served) == losses, "the line was lost");
      judge(served, viewer, lost, worst);
    }
  }

  private static long losses(Served served) throws IOException, InterruptedException {
    return served.get("api/feeds").path("feeds").path(0).path("losses").asLong();
  }

  /// Each trade between two volumes of a contract was due at an instant of its own.
  private void grown(String ticker, long before, long volume, long atNanos) {
    Integer place = places.get(ticker);
    if (place == null) {
      return;
    }
    for (long each = before; each < volume; each++) {
      long number = each * places.size() + place;
      if (number >= run.warm()) {
        latencies.add(atNanos - BareVendor.dueNanos(number, run.rate(), begunNanos));
      }
    }
  }

  private void minutes(Served served, GcLog gc) {
    try {
      for (int minute = 1; ; minute++) {
        Thread.sleep(Duration.ofMinutes(1));
        GcLog.Collections seen = gc.next();
        heaps.add(seen.leastMegabytes());
        JsonNode session = served.get("api/feeds").path("session");
        say(
            String.format(
                Locale.ROOT,
                "minute %d: p99 %.1f ms so far, heap after GC %d MB, %d collections, longest %.1f ms,"
                    + " session %d ms behind, %d waiting",
                minute,
                latencies.millis(0.99),
                seen.leastMegabytes(),
                seen.count(),
                seen.longestMillis(),
                session.path("behind_ms").asLong(),
                session.path("waiting").asLong()));
      }
    } catch (InterruptedException e) {
      // All was sent.
    } catch (IOException e) {
      say(String.format(Locale.ROOT, "the server does not say how it is doing: %s", e));
    }
  }

  /// Waits until every trade is seen; gives how many are not.
  private long awaitAll(Viewer viewer, List<String> tickers) {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    long lost = Long.MAX_VALUE;
    while (lost != 0 && System.nanoTime() < until) {
      long seen = tickers.stream().mapToLong(viewer::volume).sum();
      lost = run.trades() - seen;
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    return lost;
  }

  private void judge(Served served, Viewer viewer, long lost, Duration worst)
      throws IOException, InterruptedException {
    JsonNode feeds = served.get("api/feeds");
    JsonNode options = feeds.path("feeds").path(0);
    Matcher age = FRAME_AGE.matcher(served.text("metrics"));
    double frameMillis = age.find() ? Double.parseDouble(age.group(1)) * 1000 : Double.NaN;
    double p99 = latencies.millis(0.99);
    say(
        String.format(
            Locale.ROOT,
            "socket to screen state of %,d trades: p50 %.1f ms, p99 %.1f ms, max %.1f ms",
            latencies.count(),
            latencies.millis(0.5),
            p99,
            latencies.mostMillis()));
    say(
        String.format(
            Locale.ROOT,
            "age of a frame's oldest change when it is sent: p99 %.1f ms",
            frameMillis));
    say(
        String.format(
            Locale.ROOT,
            "%d trades lost, %d frames left out, %d snapshots, %d stalls, vendor late by %d ms at most",
            lost,
            viewer.skipped(),
            viewer.snapshots(),
            options.path("stalls").asLong(),
            worst.toMillis()));
    say(
        String.format(
            Locale.ROOT,
            "recorded: %s; heap after GC by the minute, MB: %s",
            feeds.path("recording"),
            heaps));
    require(lost == 0, lost + " trades are not on the screen");
    require(feeds.path("recording").path("lost").asLong() == 0, "not all was recorded");
    require(p99 <= MOST_MILLIS, "p99 is above 300 ms");
    require(run.rate() > BUSY || frameMillis < MOST_FRAME_MILLIS, "frames are 250 ms old");
    require(isFlat(), "the heap grows: " + heaps + " (MB after GC, by the minute)");
    say(faults.isEmpty() ? "PASSED" : "FAILED: " + String.join("; ", faults));
  }

  /// Whether the last minute's heap is about the second's, since the first warms up.
  private boolean isFlat() {
    List<Long> known = heaps.stream().filter(each -> each >= 0).toList();
    return known.size() < 3 || known.getLast() <= known.get(1) * 1.25 + 16;
  }

  private void require(boolean isMet, String otherwise) {
    if (!isMet) {
      faults.add(otherwise);
    }
  }

  private void say(String line) {
    log.accept(line);
  }
}
