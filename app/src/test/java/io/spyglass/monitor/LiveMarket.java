package io.spyglass.monitor;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.Span;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.MonitorSettings;
import io.spyglass.config.RetryProfile;
import io.spyglass.config.Secret;
import io.spyglass.config.StreamingSettings;
import io.spyglass.config.VendorSettings;
import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.SpotSource;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.journal.Clock;
import io.spyglass.journal.DayRules;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.net.RateLimiter;
import io.spyglass.session.Fanout;
import io.spyglass.session.FeedState;
import io.spyglass.session.FeedState.State;
import io.spyglass.session.Output;
import io.spyglass.session.Rejects;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedMarket;
import io.spyglass.vendor.polygon.Client;
import io.spyglass.vendor.polygon.Cluster;
import io.spyglass.vendor.polygon.Plan;
import io.spyglass.vendor.polygon.simulator.Faults;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A day of the vendor's simulator that is captured through a tap, and what truly happened.
final class LiveMarket implements AutoCloseable {
  static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  static final Underlying SPX = new Underlying("SPX");

  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final RetryProfile PROFILE =
      new RetryProfile(40, Duration.ZERO, Duration.ZERO, 1, false, List.of("429", "5xx"));
  static final StreamingSettings QUICK =
      new StreamingSettings(
          Duration.ofMillis(1500),
          Duration.ofMillis(500),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofMillis(200),
          Duration.ofMillis(400),
          Duration.ofMillis(100));

  final SimulatedClock clock;
  final PolygonSimulator simulator;
  final MarketClock market;
  private final Path folder;

  /// By how much this machine's clock is ahead of the vendor's.
  volatile long aheadNanos;

  private final Client client;
  private final Vendor vendor;

  /// A market that stands still at a time of the day.
  LiveMarket(Path folder, String time, String key) {
    this.folder = folder;
    this.clock = SimulatedClock.of(DATE, LocalTime.parse(time), 1);
    clock.pause(true);
    Selection nearest = Selection.all().expiring(DATE);
    this.simulator =
        PolygonSimulator.start(
            0,
            new PolygonSimulator.Scene(SimulatedMarket.of(1, CALENDAR), CALENDAR, nearest, clock),
            Faults.NONE);
    VendorSettings.Polygon settings =
        new VendorSettings.Polygon(
            Optional.of(new Secret(key)),
            URI.create(simulator.restUrl()),
            URI.create(simulator.socketUrl()),
            60_000);
    this.client = Client.open(settings, PROFILE, new RateLimiter(60_000), new Rejects());
    this.vendor = new Vendor(settings, QUICK, MonitorSettings.standard(), client);
    this.market = new MarketClock(wall());
  }

  /// The simulated clock as this machine's.
  private Clock wall() {
    return new Clock() {
      @Override
      public long epochNanos() {
        return clock.nowNanos() + aheadNanos;
      }

      @Override
      public long steadyNanos() {
        return epochNanos();
      }

      @Override
      @SuppressWarnings("WaitNotInLoop") // The callers loop.
      public void await(Condition condition, long epochNanos) throws InterruptedException {
        boolean _ = condition.await(2, TimeUnit.MILLISECONDS);
      }
    };
  }

  /// What the key has.
  Plan plan() throws InterruptedException {
    return Plan.probe(client, List.of(SPX), at("09:00"));
  }

  /// The socket of options, not dialled.
  Wire wire(Consumer<MarketEvent> taker) {
    Wire.Traits traits = new Wire.Traits("options", true, true, Duration.ZERO);
    return new Wire(vendor, Cluster.OPTIONS, traits, market, taker);
  }

  static long at(String time) {
    return NewYork.epochNanos(DATE, LocalTime.parse(time));
  }

  /// A run of the platform: a tap into a capture.
  final class Run implements Output, AutoCloseable {
    final Set<OptionContract> seen = ConcurrentHashMap.newKeySet();
    final CapturedDay captured;
    final Tap tap;
    final Capture capture;
    volatile SpotSource source = SpotSource.PUBLISHED;
    volatile double spot = Double.NaN;

    /// Begins, or goes on with what an earlier run has captured.
    Run(Plan plan) {
      market.delay(plan.delay().toNanos());
      FlowRules rules = FlowRules.standard(SPX).viewing(2, 1);
      DayRules.Watched watched = new DayRules.Watched(SPX, rules, Double.NaN);
      DayRules day = new DayRules(DATE, simulator.restUrl(), 0, "standard", List.of(watched));
      captured = new CapturedDay(day, CALENDAR, CapturedDay.file(folder, DATE));
      tap = new Tap(vendor, captured.day(), plan, market);
      Output both = new Fanout(List.of(this, tap.output()));
      capture = Capture.begin(captured, market.session(), both);
      tap.start(capture);
    }

    @Override
    public void view(ExpiryFlow expiry) {
      for (ContractFlow each : expiry.inView()) {
        seen.add(each.contract());
      }
    }

    @Override
    public void spot(UnderlyingFlow underlying) {
      source = underlying.spotSource();
      spot = underlying.spot();
    }

    FeedState feed(String name) {
      return tap.feeds().stream()
          .filter(each -> each.name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public synchronized void tick(Tick tick) {
      notifyAll();
    }

    synchronized Run await(BooleanSupplier wanted) throws InterruptedException {
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (!wanted.getAsBoolean()) {
        if (System.nanoTime() > until) {
          throw new AssertionError("it did not come to that: " + tap.feeds());
        }
        wait(20);
      }
      return this;
    }

    /// Waits until the journal has each of these prints.
    void awaitPrints(Set<String> wanted) throws InterruptedException {
      try {
        await(() -> new TreeSet<>(prints()).containsAll(wanted));
      } catch (AssertionError e) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(new TreeSet<>(prints()));
        throw new AssertionError(
            missing.size() + " prints are missing: " + missing + " with holes " + holes(), e);
      }
    }

    Run awaitState(String name, State wanted) throws InterruptedException {
      return await(() -> feed(name).state() == wanted);
    }

    /// Plays slowly until the journal has all that truly happened in what is in view, up to now,
    /// and no print is missing; gives what that is.
    Set<String> rest() throws InterruptedException {
      play(2);
      Set<String> truth = truth();
      awaitPrints(truth);
      await(() -> unfilled().isEmpty());
      return truth;
    }

    /// The prints in the journal, each once for each time that it is there.
    List<String> prints() {
      return recorded().stream()
          .filter(Trade.class::isInstance)
          .map(event -> spelled((Trade) event))
          .toList();
    }

    /// The prints in the journal that never happened.
    Set<String> untrue() throws InterruptedException {
      Set<String> untrue = new TreeSet<>(prints());
      untrue.removeAll(truth());
      return untrue;
    }

    List<MarketEvent> recorded() {
      return captured.read(feed -> {
        List<MarketEvent> events = new ArrayList<>();
        for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
          events.add(event);
        }
        return events;
      });
    }

    /// The holes as they were told, one after the other.
    private List<Hole> holes() {
      return recorded().stream().filter(Hole.class::isInstance).map(Hole.class::cast).toList();
    }

    /// The hole of this reason that was told last.
    Hole last(String reason) {
      return holes().stream()
          .filter(hole -> hole.reason().equals(reason))
          .reduce((_, later) -> later)
          .orElseThrow();
    }

    /// The holes as they stand at last, but for those that lack no prints.
    List<Hole> unfilled() {
      HoleBook book = new HoleBook();
      for (MarketEvent event : recorded()) {
        if (event instanceof Hole hole && hole.lacksPrints()) {
          book.hole(hole);
        }
      }
      return book.unfilled(clock.nowNanos());
    }

    /// The prints that truly happened in what was ever in view, up to now.
    Set<String> truth() {
      return LiveMarket.this.truth(seen, clock.nowNanos() - market.delayNanos());
    }

    /// Ends as a killed process would not: with all that was taken in the journal.
    @Override
    public void close() {
      tap.close();
      capture.close();
    }
  }

  LiveMarket play(double speed) {
    clock.speed(speed);
    clock.pause(false);
    return this;
  }

  LiveMarket suffers(String faults) {
    simulator.faults(Faults.NONE.with(faults));
    return this;
  }

  static String spelled(Trade trade) {
    return trade.instrument().ticker()
        + " "
        + trade.sequence()
        + " "
        + trade.price()
        + " "
        + trade.size();
  }

  /// The prints that truly happened in some contracts up to an instant.
  Set<String> truth(Set<OptionContract> contracts, long toNanos) {
    return simulator.prints(contracts, new Span(at("00:00"), toNanos)).stream()
        .map(LiveMarket::spelled)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public void close() {
    client.close();
    simulator.close();
  }
}
