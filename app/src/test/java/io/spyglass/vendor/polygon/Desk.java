package io.spyglass.vendor.polygon;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.RetryProfile;
import io.spyglass.config.Secret;
import io.spyglass.config.StreamingSettings;
import io.spyglass.config.VendorSettings;
import io.spyglass.model.Conditions;
import io.spyglass.model.Hole;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import io.spyglass.net.RateLimiter;
import io.spyglass.session.Outage;
import io.spyglass.session.Rejects;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedMarket;
import io.spyglass.vendor.polygon.simulator.Faults;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A stream in front of the vendor's simulator: what it handed on, and what truly happened. The
/// missed prints it fetches by a decoder of its own.
final class Desk implements AutoCloseable, StreamHost {
  static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  static final String KEY = "a-very-secret-key-1234";

  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  static final StreamingSettings QUICK =
      new StreamingSettings(
          Duration.ofMillis(1500),
          Duration.ofMillis(500),
          Duration.ofMillis(2000),
          Duration.ofMillis(2000),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofMillis(200),
          Duration.ofMillis(400),
          Duration.ofMillis(100));

  private static final RetryProfile PROFILE =
      new RetryProfile(40, Duration.ZERO, Duration.ZERO, 1, false, List.of("429", "5xx"));

  final SimulatedClock clock;
  final PolygonSimulator simulator;
  final Stream stream;

  /// Takes each event too.
  volatile Consumer<MarketEvent> also = event -> {};

  /// How wrong this machine's clock is.
  volatile long clockErrorNanos;

  final Rejects rejects = new Rejects();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Client vendor;
  private final List<MarketEvent> events = new ArrayList<>();

  Desk(String time, String faults) {
    this(time, faults, KEY);
  }

  Desk(String time, String faults, String key) {
    clock = SimulatedClock.of(DATE, LocalTime.parse(time), 1);
    clock.pause(true);
    SimulatedMarket market = SimulatedMarket.of(1, CALENDAR);
    Selection nearest = Selection.all().expiring(DATE);
    simulator =
        PolygonSimulator.start(
            0,
            new PolygonSimulator.Scene(market, CALENDAR, nearest, clock),
            Faults.NONE.with(faults));
    vendor = Client.open(settings(key), PROFILE, new RateLimiter(60_000), rejects);
    stream = stream(Cluster.OPTIONS, key, QUICK);
  }

  private VendorSettings.Polygon settings(String key) {
    return new VendorSettings.Polygon(
        Optional.of(new Secret(key)),
        URI.create(simulator.restUrl()),
        URI.create(simulator.socketUrl()),
        60_000);
  }

  /// A stream that is not started.
  Stream stream(Cluster cluster, String key, StreamingSettings patience) {
    return new Stream(settings(key), cluster, patience, vendor, this);
  }

  /// Another stream of the same desk.
  Stream another(Cluster cluster, String... channels) {
    Stream another = stream(cluster, KEY, QUICK);
    another.want(Set.of(channels));
    another.start();
    return another;
  }

  /// Calls and puts around the money.
  static List<OptionContract> contracts() {
    List<OptionContract> contracts = new ArrayList<>();
    for (int strike = 6600; strike <= 6680; strike += 5) {
      contracts.add(OptionContract.of("SPXW", DATE, Right.CALL, strike));
      contracts.add(OptionContract.of("SPXW", DATE, Right.PUT, strike));
    }
    return contracts;
  }

  static Set<String> channels(String... kinds) {
    Set<String> channels = new TreeSet<>();
    for (String kind : kinds) {
      contracts().forEach(contract -> channels.add(kind + "." + contract.ticker()));
    }
    return channels;
  }

  /// Begins to stream prints and quotes, and waits until all channels are acknowledged.
  Desk streaming(String... kinds) throws InterruptedException {
    stream.want(channels(kinds));
    stream.start();
    return await(status -> status.state() == StreamStatus.State.STREAMING);
  }

  /// Waits for the stream to be as wanted.
  Desk await(Predicate<StreamStatus> wanted) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    synchronized (events) {
      while (!wanted.test(stream.status())) {
        if (System.nanoTime() > until) {
          throw new AssertionError("it did not come to that: " + stream.status());
        }
        events.wait(20);
      }
    }
    return this;
  }

  /// Waits until the prints handed on hold each of `wanted`.
  void awaitPrints(Set<String> wanted) throws InterruptedException {
    try {
      await(status -> new TreeSet<>(prints()).containsAll(wanted));
    } catch (AssertionError e) {
      Set<String> missing = new TreeSet<>(wanted);
      missing.removeAll(new TreeSet<>(prints()));
      throw new AssertionError(
          missing.size() + " prints are missing: " + missing + " with holes " + holes(), e);
    }
  }

  Desk play(double speed) {
    clock.speed(speed);
    clock.pause(false);
    return this;
  }

  /// Plays to a time of the day as fast as the socket takes it, then stands still.
  Desk playTo(String time) throws InterruptedException {
    return playTo(NewYork.epochNanos(DATE, LocalTime.parse(time)));
  }

  /// Plays to a time of another day.
  Desk playTo(LocalDate date, String time) throws InterruptedException {
    return playTo(NewYork.epochNanos(date, LocalTime.parse(time)));
  }

  private Desk playTo(long epochNanos) throws InterruptedException {
    clock.speed(SimulatedClock.UNPACED);
    clock.runUntil(epochNanos);
    if (!clock.await(epochNanos, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the clock did not come to " + epochNanos);
    }
    return this;
  }

  /// Begins to misbehave as a JSON text says, and in no other way.
  Desk suffers(String faults) {
    simulator.faults(Faults.NONE.with(faults));
    return this;
  }

  /// Waits until it streams and nothing is missing, or left to fetch.
  Desk whole() throws InterruptedException {
    return await(
        status -> isStreaming(status) && status.missingChannels() == 0 && status.fetching() == 0);
  }

  private static boolean isStreaming(StreamStatus status) {
    return status.state() == StreamStatus.State.STREAMING;
  }

  /// Tears the line, plays on to a time, and waits until it streams again.
  Desk dropBefore(String time) throws InterruptedException {
    long losses = stream.status().losses();
    simulator.drop();
    playTo(time);
    return await(status -> status.losses() > losses && isStreaming(status));
  }

  /// The bars of options that the vendor's history has of a day up to now, each as `ticker start`.
  Set<String> bars(BarLength length, long fromNanos, long toNanos) throws InterruptedException {
    Set<String> bars = new TreeSet<>();
    for (OptionContract contract : contracts()) {
      String ticker = contract.ticker();
      vendor
          .bars(ticker, length, fromNanos / 1_000_000, toNanos / 1_000_000)
          .each(bar -> bars.add(ticker + " " + bar.startMillis()));
    }
    return bars;
  }

  @Override
  public void event(MarketEvent event) {
    also.accept(event);
    synchronized (events) {
      events.add(event);
      events.notifyAll();
    }
  }

  @Override
  public long epochNanos() {
    return clock.nowNanos() + clockErrorNanos;
  }

  @Override
  public boolean isTrading(long epochNanos) {
    return !clock.isPaused() && CALENDAR.day(DATE).regular().contains(epochNanos);
  }

  private static Trade trade(Instrument instrument, JsonNode row) {
    int[] codes =
        StreamSupport.stream(row.path("conditions").spliterator(), false)
            .mapToInt(JsonNode::asInt)
            .toArray();
    return new Trade(
        instrument,
        row.path("sip_timestamp").asLong(),
        0,
        row.path("participant_timestamp").asLong(),
        row.path("sequence_number").asLong(),
        row.path("price").asDouble(),
        row.path("size").asDouble(),
        row.path("exchange").asInt(),
        Conditions.of(codes),
        row.path("correction").asInt(0));
  }

  private String get(String path) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.restUrl() + path))
            .header("Authorization", "Bearer " + KEY)
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new Outage(path, e);
    }
  }

  /// The prints handed on, each as `ticker sequence price size exchange conditions`.
  List<String> prints() {
    return of(Trade.class).stream().map(Desk::print).toList();
  }

  private static String print(Trade trade) {
    return trade.instrument().ticker()
        + " "
        + trade.sequence()
        + " "
        + trade.price()
        + " "
        + trade.size()
        + " "
        + trade.exchange()
        + " "
        + trade.conditions();
  }

  List<Hole> holes() {
    return of(Hole.class);
  }

  <E extends MarketEvent> List<E> of(Class<E> kind) {
    synchronized (events) {
      return events.stream().filter(kind::isInstance).map(kind::cast).collect(Collectors.toList());
    }
  }

  /// The prints that truly happened in the contracts so far.
  Set<String> truth() throws InterruptedException {
    return truth("09:00", "17:00");
  }

  /// What can be set about the simulator's behaviour.
  Set<String> knobs() throws InterruptedException {
    return Set.copyOf(JsonMapper.shared().readTree(get("/_sim/faults")).propertyNames());
  }

  /// The prints that truly happened within a hole and have not been handed on.
  Set<String> missed(Hole hole) {
    try {
      Set<String> missed = truth(hole.fromNanos() + 1, hole.toNanos() - 1);
      prints().forEach(missed::remove);
      return missed;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// How often the simulator did something.
  long count(String what) {
    try {
      return JsonMapper.shared().readTree(get("/_sim/stats")).path(what).asLong();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The prints that truly happened in the contracts between two instants.
  Set<String> truth(long fromNanos, long toNanos) throws InterruptedException {
    return truth(Long.toString(fromNanos), Long.toString(toNanos));
  }

  /// The prints that truly happened in the contracts between two times, spelled alike.
  Set<String> truth(String from, String to) throws InterruptedException {
    Set<String> truth = new TreeSet<>();
    for (OptionContract contract : contracts()) {
      truth.addAll(truth(contract.ticker(), from, to));
    }
    return truth;
  }

  /// The prints of one instrument that truly happened between two times.
  Set<String> truth(String ticker, String from, String to) throws InterruptedException {
    Instrument instrument = Instrument.parse(ticker);
    Set<String> truth = new TreeSet<>();
    get("/_sim/tape?from=" + from + "&to=" + to + "&ticker=" + ticker)
        .lines()
        .map(JsonMapper.shared()::readTree)
        .forEach(row -> truth.add(print(trade(instrument, row))));
    return truth;
  }

  @Override
  public void close() {
    stream.close();
    vendor.close();
    simulator.close();
    client.close();
  }
}
