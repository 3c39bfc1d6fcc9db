package io.spyglass.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.RetryProfile;
import io.spyglass.config.Secret;
import io.spyglass.config.VendorSettings;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.net.RateLimiter;
import io.spyglass.net.Refusal;
import io.spyglass.session.Feed;
import io.spyglass.session.Rejects;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.Selection.Kind;
import io.spyglass.simulator.SimulatedDay;
import io.spyglass.simulator.SimulatedMarket;
import io.spyglass.vendor.polygon.Client;
import io.spyglass.vendor.polygon.simulator.Faults;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A simulated day, fetched from the simulated vendor.
@Timeout(180)
class TradeBackfillTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final Underlying SPX = SimulatedMarket.SPX;
  private static final SimulatedMarket MARKET = SimulatedMarket.of(1, CALENDAR);
  private static final SimulatedDay DAY = MARKET.day(DATE);
  private static final ContractChoice NEAR = ContractChoice.nearest(0);
  private static final RetryProfile PROFILE =
      new RetryProfile(10, Duration.ZERO, Duration.ZERO, 1, false, List.of("429", "5xx"));

  @TempDir private Path folder;
  private final SimulatedClock clock = SimulatedClock.of(DATE, LocalTime.of(18, 0), 1);
  private PolygonSimulator simulator;
  private Lake lake;

  @BeforeEach
  void open() {
    clock.pause(true);
    Selection nearest = Selection.all().expiring(DATE);
    simulator =
        PolygonSimulator.start(
            0, new PolygonSimulator.Scene(MARKET, CALENDAR, nearest, clock), Faults.NONE);
    lake = new Lake(folder, LakeOptions.defaults());
  }

  @AfterEach
  void close() {
    lake.close();
    simulator.close();
  }

  private static Client client(String key, URI url) {
    URI nowhere = URI.create("ws://127.0.0.1:1");
    return Client.open(
        new VendorSettings.Polygon(Optional.of(new Secret(key)), url, nowhere, 60_000),
        PROFILE,
        new RateLimiter(60_000),
        new Rejects());
  }

  private TradeReport fetch(String key) throws InterruptedException {
    return fetch(key, NEAR, (_, _) -> {});
  }

  private TradeReport fetch(String key, ContractChoice choice, TradeBackfill.Progress progress)
      throws InterruptedException {
    try (Client client = client(key, URI.create(simulator.restUrl()))) {
      return new TradeBackfill(client, lake, CALENDAR)
          .fetch(DATE, SPX, choice, clock.nowNanos(), progress);
    }
  }

  /// What the lake holds of a kind, each as `ticker sequence price size`.
  private Set<String> stored(Class<? extends MarketEvent> kind) {
    Set<String> stored = new TreeSet<>();
    try (Feed feed = lake.feed(DATE, SPX)) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        if (kind.isInstance(event)) {
          assertThat(stored.add(words(event))).isTrue();
        }
      }
    }
    return stored;
  }

  private static String words(MarketEvent event) {
    return switch (event) {
      case Trade trade ->
          trade.instrument() + " " + trade.sequence() + " " + trade.price() + " " + trade.size();
      case Quote quote ->
          quote.instrument() + " " + quote.sequence() + " " + quote.bid() + " " + quote.ask();
      default -> event.toString();
    };
  }

  private static Set<String> truth(Kind kind, Set<OptionContract> contracts) {
    Set<String> truth = new TreeSet<>();
    try (Feed feed = DAY.feed(Selection.of(SPX).only(contracts).only(kind))) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        truth.add(words(event));
      }
    }
    return truth;
  }

  /// The contracts within the range of the index on the day.
  private static Set<OptionContract> contracts() {
    double low = Double.MAX_VALUE;
    double high = 0;
    long open = CALENDAR.day(DATE).regular().fromNanos();
    long close = CALENDAR.day(DATE).regular().toNanos();
    for (long at = open; at < close; at += 1_000_000_000L) {
      low = Math.min(low, DAY.spot(SPX, at));
      high = Math.max(high, DAY.spot(SPX, at));
    }
    double from = 5 * Math.rint(low / 5);
    double to = 5 * Math.rint(high / 5);
    return DAY.listings(SPX).stream()
        .map(Listing::contract)
        .filter(each -> each.expiry().equals(DATE))
        .filter(each -> each.strike() >= from && each.strike() <= to)
        .collect(Collectors.toSet());
  }

  private Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".parquet")) {
          files.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file).toMillis());
        }
      }
    }
    return files;
  }

  @Test
  void everyPrintAndQuoteOfTheDayIsStoredOnceAndTheDayCanBePlayed() throws Exception {
    TradeReport report = fetch("any-other");

    assertThat(report.contracts()).isEqualTo(contracts().size());
    assertThat(report.fetched()).isEqualTo(report.contracts());
    assertThat(report.refused()).isEmpty();
    assertThat(report.failed()).isEmpty();
    assertThat(stored(Trade.class)).isEqualTo(truth(Kind.TRADE, contracts()));
    assertThat(stored(Quote.class)).isEqualTo(truth(Kind.QUOTE, contracts()));
    assertThat(report.trades()).isEqualTo(stored(Trade.class).size());
    assertThat(report.quotes()).isEqualTo(stored(Quote.class).size());
    assertThat(lake.close(DATE, SPX, CALENDAR.day(DATE).regular())).isPresent();
    LocalDate before = CALENDAR.previous(DATE);
    assertThat(lake.close(before, SPX, CALENDAR.day(before).regular()).orElseThrow())
        .isEqualTo(DAY.previousClose(SPX));
  }

  @Test
  void whatIsThereIsNotFetchedAgain() throws Exception {
    fetch("developer");
    Map<String, Long> before = files();

    TradeReport again = fetch("developer");
    assertThat(again.cached()).isEqualTo(again.contracts());
    assertThat(again.fetched() + again.trades() + again.quotes() + again.bars()).isZero();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void anEndInBetweenLosesNothingThatWasStored() throws Exception {
    IllegalStateException end = new IllegalStateException("it is killed");
    assertThatThrownBy(() ->
            fetch(
                "developer",
                NEAR,
                (done, _) -> {
                  if (done == 3) {
                    throw end;
                  }
                }))
        .isSameAs(end);
    Map<String, Long> before = files();
    assertThat(before).isNotEmpty();

    TradeReport rest = fetch("developer");
    assertThat(rest.cached()).isGreaterThanOrEqualTo(3);
    assertThat(rest.cached() + rest.fetched()).isEqualTo(contracts().size());
    assertThat(stored(Trade.class)).isEqualTo(truth(Kind.TRADE, contracts()));
    assertThat(files()).containsAllEntriesOf(before);
  }

  @Test
  void aDayThatWasGoingOnIsFetchedAgainWhenItIsOver() throws Exception {
    clock.set(clock.instant("11:00"));
    TradeReport early = fetch("developer");
    assertThat(early.isOver()).isFalse();
    assertThat(early.trades()).isPositive();

    clock.set(clock.instant("18:00"));
    TradeReport late = fetch("developer");
    assertThat(late.isOver()).isTrue();
    assertThat(late.cached()).isZero();
    assertThat(stored(Trade.class)).isEqualTo(truth(Kind.TRADE, contracts()));
  }

  @Test
  void aPlanWithoutQuotesHasTrades() throws Exception {
    TradeReport report = fetch("developer");

    assertThat(report.refused()).singleElement().asString().contains("/v3/quotes/");
    assertThat(report.failed()).isEmpty();
    assertThat(stored(Trade.class)).isEqualTo(truth(Kind.TRADE, contracts()));
    assertThat(report.quotes()).isZero();
    assertThat(fetch("developer").trades()).isZero();
    assertThat(fetch("any-other").quotes()).isPositive();
  }

  @Test
  void aPlanWithoutTradesIsRefused() {
    assertThatThrownBy(() -> fetch("starter"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("/v3/trades/");
  }

  @Test
  void aStormOfOutagesDelaysAndFailsNothing() throws Exception {
    simulator.faults(Faults.preset("storm"));
    TradeReport report = fetch("developer");
    while (report.isPartial()) {
      report = fetch("developer");
    }

    assertThat(stored(Trade.class)).isEqualTo(truth(Kind.TRADE, contracts()));
  }

  @Test
  void moreStrikesOnEachSideAreThoseListedNext() throws Exception {
    TradeReport wide = fetch("developer", ContractChoice.nearest(2), (_, _) -> {});

    assertThat(wide.contracts()).isEqualTo(contracts().size() + 2 * 2 * 2);
  }

  @Test
  void withoutThePlanOfTheIndexTheRangeFollowsFromParity() throws Exception {
    Set<OptionContract> found;
    HttpServer proxy = withoutIndices();
    try (Client client =
        client("any-other", URI.create("http://127.0.0.1:" + proxy.getAddress().getPort()))) {
      ContractSearch search = new ContractSearch(client, CALENDAR, SPX, DATE);
      found = new HashSet<>(search.find(ContractChoice.nearest(1)));
    } finally {
      proxy.stop(0);
    }

    assertThat(found).containsAll(contracts());
    assertThat(found.size()).isLessThanOrEqualTo(contracts().size() + 2 * 2 * 3);
  }

  /// The vendor of a plan without indices.
  private HttpServer withoutIndices() throws IOException {
    HttpServer proxy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext("/", this::pass);
    proxy.start();
    return proxy;
  }

  private void pass(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toString();
    int status = 403;
    byte[] body = "{\"status\":\"NOT_AUTHORIZED\",\"message\":\"no indices\"}".getBytes(UTF_8);
    if (!target.contains("/I:")) {
      try (HttpClient http = HttpClient.newHttpClient()) {
        HttpResponse<byte[]> answer =
            http.send(
                HttpRequest.newBuilder(URI.create(simulator.restUrl() + target))
                    .header("Authorization", "Bearer any-other")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        status = answer.statusCode();
        body = answer.body();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void anUnknownExpiryHasNoContracts() throws Exception {
    ContractChoice never = new ContractChoice(LocalDate.of(2026, 11, 22), 3, false);
    List<Integer> progress = new ArrayList<>();
    TradeReport report = fetch("any-other", never, (_, all) -> progress.add(all));

    assertThat(report.contracts()).isZero();
    assertThat(progress).containsOnly(0);
  }
}
