package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.spyglass.net.Http;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {
  private static final String OPTION = "O:SPXW251219C06000000";
  private static final String TRADES = "/v3/trades/" + OPTION;
  private static final String MOVED = "/options/v3/trades/" + OPTION;
  private static final LocalDate DATE = LocalDate.of(2025, 12, 19);

  private Vendor vendor;
  private Client client;

  @BeforeEach
  void listen() throws IOException {
    vendor = new Vendor();
    client = vendor.client;
  }

  @AfterEach
  void stop() {
    vendor.close();
  }

  private static String trades(String next, int... sequences) {
    String rows =
        String.join(
            ",",
            IntStream.of(sequences)
                .mapToObj(each -> "{\"price\":41.6,\"sequence_number\":" + each + "}")
                .toList());
    String link = next.isEmpty() ? "" : ",\"next_url\":\"" + next + "\"";
    return "{\"status\":\"OK\",\"results\":[" + rows + "]" + link + "}";
  }

  private List<Long> sequences() throws InterruptedException {
    return client.trades(OPTION, 1, 2).all().stream().map(TradeRow::sequenceNumber).toList();
  }

  @Test
  void aRequestCarriesTheKeyInAHeaderAndNowhereElse() throws InterruptedException {
    vendor.says(TRADES, trades(""));
    assertThat(sequences()).isEmpty();

    assertThat(vendor.seen)
        .containsExactly(
            new Vendor.Seen(
                TRADES + "?timestamp.gte=1&timestamp.lte=2&limit=50000&order=asc&sort=timestamp",
                "Bearer " + Vendor.KEY));
  }

  @Test
  void pagesOfAForeignHostAreAskedOfTheConfiguredOne() throws InterruptedException {
    vendor
        .says(TRADES, trades("https://api.polygon.io:443" + TRADES + "?cursor=YXA9MQ", 1, 2))
        .says(TRADES, trades("https://evil.example" + TRADES + "?cursor=a|b c", 3))
        .says(TRADES, trades("", 4));

    assertThat(sequences()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(vendor.targets().subList(1, 3))
        .containsExactly(TRADES + "?cursor=YXA9MQ", TRADES + "?cursor=a%7Cb%20c");
    assertThat(vendor.rejects.tallies()).isEmpty();
  }

  @Test
  void aPageWithoutRowsMayHavePagesBehindIt() throws InterruptedException {
    vendor
        .says(TRADES, "{\"status\":\"OK\",\"next_url\":\"https://x" + TRADES + "?cursor=1\"}")
        .says(TRADES, trades("", 5));

    assertThat(sequences()).containsExactly(5L);
  }

  @Test
  void aCursorThatComesAgainEndsTheList() throws InterruptedException {
    vendor
        .says(TRADES, trades("https://x" + TRADES + "?cursor=1", 1))
        .says(TRADES, trades("https://x" + TRADES + "?cursor=2", 2))
        .says(TRADES, trades("https://x" + TRADES + "?cursor=1", 3));

    Pages<TradeRow> pages = client.trades(OPTION, 1, 2);
    assertThat(pages.all()).hasSize(3);
    assertThat(pages.complete()).isFalse();
    assertThat(vendor.rejects.tallies()).containsKey("a list whose links repeat was broken off");
  }

  @Test
  void aPageThatComesAgainUnderNewCursorsEndsTheList() throws InterruptedException {
    vendor
        .says(TRADES, trades("https://x" + TRADES + "?cursor=1", 1, 2))
        .says(TRADES, trades("https://x" + TRADES + "?cursor=2", 3, 4))
        .says(TRADES, trades("https://x" + TRADES + "?cursor=3", 1, 2));

    assertThat(sequences()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(vendor.rejects.tallies()).containsKey("a list whose pages repeat was broken off");
  }

  @Test
  void aChainThatGoesRoundEndsThoughItsPricesMove() throws InterruptedException {
    String path = "/v3/snapshot/options/I:SPX";
    for (int page = 0; page < 4; page++) {
      vendor.says(
          path,
          "{\"results\":[{\"open_interest\":"
              + page
              + ",\"details\":{\"ticker\":\"T"
              + page % 2
              + "\"}}],\"next_url\":\"https://x"
              + path
              + "?cursor="
              + page
              + "\"}");
    }
    Pages<Snapshot> chain =
        client.chain(
            "I:SPX", Query.all().with("expiration_date", DATE).with("strike_price.gte", 6000.0));
    assertThat(chain.all()).extracting(Snapshot::symbol).containsExactly("T0", "T1");
    assertThat(chain.complete()).isFalse();
    assertThat(vendor.targets().getFirst())
        .isEqualTo(path + "?expiration_date=2025-12-19&strike_price.gte=6000&limit=250");
  }

  @Test
  void aListThatIsReadToItsEndIsComplete() throws InterruptedException {
    vendor.says(TRADES, trades("", 1));
    Pages<TradeRow> pages = client.trades(OPTION, 1, 2);
    assertThat(pages.complete()).isFalse();
    assertThat(pages.next()).isTrue();
    assertThat(pages.rows()).hasSize(1);
    assertThat(pages.complete()).isTrue();
    assertThat(pages.next()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "ftp:x", "mailto:a@b/c"})
  void aLinkThatLeadsNowhereIsAnOutage(String link) {
    vendor.says(TRADES, trades(link, 1));
    assertThatThrownBy(this::sequences).isInstanceOf(Outage.class).hasMessageContaining(link);
  }

  @Test
  void anEndpointThatMovedIsFoundAndRemembered() throws InterruptedException {
    vendor.says(MOVED, trades("", 7));

    assertThat(sequences()).containsExactly(7L);
    assertThat(sequences()).containsExactly(7L);
    assertThat(vendor.targets())
        .extracting(target -> target.substring(0, target.indexOf('?')))
        .containsExactly(TRADES, MOVED, MOVED);
    assertThat(vendor.targets().getLast())
        .isEqualTo(MOVED + "?timestamp.gte=1&timestamp.lte=2&limit=50000&sort=timestamp.asc");
  }

  @Test
  void whatIsAtNeitherPlaceIsRefusedWithTheFirstWords() {
    vendor.says(TRADES, 404, "{\"status\":\"NOT_FOUND\",\"message\":\"Option Ticker not found.\"}");
    assertThatThrownBy(this::sequences)
        .asInstanceOf(type(Refusal.class))
        .returns(404, Refusal::status)
        .extracting(Throwable::getMessage)
        .asString()
        .contains("GET " + vendor.url() + TRADES, "404", "Option Ticker not found.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|ERROR|error|Could not parse the time parameter: 'from'.|A parameter is wrong",
        "401|ERROR|error|Unknown API Key|Check POLYGON_API_KEY",
        "403|NOT_AUTHORIZED|message|You are not entitled to this data.|plan of POLYGON_API_KEY",
        "200|NOT_AUTHORIZED|message|You are not entitled to this data.|plan of POLYGON_API_KEY",
        "200|ERROR|error|Unknown API Key|plan of POLYGON_API_KEY",
      })
  void aRefusalSaysWhatTheVendorSaidInEitherDialect(
      int status, String word, String field, String words, String advice) {
    String body = "{\"status\":\"" + word + "\",\"" + field + "\":\"" + words + "\"}";
    vendor.says(TRADES, status, body).says("/v1/marketstatus/upcoming", status, body);
    for (String path : List.of(TRADES, "/v1/marketstatus/upcoming")) {
      assertThatThrownBy(() -> ask(path))
          .asInstanceOf(type(Refusal.class))
          .returns(status, Refusal::status)
          .extracting(Throwable::getMessage)
          .asString()
          .contains(path, words, advice);
    }
    assertThat(vendor.targets()).as("asked once each").hasSize(2);
  }

  private void ask(String path) throws InterruptedException {
    assertThat(path.equals(TRADES) ? sequences() : client.holidays()).isNotNull();
  }

  @Test
  void delayedDataIsData() throws InterruptedException {
    vendor.says(TRADES, trades("", 1).replace("OK", "DELAYED"));
    assertThat(sequences()).containsExactly(1L);
  }

  @ParameterizedTest
  @CsvSource({
    "'', no",
    "'  ', no",
    "<html>Log in</html>, '<html>Log in</html>'",
    "'{\"results\":[', 'results'"
  })
  void whatIsNoBodyIsAnOutageThatQuotesIt(String body, String quoted) {
    vendor.says(TRADES, body);
    assertThatThrownBy(this::sequences)
        .isInstanceOf(Outage.class)
        .hasMessageContaining("GET " + vendor.url() + TRADES)
        .hasMessageContaining(quoted)
        .hasMessageContaining("check POLYGON_BASE_URL");
  }

  @Test
  void aRefusalInHtmlIsQuotedInShort() {
    vendor.says(TRADES, 403, "<html>" + "no\n".repeat(500) + "</html>");
    assertThatThrownBy(this::sequences)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("status 403: '<html>no no no")
        .message()
        .hasSizeLessThan(500);
  }

  @Test
  void aRedirectionIsRefusedAndTheKeyStaysHere() throws IOException {
    try (Vendor other = new Vendor()) {
      vendor.says(TRADES, 302, "", Map.of("Location", other.url() + TRADES));
      assertThatThrownBy(this::sequences)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("status 302: nothing");
      assertThat(other.seen).isEmpty();
    }
  }

  @Test
  void aStormOfThrottlingPasses() throws InterruptedException {
    vendor
        .says(TRADES, 429, "")
        .says(TRADES, 429, "{\"status\":\"ERROR\"}", Map.of("Retry-After", "0.05"))
        .says(TRADES, trades("", 1));
    assertThat(sequences()).containsExactly(1L);
    assertThat(client.counts()).isEqualTo(new Http.Counts(3, 2, 2));
  }

  @Test
  void aStormThatDoesNotPassIsAnOutage() {
    vendor.says(
        TRADES, 429, "{\"error\":\"You've exceeded the maximum requests, " + Vendor.KEY + "\"}");
    assertThatThrownBy(this::sequences)
        .isInstanceOf(Outage.class)
        .hasMessageContaining("You've exceeded the maximum requests, ****1234")
        .hasMessageNotContaining(Vendor.KEY);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403, 500})
  void theKeyIsShownByItsLastFourCharactersAlone(int status) {
    vendor.says(TRADES, status, "your key is " + Vendor.KEY);
    assertThatThrownBy(this::sequences)
        .hasMessageContaining("your key is ****1234")
        .message()
        .doesNotContain(Vendor.KEY);
  }

  @Test
  void withoutAKeyThereIsNoClient() {
    assertThatThrownBy(() -> vendor.client(Optional.empty()).close())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("set POLYGON_API_KEY");
  }

  @Test
  void manyTickersAreAskedInPortions() throws InterruptedException {
    vendor.says(
        "/v3/snapshot/indices",
        "{\"results\":[{\"ticker\":\"I:SPX\",\"value\":6000.9},"
            + "{\"ticker\":\"APx\",\"error\":\"NOT_FOUND\",\"message\":\"Ticker not found.\"}]}");
    List<String> tickers = IntStream.range(0, 300).mapToObj(each -> "I:T" + each).toList();

    List<Snapshot> found = client.indices(tickers);
    assertThat(vendor.targets()).hasSize(2);
    assertThat(vendor.targets().getLast()).contains("any_of=I%3AT250%2CI%3AT251");
    assertThat(found.get(1).error()).isEqualTo("NOT_FOUND");
    assertThat(found.get(1).value()).isNaN();
  }

  @Test
  void everyEndpointIsAskedWhereItIs() throws InterruptedException {
    String nothing = "{\"status\":\"OK\"}";
    List.of(
            "/v2/aggs/ticker/SPY/range/1/minute/2025-12-19/2025-12-19",
            "/v2/aggs/ticker/SPY/range/1/second/5/6",
            "/v2/aggs/ticker/SPY/prev",
            "/v2/aggs/grouped/locale/us/market/stocks/2025-12-19",
            "/v1/open-close/SPY/2025-12-19",
            "/v3/reference/options/contracts",
            "/v3/reference/options/contracts/" + OPTION,
            "/v3/snapshot/options/I:SPX/" + OPTION,
            "/v3/snapshot",
            "/v2/snapshot/locale/us/markets/stocks/tickers/SPY",
            "/v3/quotes/SPY",
            "/v2/last/trade/" + OPTION,
            "/v2/last/nbbo/SPY",
            "/v2/reference/news",
            "/v1/marketstatus/now",
            "/v3/reference/conditions",
            "/v3/reference/exchanges",
            "/v3/reference/tickers",
            "/v3/reference/tickers/SPY")
        .forEach(path -> vendor.says(path, nothing));
    vendor.says("/v1/marketstatus/upcoming", "[]");

    assertThat(client.bars("SPY", BarLength.MINUTE, DATE, DATE).all()).isEmpty();
    assertThat(client.bars("SPY", BarLength.SECOND, 5, 6).all()).isEmpty();
    assertThat(client.previousBar("SPY")).isNull();
    assertThat(client.grouped(DATE)).isEmpty();
    assertThat(client.openClose("SPY", DATE).close()).isNaN();
    assertThat(client.contracts(Query.all().with("underlying_ticker", "SPX")).all()).isEmpty();
    assertThat(client.contract(OPTION)).isNull();
    assertThat(client.contractSnapshot("I:SPX", OPTION)).isNull();
    assertThat(client.snapshots(List.of("SPY", OPTION))).isEmpty();
    assertThat(client.stock("SPY")).isNull();
    assertThat(client.quotes("SPY", 1, 2).all()).isEmpty();
    assertThat(client.lastTrade(OPTION)).isNull();
    assertThat(client.lastQuote("SPY")).isNull();
    assertThat(client.news(Query.all().with("ticker", "SPY")).all()).isEmpty();
    assertThat(client.marketStatus().exchanges()).isEmpty();
    assertThat(client.holidays()).isEmpty();
    assertThat(client.conditions("options")).isEmpty();
    assertThat(client.exchanges("options")).isEmpty();
    assertThat(client.tickers(Query.all()).all()).isEmpty();
    assertThat(client.ticker("SPY")).isNull();
    assertThat(client.document("/v3/reference/tickers", Query.all()).get("status").text())
        .isEqualTo("OK");
    assertThat(vendor.rejects.tallies()).isEmpty();
  }

  @Test
  void exchangesWithNumbersAsTextAreFoundAtTheirNewPlace() throws InterruptedException {
    vendor.says("/options/v1/exchanges", "{\"results\":[{\"id\":\"302\",\"name\":\"Cboe\"}]}");
    assertThat(client.exchanges("options").getFirst().id()).isEqualTo(302);
  }

  @Test
  void anOperatorBehindAnUnderscoreIsNoQuery() {
    assertThatThrownBy(() -> Query.all().with("strike_price_gte", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("behind a dot");
  }
}
