package io.spyglass.lake;

import static io.spyglass.lake.LakeFixture.CALL;
import static io.spyglass.lake.LakeFixture.DATE;
import static io.spyglass.lake.LakeFixture.MINUTE;
import static io.spyglass.lake.LakeFixture.OPEN;
import static io.spyglass.lake.LakeFixture.PUT;
import static io.spyglass.lake.LakeFixture.SECOND;
import static io.spyglass.lake.LakeFixture.SPX;
import static io.spyglass.lake.LakeFixture.SPY;
import static io.spyglass.lake.LakeFixture.bar;
import static io.spyglass.lake.LakeFixture.drain;
import static io.spyglass.lake.LakeFixture.execute;
import static io.spyglass.lake.LakeFixture.lake;
import static io.spyglass.lake.LakeFixture.minuteQuote;
import static io.spyglass.lake.LakeFixture.quote;
import static io.spyglass.lake.LakeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.spyglass.calendar.Span;
import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.Instrument;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.session.CorruptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeFeedTest {
  private static final Underlying SPX_OPTIONS = new Underlying("SPX");
  private static final Underlying SPY_OPTIONS = new Underlying("SPY");

  @TempDir private Path root;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = lake(root);
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void aMinuteDayComesBackInTheSessionsOrder() {
    Bar callBar = bar(CALL, 0, 65, 4);
    Quote callQuote = minuteQuote(CALL, 0, 64, 66);
    Bar spot = bar(SPX, 0, 3700, Double.NaN);
    Bar vix = bar(new Index("VIX"), 0, 27, Double.NaN);
    OpenInterest interest = new OpenInterest(CALL, OPEN, OPEN, 1732, DATE.minusDays(4));
    write(day -> day.bar(callBar).minuteQuote(callQuote).bar(spot).bar(vix).openInterest(interest));

    long end = OPEN + MINUTE;
    assertThat(read(SPX_OPTIONS))
        .containsExactly(
            new Listing(CALL, end, end),
            new OpenInterest(CALL, end, end, 1732, DATE.minusDays(4)),
            callQuote,
            spot,
            vix,
            callBar);
  }

  @Test
  void aContractOfWhichThereIsOpenInterestAloneIsNotListed() {
    OpenInterest interest = new OpenInterest(PUT, OPEN, OPEN, 1732, DATE.minusDays(4));
    write(day -> day.bar(bar(CALL, 0, 65, 4)).openInterest(interest));

    long end = OPEN + MINUTE;
    assertThat(read(SPX_OPTIONS))
        .filteredOn(event -> !(event instanceof Bar))
        .containsExactly(
            new Listing(CALL, end, end), new OpenInterest(PUT, end, end, 1732, DATE.minusDays(4)));
  }

  @Test
  void tradesAndQuotesComeBackAsTheyWereWritten() {
    List<Trade> trades =
        List.of(
            new Trade(CALL, OPEN, OPEN, OPEN - 9, 4, 1.25, 2.5, 302, Conditions.of(209), 0),
            trade(PUT, OPEN, 5, 2, Conditions.of(209, 232, 7)),
            trade(CALL, OPEN + 1, MarketEvent.ABSENT, 3, Conditions.NONE));
    List<Quote> quotes =
        List.of(quote(CALL, OPEN - 1, 1, 1, 2), quote(PUT, OPEN - 1, 2, Double.NaN, 2));
    write(day -> {
      trades.forEach(day::trade);
      quotes.forEach(day::quote);
    });

    List<MarketEvent> expected = new ArrayList<>();
    expected.add(new Listing(CALL, OPEN - 1, OPEN - 1));
    expected.add(new Listing(PUT, OPEN - 1, OPEN - 1));
    expected.addAll(quotes);
    expected.addAll(trades);
    assertThat(read(SPX_OPTIONS)).isEqualTo(expected);
  }

  @Test
  void aContractWithCachedTradesDoesNotReplayItsBarsToo() {
    write(day ->
        day.bar(bar(CALL, 0, 65, 4))
            .bar(bar(PUT, 0, 2, 6))
            .minuteQuote(minuteQuote(CALL, 0, 64, 66))
            .minuteQuote(minuteQuote(PUT, 0, 1, 2))
            .trade(trade(CALL, OPEN + 5, 1, 65, Conditions.NONE))
            .quote(quote(PUT, OPEN + 4, 1, 1, 2)));

    List<MarketEvent> events = read(SPX_OPTIONS);

    assertThat(instruments(events, Bar.class)).containsExactly(PUT);
    assertThat(instruments(events, Trade.class)).containsExactly(CALL);
    assertThat(instruments(events, Quote.class)).containsExactly(PUT, CALL);
  }

  @Test
  void onlyTheUnderlyingsOwnOptionsAreRead() {
    OptionContract spyCall = OptionContract.parse("O:SPY210104C00370000");
    write(day ->
        day.bar(bar(CALL, 0, 65, 4))
            .bar(bar(spyCall, 0, 1, 1))
            .trade(trade(spyCall, OPEN, 1, 1, Conditions.NONE))
            .bar(bar(SPY, 0, 370, 5))
            .bar(bar(SPX, 0, 3700, Double.NaN)));

    assertThat(instruments(read(SPX_OPTIONS), Bar.class)).containsExactly(SPX, CALL);
    assertThat(instruments(read(SPY_OPTIONS), Bar.class)).containsExactly(SPY);
    assertThat(instruments(read(SPY_OPTIONS), Trade.class)).containsExactly(spyCall);
  }

  @Test
  void theSummaryTellsWhatThereIs() {
    write(day ->
        day.bar(bar(PUT, 0, 2, 6))
            .bar(bar(SPX, 0, 3700, Double.NaN))
            .minuteQuote(minuteQuote(PUT, 0, 1, 2))
            .trade(trade(CALL, OPEN + 5, 1, 65, Conditions.NONE))
            .news(new News("a", OPEN, OPEN, "t", "", 0.5, List.of("fed"), List.of("SPY"))));

    try (LakeFeed feed = lake.feed(DATE, SPX_OPTIONS)) {
      assertThat(feed.summary())
          .isEqualTo(new LakeSummary(SPX_OPTIONS, DATE, 2, 1, 1, 0, 0, 1, 1, 1, 1, 0, ""));
      assertThat(feed.summary().hasQuotes()).isTrue();
      assertThat(feed.summary().isMinuteSource()).isFalse();
      assertThat(drain(feed)).hasSize(7);
    }
  }

  @Test
  void newsComesBackAsItWasWritten() {
    News news =
        new News("a", OPEN, OPEN, "Title", "Text", -0.5, List.of("fed", "cpi"), List.of("SPY"));
    News bare =
        new News("b", OPEN + SECOND, OPEN + SECOND, "T", "", Double.NaN, List.of(), List.of());
    write(day -> day.news(bare).news(news).bar(bar(CALL, 9, 1, 1)));

    assertThat(read(SPX_OPTIONS)).contains(news, bare);
  }

  @Test
  void manyContractsOfEqualTimesAlwaysComeInTheSameOrder() {
    List<Trade> trades = new ArrayList<>();
    for (int strike = 3000; strike < 3040; strike++) {
      OptionContract contract = OptionContract.parse("O:SPXW210104P0" + strike + "000");
      for (int i = 0; i < 50; i++) {
        trades.add(trade(contract, OPEN + i / 10, MarketEvent.ABSENT, i, Conditions.NONE));
      }
    }
    List<Trade> shuffled = new ArrayList<>(trades);
    write(day -> shuffled.forEach(day::trade));

    List<Trade> expected = new ArrayList<>(trades);
    expected.sort(MarketEvent.ORDER);
    assertThat(ofType(read(SPX_OPTIONS), Trade.class)).isEqualTo(expected);
    assertThat(ofType(read(SPX_OPTIONS), Trade.class)).isEqualTo(expected);
  }

  @Test
  void aDayLargerThanAChunkComesWholeAndInOrder() {
    Random random = new Random(1);
    List<Trade> trades = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      OptionContract contract = i % 3 == 0 ? CALL : PUT;
      trades.add(trade(contract, OPEN + random.nextInt(1_000_000), i, i, Conditions.of(209)));
    }
    write(day -> trades.forEach(day::trade));

    trades.sort(MarketEvent.ORDER);
    assertThat(ofType(read(SPX_OPTIONS), Trade.class)).isEqualTo(trades);
  }

  @Test
  void anotherToolsTradesAreReadBesideOurs() throws IOException {
    write(day -> day.trade(trade(CALL, OPEN, 1, 65, Conditions.of(209))));
    Path foreign = tradeFile(PUT);
    execute(
        "COPY (SELECT 'O:SPXW210104P03700000' AS ticker, 1.5::FLOAT AS price, 3::BIGINT AS size, "
            + (OPEN + 1)
            + "::BIGINT AS sip_timestamp, 'nan'::DOUBLE AS sequence_number,"
            + " [209]::BIGINT[] AS conditions) TO '"
            + foreign
            + "' (FORMAT parquet)");

    assertThat(ofType(read(SPX_OPTIONS), Trade.class))
        .containsExactly(
            trade(CALL, OPEN, 1, 65, Conditions.of(209)),
            new Trade(
                PUT,
                OPEN + 1,
                OPEN + 1,
                MarketEvent.ABSENT,
                MarketEvent.ABSENT,
                1.5,
                3,
                0,
                Conditions.of(209),
                MarketEvent.ABSENT));
  }

  @Test
  void anotherToolsBarsAreMinutesUnlessTheyStartOffTheMinute() throws IOException {
    write(day -> day.bar(bar(CALL, 0, 1, 1)));
    Path spy = Files.createDirectories(root.resolve("raw/spy")).resolve(DATE + ".parquet");
    String columns =
        "::BIGINT AS timestamp, 1.0 AS open, 1.0 AS high, 1.0 AS low, 1.0 AS close,"
            + " 5.0::DOUBLE AS volume, 'SPY' AS ticker";
    OptionContract contract = OptionContract.parse("O:SPY210104C00370000");
    write(day -> day.bar(bar(contract, 0, 1, 1)));

    execute("COPY (SELECT " + OPEN / 1_000_000 + columns + ") TO '" + spy + "' (FORMAT parquet)");
    assertThat(spot().epochNanos()).isEqualTo(OPEN + MINUTE);

    execute(
        "COPY (SELECT "
            + (OPEN / 1_000_000 + 1000)
            + columns
            + ") TO '"
            + spy
            + "' (FORMAT parquet)");
    assertThat(spot().epochNanos()).isEqualTo(OPEN + 2 * SECOND);
    assertThat(spot().volume()).isEqualTo(5);
  }

  private Bar spot() {
    return ofType(read(SPY_OPTIONS), Bar.class).stream()
        .filter(bar -> bar.instrument().equals(SPY))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDayWithoutOptionsIsNoData() {
    assertThatThrownBy(() -> read(SPX_OPTIONS))
        .isInstanceOf(NoData.class)
        .hasMessageContainingAll("SPX", "2021-01-04", root.toString(), "import lean");

    write(day -> day.bar(bar(SPX, 0, 3700, Double.NaN)));
    assertThatThrownBy(() -> read(SPX_OPTIONS)).isInstanceOf(NoData.class);
  }

  @Test
  void aDamagedTradeFileIsNamedAmongThousands() throws IOException {
    write(day -> {
      for (int strike = 3000; strike < 3100; strike++) {
        OptionContract contract = OptionContract.parse("O:SPXW210104P0" + strike + "000");
        day.trade(trade(contract, OPEN, 1, 1, Conditions.NONE));
      }
    });
    Path bad = tradeFile(OptionContract.parse("O:SPXW210104P03050000"));
    byte[] whole = Files.readAllBytes(bad);
    for (byte[] damaged :
        List.of(new byte[0], Arrays.copyOf(whole, whole.length - 9), new byte[5000])) {
      Files.write(bad, damaged);

      assertThatThrownBy(() -> read(SPX_OPTIONS))
          .isInstanceOf(CorruptFile.class)
          .hasMessageContainingAll(bad.toString(), "move it away")
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void damagedPagesAreNoticedToo() throws IOException {
    Random random = new Random(2);
    write(day -> {
      for (int i = 0; i < 20_000; i++) {
        day.trade(trade(CALL, OPEN + random.nextInt(), i, random.nextDouble(), Conditions.NONE));
      }
    });
    byte[] bytes = Files.readAllBytes(tradeFile(CALL));
    Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0x55);
    Files.write(tradeFile(CALL), bytes);

    assertThatThrownBy(() -> read(SPX_OPTIONS))
        .isInstanceOf(CorruptFile.class)
        .hasMessageContaining(tradeFile(CALL).toString());
  }

  @Test
  void aRepairedFileIsReadAfreshThoughItsSizeAndTimeAreTheSame() throws IOException {
    write(day -> day.trade(trade(CALL, OPEN, 1, 65, Conditions.NONE)));
    Path file = tradeFile(CALL);
    FileTime time = Files.getLastModifiedTime(file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[whole.length]);
    Files.setLastModifiedTime(file, time);
    assertThatThrownBy(() -> read(SPX_OPTIONS)).isInstanceOf(CorruptFile.class);

    Files.write(file, whole);
    Files.setLastModifiedTime(file, time);

    assertThat(read(SPX_OPTIONS)).hasSize(2);
  }

  @Test
  void aForeignTradeFileIsNamedWithWhatIsWrong() throws IOException {
    write(day -> day.trade(trade(CALL, OPEN, 1, 65, Conditions.of(209))));
    execute("COPY (SELECT 1 AS a) TO '" + tradeFile(PUT) + "' (FORMAT parquet)");

    assertThatThrownBy(() -> read(SPX_OPTIONS))
        .isInstanceOf(CorruptFile.class)
        .hasMessageContainingAll(tradeFile(PUT).toString(), "no column sip_timestamp");
  }

  @Test
  void rowsWithoutAPriceAreCountedAndLeftOut() throws IOException {
    write(day -> day.trade(trade(CALL, OPEN, 1, 65, Conditions.NONE)));
    write(day ->
        day.trade(trade(CALL, OPEN, 1, 65, Conditions.NONE))
            .trade(trade(CALL, OPEN, 2, Double.NaN, Conditions.NONE)));

    try (LakeFeed feed = lake.feed(DATE, SPX_OPTIONS)) {
      assertThat(feed.summary().rejected()).isEqualTo(1);
      assertThat(feed.summary().firstRejected()).isEqualTo(tradeFile(CALL) + " row 2");
      assertThat(feed.summary().trades()).isEqualTo(1);
    }
  }

  @Test
  void anotherToolsTradesThatCannotBeAreCountedAndLeftOut() throws IOException {
    write(day -> day.trade(trade(CALL, OPEN, 1, 65, Conditions.NONE)));
    foreign(
        tradeFile(PUT),
        "SELECT 'O:SPXW210104P03700000' AS ticker, price, size, sip_timestamp FROM (VALUES "
            + numbers("(%s, 1, " + OPEN + ")", "'nan'", "'inf'", "'-inf'", "-0.01", "NULL")
            + ", "
            + numbers("(1, %s, " + OPEN + ")", "'nan'", "'inf'", "-3", "0", "NULL")
            + (", (0, 0.5, " + (OPEN + 1) + "), (1, 1, NULL)")
            + ") AS t(price, size, sip_timestamp)");

    try (LakeFeed feed = lake.feed(DATE, SPX_OPTIONS)) {
      assertThat(feed.summary().rejected()).isEqualTo(11);
      assertThat(feed.summary().firstRejected()).isEqualTo(tradeFile(PUT) + " row 1");
      assertThat(feed.summary().trades()).isEqualTo(2);
      assertThat(ofType(drain(feed), Trade.class))
          .extracting(Trade::price, Trade::size)
          .containsExactly(tuple(65.0, 3.0), tuple(0.0, 0.5));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"options", "spy", "vix"})
  void anotherToolsBarsThatCannotBeAreCountedAndLeftOut(String folder) throws IOException {
    OptionContract contract = OptionContract.parse("O:SPY210104C00370000");
    write(day -> day.trade(trade(contract, OPEN, 1, 65, Conditions.NONE)));
    List<String> rows = new ArrayList<>();
    for (String bad : List.of("'nan'", "'inf'", "'-inf'", "-1", "NULL")) {
      String number = bad + "::DOUBLE";
      rows.add("(" + number + ", 2, 1, 1, 5)");
      rows.add("(1, " + number + ", 1, 1, 5)");
      rows.add("(1, 2, " + number + ", 1, 5)");
      rows.add("(1, 2, 1, " + number + ", 5)");
    }
    rows.add("(1, 1, 2, 1, 5)");
    boolean index = folder.equals("vix");
    if (!index) {
      rows.add("(1, 2, 1, 1, -5)");
    }
    String ticker = index ? "I:VIX" : folder.equals("spy") ? "SPY" : "O:SPY210104P00370000";
    foreign(
        root.resolve("raw").resolve(folder).resolve(DATE + ".parquet"),
        ("SELECT " + OPEN / 1_000_000 + " + 60000 * row_number() OVER () AS timestamp, '")
            + (ticker + "' AS ticker, * FROM (VALUES ")
            + String.join(", ", rows)
            + ", (0, 2, 0, 1, 0)) AS t(open, high, low, close, "
            + (index ? "other)" : "volume)"));

    try (LakeFeed feed = lake.feed(DATE, SPY_OPTIONS)) {
      assertThat(feed.summary().rejected()).isEqualTo(rows.size());
      assertThat(ofType(drain(feed), Bar.class))
          .extracting(Bar::open, Bar::high, Bar::low, Bar::close)
          .containsExactly(tuple(0.0, 2.0, 0.0, 1.0));
    }
  }

  @Test
  void aSideThatCannotBeIsNoSide() throws IOException {
    write(day -> day.trade(trade(CALL, OPEN, 1, 65, Conditions.NONE)));
    String rows =
        numbers("(%s, 2, 1, -4), (1, %s, -4, 1)", "'nan'", "'inf'", "'-inf'", "-1", "NULL");
    foreign(
        lake.historical("quotes", DATE).resolve(Lake.fileName(PUT)),
        "SELECT 'O:SPXW210104P03700000' AS ticker, 5 AS sip_timestamp, * FROM (VALUES "
            + (rows + ") AS t(bid_price, ask_price, bid_size, ask_size)"));
    foreign(
        lake.raw("quotes", DATE),
        "SELECT 'O:SPXW210104C03700000' AS ticker, 60000 AS timestamp, * FROM (VALUES "
            + (rows + ") AS t(bid, ask, bid_size, ask_size)"));

    try (LakeFeed feed = lake.feed(DATE, SPX_OPTIONS)) {
      assertThat(feed.summary().rejected()).isZero();
      for (Instrument instrument : List.of(PUT, CALL)) {
        assertThat(quotes(instrument))
            .hasSize(10)
            .containsOnly(tuple(Double.NaN, 2.0, 1L, 0L), tuple(1.0, Double.NaN, 0L, 1L));
      }
    }
  }

  private List<Tuple> quotes(Instrument instrument) {
    return ofType(read(SPX_OPTIONS), Quote.class).stream()
        .filter(quote -> quote.instrument().equals(instrument))
        .map(quote -> tuple(quote.bid(), quote.ask(), quote.bidSize(), quote.askSize()))
        .toList();
  }

  /// A form filled with each of these numbers.
  private static String numbers(String form, String... numbers) {
    return Arrays.stream(numbers)
        .map(number -> form.replace("%s", number + "::DOUBLE"))
        .collect(Collectors.joining(", "));
  }

  private static void foreign(Path file, String query) throws IOException {
    Files.createDirectories(file.getParent());
    execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
  }

  @Test
  void severalUnderlyingsComeAsOneDayWithTheNewsOnce() {
    OptionContract fund = OptionContract.parse("O:SPY210104C00370000");
    News article = new News("1", OPEN, OPEN, "title", "", Double.NaN, List.of(), List.of());
    write(day ->
        day.bar(bar(CALL, 1, 65, 4))
            .bar(bar(fund, 0, 3, 9))
            .bar(bar(SPX, 0, 3700, Double.NaN))
            .bar(bar(SPY, 0, 370, 100))
            .news(article));
    try (LakeFeed feed = lake.feed(DATE, List.of(SPX_OPTIONS, new Underlying("SPY")))) {
      List<MarketEvent> events = drain(feed);

      assertThat(instruments(events, Bar.class)).containsExactly(SPX, SPY, fund, CALL);
      assertThat(ofType(events, News.class)).hasSize(1);
      assertThat(events).isSortedAccordingTo(MarketEvent.ORDER);
      assertThat(feed.summaries())
          .extracting(LakeSummary::underlying)
          .extracting(Underlying::symbol)
          .containsExactly("SPX", "SPY");
    }
  }

  @Test
  void theCloseIsTheLastValueWithinTheHours() {
    Underlying spy = new Underlying("SPY");
    Span hours = new Span(OPEN, OPEN + 3 * MINUTE);
    assertThat(lake.close(DATE, SPX_OPTIONS, hours)).isEmpty();
    write(day ->
        day.bar(bar(SPX, 0, 3700, Double.NaN))
            .bar(bar(SPX, 2, 3702.5, Double.NaN))
            .bar(bar(SPX, 3, 3799, Double.NaN))
            .trade(fundTrade(OPEN + 5, 370.5, 0))
            .trade(fundTrade(OPEN + 6, 99, 1))
            .trade(fundTrade(OPEN + 3 * MINUTE, 380, 0)));

    assertThat(lake.close(DATE, SPX_OPTIONS, hours)).hasValue(3702.5);
    assertThat(lake.close(DATE, spy, hours)).as("of its trades").hasValue(370.5);
    write(day -> day.bar(bar(SPY, 1, 371, 100)));
    assertThat(lake.close(DATE, spy, hours)).as("of its bars").hasValue(371);
    assertThat(lake.close(DATE.minusDays(1), SPX_OPTIONS, hours)).isEmpty();
  }

  private static Trade fundTrade(long nanos, double price, int correction) {
    return new Trade(SPY, nanos, nanos, -1, nanos, price, 100, 4, Conditions.NONE, correction);
  }

  @Test
  void aFeedMayBeClosedEarlyAndTwice() {
    write(day -> day.bar(bar(CALL, 0, 65, 4)).bar(bar(CALL, 1, 65, 4)));
    LakeFeed feed = lake.feed(DATE, SPX_OPTIONS);
    feed.next();

    feed.close();
    feed.close();

    assertThat(read(SPX_OPTIONS)).hasSize(3);
  }

  private Path tradeFile(OptionContract contract) {
    return lake.historical("trades", DATE).resolve(Lake.fileName(contract));
  }

  private void write(Consumer<DayWriter> events) {
    try (DayWriter day = lake.write(DATE)) {
      events.accept(day);
      day.commit(Completeness.SESSION);
    }
  }

  private List<MarketEvent> read(Underlying underlying) {
    try (LakeFeed feed = lake.feed(DATE, underlying)) {
      return drain(feed);
    }
  }

  private static <T> List<T> ofType(List<MarketEvent> events, Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<Object> instruments(List<MarketEvent> events, Class<?> type) {
    return events.stream()
        .filter(type::isInstance)
        .<Object>map(event ->
            switch (event) {
              case Bar bar -> bar.instrument();
              case Trade trade -> trade.instrument();
              case Quote quote -> quote.instrument();
              default -> event;
            })
        .toList();
  }
}
