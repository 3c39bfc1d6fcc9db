package io.spyglass.vendor.polygon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.SharedData;
import io.spyglass.model.Bar;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.net.Redaction;
import io.spyglass.session.Rejects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Every body that the vendor's own clients are tested with: each leaf of it, as another JSON
/// reader has it, is in the record that is made of it.
class RecordedBodiesTest {
  private final Rejects rejects = new Rejects();
  private final Notes notes = new Notes(rejects, Redaction.byPlace());
  private final Body body = new Body(notes);

  private interface Decoding {
    Object of(byte[] bytes) throws BadBody;
  }

  /// What a path in the collection is decoded as; the first that is found in it counts.
  private final Map<String, Decoding> decodings = new LinkedHashMap<>();

  /// What nothing here has a use for: other markets, company accounts, indicators, corporate
  /// actions, lists of words, and snippets of the clients' own tests.
  private static final List<String> GENERIC =
      List.of(
          "v1/conversion/",
          "v1/indicators/",
          "rest/indicators_test/",
          "v1/last/crypto/",
          "v1/last_quote/currencies/",
          "v1/summaries",
          "rest/summaries_test/",
          "markets/crypto/",
          "vX/reference/",
          "rest/vx_test/",
          "v3/reference/dividends",
          "v3/reference/splits",
          "v3/reference/tickers/types",
          "models/types_test/",
          "TestGetLastForexQuote",
          "TestGetRealTimeCurrencyConversion",
          "TestGetLastCryptoTrade",
          "TestGetCryptoFullBookSnapshot",
          "TestGetTickerRelatedCompanies",
          "TestGetTickerTypes",
          "TestListDividends",
          "TestListSplits");

  RecordedBodiesTest() {
    GENERIC.forEach(part -> decodings.put(part, body::document));
    pages();
    singles();
  }

  private void pages() {
    page("open-close/", DayRow.class, body::one);
    page("v2/aggs/", BarRow.class, body::page);
    page("TestGetGroupedDailyAggs", BarRow.class, body::page);
    page("TestGetPreviousCloseAgg", BarRow.class, body::page);
    page("v3/reference/options/contracts", ContractRow.class, body::page);
    page("TestGetOptionsContract_", ContractRow.class, body::page);
    page("v3/snapshot", Snapshot.class, body::page);
    page("TestGetIndicesSnapshot", Snapshot.class, body::page);
    page("TestGetOptionContractSnapshot", Snapshot.class, body::page);
    page("v3/trades/", TradeRow.class, body::page);
    page("v3/quotes/", QuoteRow.class, body::page);
    page("v2/last/trade/", LastTrade.class, body::page);
    page("TestGetLastTrade_", LastTrade.class, body::page);
    page("v2/last/nbbo/", LastQuote.class, body::page);
    page("TestGetLastQuote_", LastQuote.class, body::page);
    page("v2/reference/news", Article.class, body::page);
    page("v3/reference/conditions", ConditionRow.class, body::page);
    page("v3/reference/exchanges", ExchangeRow.class, body::page);
    page("TestGetExchanges", ExchangeRow.class, body::page);
    page("v3/reference/tickers", TickerRow.class, body::page);
    page("TestGetTickerDetails", TickerRow.class, body::page);
    decodings.put(
        "markets/stocks/tickers/AAPL", json -> body.page(StockSnapshot.class, "ticker", json));
    decodings.put("markets/stocks/", json -> body.page(StockSnapshot.class, "tickers", json));
  }

  private void singles() {
    page("v1/marketstatus/now", MarketStatus.class, body::one);
    page("TestGetMarketStatus", MarketStatus.class, body::one);
    page("v1/marketstatus/upcoming", Holiday.class, body::array);
    page("TestGetMarketHolidays", Holiday.class, body::array);
    page("TestGetDailyOpenCloseAgg", DayRow.class, body::one);
    page("aggs_test/file_agg", BarRow.class, body::one);
    page("TestListOptionsContracts", ContractRow.class, body::one);
    page("TestListOptionsChainSnapshot", Snapshot.class, body::one);
    page("TestListUniversalSnapshots", Snapshot.class, body::one);
    page("snapshot_test/file_snapshot", StockSnapshot.class, body::one);
    page("TestListTrades", TradeRow.class, body::one);
    page("TestListQuotes", QuoteRow.class, body::one);
    page("TestListTickerNews", Article.class, body::one);
    page("TestListConditions", ConditionRow.class, body::one);
    page("TestListTickers_", TickerRow.class, body::one);
  }

  private interface Typed<R extends Record> {
    Object of(Class<R> type, byte[] bytes) throws BadBody;
  }

  private <R extends Record> void page(String part, Class<R> type, Typed<R> decoding) {
    decodings.put(part, bytes -> decoding.of(type, bytes));
  }

  @Test
  void everyLeafOfEveryBodyIsInItsRecord() throws IOException, BadBody {
    Path folder = SharedData.at("data/polygon-rest");
    Leaves leaves = new Leaves();
    int bodies = 0;
    for (Path file : files(folder)) {
      String path = folder.relativize(file).toString();
      byte[] bytes = Files.readAllBytes(file);
      leaves.compare(path + " ", Leaves.MAPPER.readTree(bytes), decoding(path).of(bytes));
      bodies++;
    }
    assertThat(leaves.differences()).isEmpty();
    assertThat(rejects.tallies()).isEmpty();
    assertThat(notes.unknown()).isEmpty();
    assertThat(bodies).isGreaterThan(110);
    assertThat(leaves.count()).isGreaterThan(3000);
  }

  @Test
  void theSocketsExamplesBecomeEvents() throws IOException {
    Path folder = SharedData.at("data/polygon-rest");
    for (Path file : sockets(folder)) {
      byte[] frame = Files.readAllBytes(file);
      List<MarketEvent> events = new ArrayList<>();
      Decoder decoder = new Decoder(collecting(events), rejects);
      decoder.decode(frame, 0, frame.length, 1);

      boolean ignored = List.of("FMV.json", "LULD.json", "NOI.json").contains(name(file));
      assertThat(decoder.ignored()).as(file.toString()).isEqualTo(ignored ? 1 : 0);
      JsonNode message = Leaves.MAPPER.readTree(frame);
      events.forEach(event -> assertThat(told(event)).isEqualTo(expected(event, message)));
      assertThat(events).as(file.toString()).hasSize(ignored ? 0 : 1);
    }
    assertThat(rejects.tallies()).isEmpty();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Decoder.Sink collecting(List<MarketEvent> events) {
    return new Decoder.Sink() {
      @Override
      public void event(MarketEvent event) {
        events.add(event);
      }

      @Override
      public void status(String status, String message) {
        throw new AssertionError(status);
      }
    };
  }

  private static List<Double> told(MarketEvent event) {
    return switch (event) {
      case Trade trade -> List.of(trade.price(), trade.size(), 0.0 + trade.exchange());
      case Quote quote -> List.of(quote.bid(), quote.ask(), 0.0 + quote.bidSize());
      case Bar bar -> List.of(bar.open(), bar.high(), bar.low(), bar.close());
      case IndexValue value -> List.of(value.value());
      default -> throw new AssertionError(event);
    };
  }

  private static List<Double> expected(MarketEvent event, JsonNode message) {
    List<String> names =
        switch (event) {
          case Trade _ -> List.of("p", "s", "x");
          case Quote _ -> List.of("bp", "ap", "bs");
          case Bar _ -> List.of("o", "h", "l", "c");
          default -> List.of("val");
        };
    return names.stream().map(name -> message.get(name).doubleValue()).toList();
  }

  @Test
  void aLeafThatNoRecordHoldsWouldBeNoticed() throws BadBody {
    byte[] json = "{\"results\":[{\"price\":1.5,\"colour\":\"red\"}]}".getBytes(UTF_8);
    Leaves leaves = new Leaves();
    leaves.compare("body", Leaves.MAPPER.readTree(json), body.page(TradeRow.class, json));

    assertThat(leaves.differences())
        .containsExactly("body.results[0].colour is held by no component of TradeRow");
    assertThat(notes.unknown()).containsExactly("TradeRow.colour");
  }

  private Decoding decoding(String path) {
    return decodings.entrySet().stream()
        .filter(entry -> path.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no decoding for " + path));
  }

  private static List<Path> files(Path folder) throws IOException {
    return json(folder).filter(file -> !file.toString().contains("/websocket/")).toList();
  }

  private static List<Path> sockets(Path folder) throws IOException {
    return json(folder).filter(file -> file.toString().contains("/websocket/")).toList();
  }

  private static Stream<Path> json(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }
}
