package io.spyglass.vendor.polygon;

import io.spyglass.config.RetryProfile;
import io.spyglass.config.Secret;
import io.spyglass.config.VendorSettings;
import io.spyglass.net.Http;
import io.spyglass.net.RateLimiter;
import io.spyglass.net.Redaction;
import io.spyglass.net.Refusal;
import io.spyglass.session.Rejects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The vendor over REST.
///
/// Requests wait for the limiter of the key and are tried again as the profile says. A method
/// throws a [Refusal] where the vendor says no (a wrong key, a plan without the data, an unknown
/// ticker) and an [Outage] where it cannot be had; both say in one message what was asked, what
/// came, and what to do, and neither holds more of the key than its last four characters. Links to
/// next pages are followed on the configured host only. What is odd in a body is counted and as if
/// missing.
///
/// Thread-safe; a [Pages] belongs to the thread that reads it. Waits are interruptible.
public final class Client implements AutoCloseable {
  private static final int MOST_TICKERS = 250;

  private final Http http;
  private final Gateway gateway;
  private final Notes notes;
  private final Body body;
  private final AtomicBoolean tradesMoved = new AtomicBoolean();
  private final AtomicBoolean quotesMoved = new AtomicBoolean();
  private final AtomicBoolean exchangesMoved = new AtomicBoolean();

  private Client(VendorSettings.Polygon settings, Secret key, Http http, Rejects rejects) {
    this.http = http;
    this.gateway = new Gateway(settings.restUrl(), key, http, Redaction.of(key));
    this.notes = new Notes(rejects, Redaction.of(key));
    this.body = new Body(notes);
  }

  /// A client for a key.
  ///
  /// @param limiter the one of this key, whoever else uses it
  /// @param rejects where odd bodies and lists are counted
  /// @throws Refusal without a key
  public static Client open(
      VendorSettings.Polygon settings, RetryProfile profile, RateLimiter limiter, Rejects rejects) {
    Secret key =
        settings
            .apiKey()
            .orElseThrow(() ->
                new Refusal(
                    401, "there is no key for " + settings.restUrl() + ": set POLYGON_API_KEY"));
    return new Client(settings, key, new Http(limiter, profile, Redaction.of(key)), rejects);
  }

  /// Bars from one date to another, both inclusive, the earliest first. There is none for a stretch
  /// without a trade.
  public Pages<BarRow> bars(String ticker, BarLength length, LocalDate from, LocalDate to) {
    return bars(ticker, length, from + "/" + to);
  }

  /// Bars that begin from one instant to another, both inclusive, the earliest first.
  public Pages<BarRow> bars(String ticker, BarLength length, long fromMillis, long toMillis) {
    return bars(ticker, length, fromMillis + "/" + toMillis);
  }

  private Pages<BarRow> bars(String ticker, BarLength length, String range) {
    String path =
        "/v2/aggs/ticker/" + Query.segment(ticker) + "/range/" + length.path() + "/" + range;
    Query query = Query.all().with("sort", "asc").with("limit", 50_000);
    return pages(BarRow.class, query.on(path), row -> row, false);
  }

  /// The bar of the trading day before, null where there is none.
  public @Nullable BarRow previousBar(String ticker) throws InterruptedException {
    return first(BarRow.class, "/v2/aggs/ticker/" + Query.segment(ticker) + "/prev");
  }

  /// The bar of every stock on one day.
  public List<BarRow> grouped(LocalDate date) throws InterruptedException {
    return page(BarRow.class, "/v2/aggs/grouped/locale/us/market/stocks/" + date).results();
  }

  /// Open, close and what came before and after; a day without a session is refused with 404.
  public DayRow openClose(String ticker, LocalDate date) throws InterruptedException {
    String target = "/v1/open-close/" + Query.segment(ticker) + "/" + date;
    return gateway.get(target, bytes -> body.one(DayRow.class, bytes));
  }

  /// The terms of option series, such as of `underlying_ticker` SPX, without a prefix.
  public Pages<ContractRow> contracts(Query query) {
    String target = query.withDefault("limit", 1000).on("/v3/reference/options/contracts");
    return pages(ContractRow.class, target, row -> Objects.requireNonNullElse(row.ticker(), row));
  }

  /// The terms of one option series.
  public @Nullable ContractRow contract(String ticker) throws InterruptedException {
    return first(ContractRow.class, "/v3/reference/options/contracts/" + Query.segment(ticker));
  }

  /// Where the options of an underlying (`SPY`, `I:SPX`) stand now.
  public Pages<Snapshot> chain(String underlying, Query query) {
    String path = "/v3/snapshot/options/" + Query.segment(underlying);
    return snapshots(query.withDefault("limit", MOST_TICKERS).on(path));
  }

  /// Where one option stands now.
  public @Nullable Snapshot contractSnapshot(String underlying, String ticker)
      throws InterruptedException {
    return first(
        Snapshot.class,
        "/v3/snapshot/options/" + Query.segment(underlying) + "/" + Query.segment(ticker));
  }

  /// Where tickers of any kind stand now; one that is unknown or not in the plan comes with an
  /// error of its own.
  public List<Snapshot> snapshots(List<String> tickers) throws InterruptedException {
    return snapshots("/v3/snapshot", tickers);
  }

  /// Where indices (`I:SPX`) stand now; one that is unknown or not in the plan comes with an error
  /// of its own.
  public List<Snapshot> indices(List<String> tickers) throws InterruptedException {
    return snapshots("/v3/snapshot/indices", tickers);
  }

  private List<Snapshot> snapshots(String path, List<String> tickers) throws InterruptedException {
    List<Snapshot> all = new ArrayList<>();
    for (int from = 0; from < tickers.size(); from += MOST_TICKERS) {
      List<String> some = tickers.subList(from, Math.min(from + MOST_TICKERS, tickers.size()));
      Query query =
          Query.all().with("ticker.any_of", String.join(",", some)).with("limit", MOST_TICKERS);
      all.addAll(snapshots(query.on(path)).all());
    }
    return all;
  }

  private Pages<Snapshot> snapshots(String target) {
    return pages(Snapshot.class, target, row -> Objects.requireNonNullElse(row.symbol(), row));
  }

  /// Where a stock stands now.
  public @Nullable StockSnapshot stock(String ticker) throws InterruptedException {
    String target = "/v2/snapshot/locale/us/markets/stocks/tickers/" + Query.segment(ticker);
    List<StockSnapshot> found =
        gateway.get(target, bytes -> body.page(StockSnapshot.class, "ticker", bytes)).results();
    return found.isEmpty() ? null : found.getFirst();
  }

  /// Prints from one instant to another, both inclusive, the earliest first.
  public Pages<TradeRow> trades(String ticker, long fromNanos, long toNanos) {
    return tape(TradeRow.class, "trades", tradesMoved, ticker, within(fromNanos, toNanos));
  }

  /// Best bids and offers from one instant to another, both inclusive, the earliest first.
  public Pages<QuoteRow> quotes(String ticker, long fromNanos, long toNanos) {
    return tape(QuoteRow.class, "quotes", quotesMoved, ticker, within(fromNanos, toNanos));
  }

  private static Query within(long fromNanos, long toNanos) {
    return Query.all()
        .with("timestamp.gte", fromNanos)
        .with("timestamp.lte", toNanos)
        .with("limit", 50_000);
  }

  private <R extends Record> Pages<R> tape(
      Class<R> type, String kind, AtomicBoolean moved, String ticker, Query query) {
    String path = "/v3/" + kind + "/" + Query.segment(ticker);
    String old = query.with("order", "asc").with("sort", "timestamp").on(path);
    if (!ticker.startsWith("O:")) {
      return pages(type, old, row -> row, false);
    }
    String now = query.with("sort", "timestamp.asc").on("/options" + path);
    return new Pages<>(
        link -> link == null ? eitherOf(type, old, now, moved) : next(type, link),
        row -> row,
        false,
        notes);
  }

  /// Asks where the endpoint was found last, and at its other place where it is not there.
  private <R extends Record> Page<R> eitherOf(
      Class<R> type, String old, String now, AtomicBoolean moved) throws InterruptedException {
    boolean before = moved.get();
    try {
      return page(type, before ? now : old);
    } catch (Refusal refusal) {
      if (refusal.status() != 404) {
        throw refusal;
      }
      return elsewhere(type, before ? old : now, refusal, () -> moved.set(!before));
    }
  }

  private <R extends Record> Page<R> elsewhere(
      Class<R> type, String target, Refusal refusal, Runnable found) throws InterruptedException {
    try {
      Page<R> page = page(type, target);
      found.run();
      return page;
    } catch (Refusal second) {
      if (second.status() == 404) {
        refusal.addSuppressed(second);
        throw refusal;
      }
      throw second;
    }
  }

  /// The last print.
  public @Nullable LastTrade lastTrade(String ticker) throws InterruptedException {
    return first(LastTrade.class, "/v2/last/trade/" + Query.segment(ticker));
  }

  /// The last best bid and offer of a stock.
  public @Nullable LastQuote lastQuote(String ticker) throws InterruptedException {
    return first(LastQuote.class, "/v2/last/nbbo/" + Query.segment(ticker));
  }

  /// Articles, such as those with `published_utc.gte`.
  public Pages<Article> news(Query query) {
    String target =
        query
            .withDefault("limit", 1000)
            .withDefault("sort", "published_utc")
            .on("/v2/reference/news");
    return pages(Article.class, target, row -> Objects.requireNonNullElse(row.id(), row));
  }

  /// Which markets are open now.
  public MarketStatus marketStatus() throws InterruptedException {
    return gateway.get("/v1/marketstatus/now", bytes -> body.one(MarketStatus.class, bytes));
  }

  /// The holidays and short days to come, by exchange.
  public List<Holiday> holidays() throws InterruptedException {
    return gateway.get("/v1/marketstatus/upcoming", bytes -> body.array(Holiday.class, bytes));
  }

  /// What condition codes mean, for `options` or `stocks`.
  public List<ConditionRow> conditions(String assetClass) throws InterruptedException {
    Query query = Query.all().with("asset_class", assetClass).with("limit", 1000);
    return pages(ConditionRow.class, query.on("/v3/reference/conditions"), row -> row).all();
  }

  /// The exchanges of `options` or `stocks`.
  public List<ExchangeRow> exchanges(String assetClass) throws InterruptedException {
    String old = Query.all().with("asset_class", assetClass).on("/v3/reference/exchanges");
    Page<ExchangeRow> page =
        assetClass.equals("options")
            ? eitherOf(ExchangeRow.class, old, "/options/v1/exchanges", exchangesMoved)
            : page(ExchangeRow.class, old);
    return page.results();
  }

  /// Stocks, funds and indices, such as of `market` indices.
  public Pages<TickerRow> tickers(Query query) {
    String target = query.withDefault("limit", 1000).on("/v3/reference/tickers");
    return pages(TickerRow.class, target, row -> Objects.requireNonNullElse(row.ticker(), row));
  }

  /// A stock, fund or index and what is behind it.
  public @Nullable TickerRow ticker(String ticker) throws InterruptedException {
    return first(TickerRow.class, "/v3/reference/tickers/" + Query.segment(ticker));
  }

  /// Any other answer, as it is.
  ///
  /// @param path from the first slash on
  public Document document(String path, Query query) throws InterruptedException {
    return gateway.get(query.on(path), body::document);
  }

  private <R extends Record> Pages<R> pages(Class<R> type, String target, Function<R, Object> key) {
    return pages(type, target, key, true);
  }

  private <R extends Record> Pages<R> pages(
      Class<R> type, String target, Function<R, Object> key, boolean unique) {
    return new Pages<>(
        link -> link == null ? page(type, target) : next(type, link), key, unique, notes);
  }

  private <R extends Record> Page<R> next(Class<R> type, String link) throws InterruptedException {
    return page(type, gateway.target(link));
  }

  private <R extends Record> Page<R> page(Class<R> type, String target)
      throws InterruptedException {
    return gateway.get(target, bytes -> body.page(type, bytes));
  }

  private <R extends Record> @Nullable R first(Class<R> type, String target)
      throws InterruptedException {
    List<R> results = page(type, target).results();
    return results.isEmpty() ? null : results.getFirst();
  }

  /// What makes events of this client's rows; its examples of bad ones hold no key.
  public Events events() {
    return new Events(notes);
  }

  /// What was asked so far.
  public Http.Counts counts() {
    return http.counts();
  }

  /// The fields that answers had and nothing here holds, at most 256.
  public Set<String> unknownFields() {
    return notes.unknown();
  }

  @Override
  public void close() {
    http.close();
  }
}
