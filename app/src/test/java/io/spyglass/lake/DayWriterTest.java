package io.spyglass.lake;

import static io.spyglass.lake.LakeFixture.CALL;
import static io.spyglass.lake.LakeFixture.DATE;
import static io.spyglass.lake.LakeFixture.OPEN;
import static io.spyglass.lake.LakeFixture.PUT;
import static io.spyglass.lake.LakeFixture.SECOND;
import static io.spyglass.lake.LakeFixture.SPX;
import static io.spyglass.lake.LakeFixture.SPY;
import static io.spyglass.lake.LakeFixture.bar;
import static io.spyglass.lake.LakeFixture.describe;
import static io.spyglass.lake.LakeFixture.execute;
import static io.spyglass.lake.LakeFixture.lake;
import static io.spyglass.lake.LakeFixture.metadata;
import static io.spyglass.lake.LakeFixture.minuteQuote;
import static io.spyglass.lake.LakeFixture.query;
import static io.spyglass.lake.LakeFixture.quote;
import static io.spyglass.lake.LakeFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.lake.StoredFile.Change;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.session.CorruptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayWriterTest {
  private static final String[] BAR_COLUMNS = {
    "timestamp BIGINT",
    "open DOUBLE",
    "high DOUBLE",
    "low DOUBLE",
    "close DOUBLE",
    "volume BIGINT",
    "vwap DOUBLE",
    "ticker VARCHAR",
    "date VARCHAR"
  };
  private static final String[] INDEX_COLUMNS = {
    "timestamp BIGINT",
    "open DOUBLE",
    "high DOUBLE",
    "low DOUBLE",
    "close DOUBLE",
    "ticker VARCHAR",
    "source VARCHAR",
    "date VARCHAR"
  };

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
  void barsOfOptionsAndStocksHaveTheContractsColumns() {
    write(day -> day.bar(bar(CALL, 0, 65.5, 4)).bar(bar(SPY, 0, 369.5, 1000)));

    for (String folder : List.of("options", "spy")) {
      assertThat(describe(raw(folder))).containsExactly(BAR_COLUMNS);
      assertThat(metadata(raw(folder)))
          .containsExactly("bar_seconds 60", "complete true", "schema_version 1");
    }
    assertThat(query("SELECT * FROM '" + raw("options") + "'"))
        .containsExactly(
            OPEN / 1_000_000 + " 64.5 66.5 63.5 65.5 4 null O:SPXW210104C03700000 2021-01-04");
  }

  @Test
  void barsOfAnIndexHaveASourceAndNoVolume() {
    write(day -> day.bar(bar(SPX, 0, 3700, Double.NaN)).bar(bar(new Index("VIX"), 0, 26.9, 3)));

    assertThat(describe(raw("spx"))).containsExactly(INDEX_COLUMNS);
    assertThat(describe(raw("vix"))).containsExactly(INDEX_COLUMNS);
    assertThat(query("SELECT ticker, source, date FROM '" + raw("spx") + "'"))
        .containsExactly("I:SPX spx 2021-01-04");
    assertThat(query("SELECT ticker, source, date FROM '" + raw("vix") + "'"))
        .containsExactly("I:VIX vix 2021-01-04");
  }

  @Test
  void minuteQuotesCarryTheirMinutesStart() {
    write(day -> day.minuteQuote(minuteQuote(CALL, 0, 64.9, 67.9)));

    assertThat(describe(raw("quotes")))
        .containsExactly(
            "timestamp BIGINT",
            "bid DOUBLE",
            "ask DOUBLE",
            "bid_size BIGINT",
            "ask_size BIGINT",
            "ticker VARCHAR",
            "date VARCHAR");
    assertThat(query("SELECT * FROM '" + raw("quotes") + "'"))
        .containsExactly(OPEN / 1_000_000 + " 64.9 67.9 10 20 O:SPXW210104C03700000 2021-01-04");
    assertThat(metadata(raw("quotes"))).containsExactly("complete true", "schema_version 1");
  }

  @Test
  void openInterestAndNewsHaveTheirColumns() {
    write(day ->
        day.openInterest(new OpenInterest(CALL, OPEN, OPEN, 1732, DATE.minusDays(4)))
            .news(
                new News(
                    "a1",
                    OPEN,
                    OPEN,
                    "Fed holds",
                    "",
                    Double.NaN,
                    List.of("fed", "rates"),
                    List.of("SPY", "I:SPX"))));

    assertThat(describe(raw("open_interest")))
        .containsExactly("ticker VARCHAR", "open_interest BIGINT", "effective_date VARCHAR");
    assertThat(query("SELECT * FROM '" + raw("open_interest") + "'"))
        .containsExactly("O:SPXW210104C03700000 1732 2020-12-31");
    assertThat(describe(raw("news")))
        .containsExactly(
            "timestamp BIGINT",
            "article_id VARCHAR",
            "title VARCHAR",
            "description VARCHAR",
            "sentiment DOUBLE",
            "keywords VARCHAR",
            "tickers VARCHAR",
            "source VARCHAR",
            "date VARCHAR");
    assertThat(
            query(
                "SELECT article_id, sentiment, keywords, tickers, source FROM '"
                    + raw("news")
                    + "'"))
        .containsExactly("a1 null fed,rates SPY,I:SPX news");
  }

  @Test
  void tradesAndQuotesGetOneFileAContract() {
    write(day ->
        day.trade(trade(CALL, OPEN + 5, 7, 65.5, Conditions.of(209, 232)))
            .trade(trade(PUT, OPEN + 6, MarketEvent.ABSENT, 1.5, Conditions.NONE))
            .quote(quote(CALL, OPEN + 1, 3, Double.NaN, 66)));

    Path call = root.resolve("historical/trades/2021-01-04/O_SPXW210104C03700000.parquet");
    Path put = root.resolve("historical/trades/2021-01-04/O_SPXW210104P03700000.parquet");
    Path quotes = root.resolve("historical/quotes/2021-01-04/O_SPXW210104C03700000.parquet");
    assertThat(describe(call))
        .containsExactly(
            "ticker VARCHAR",
            "sip_timestamp BIGINT",
            "participant_timestamp BIGINT",
            "price DOUBLE",
            "size DOUBLE",
            "exchange INTEGER",
            "conditions INTEGER[]",
            "sequence_number BIGINT",
            "correction INTEGER");
    assertThat(query("SELECT * FROM '" + call + "'"))
        .containsExactly(
            "O:SPXW210104C03700000 " + (OPEN + 5) + " null 65.5 3.0 302 [209, 232] 7 null");
    assertThat(query("SELECT * FROM '" + put + "'"))
        .containsExactly("O:SPXW210104P03700000 " + (OPEN + 6) + " null 1.5 3.0 302 [] null null");
    assertThat(describe(quotes))
        .containsExactly(
            "ticker VARCHAR",
            "sip_timestamp BIGINT",
            "bid_price DOUBLE",
            "ask_price DOUBLE",
            "bid_size BIGINT",
            "ask_size BIGINT",
            "sequence_number BIGINT");
    assertThat(query("SELECT bid_price, ask_price FROM '" + quotes + "'"))
        .containsExactly("null 66.0");
  }

  @Test
  void theTypesAreThoseThatEveryParquetReaderKnows() {
    write(day -> day.trade(trade(CALL, OPEN, 1, 2, Conditions.of(209))));

    Path file = root.resolve("historical/trades/2021-01-04/O_SPXW210104C03700000.parquet");
    assertThat(query("SELECT type FROM parquet_metadata('" + file + "')"))
        .containsExactly(
            "BYTE_ARRAY", "INT64", "INT64", "DOUBLE", "DOUBLE", "INT32", "INT32", "INT64", "INT32");
  }

  @Test
  void rowsAreSortedByTimeAndThenByKey() {
    write(day ->
        day.bar(bar(PUT, 1, 2, 1))
            .bar(bar(CALL, 1, 2, 1))
            .bar(bar(PUT, 0, 2, 1))
            .trade(trade(CALL, OPEN + 2, 5, 1, Conditions.NONE))
            .trade(trade(CALL, OPEN + 1, MarketEvent.ABSENT, 2, Conditions.NONE))
            .trade(trade(CALL, OPEN + 1, 9, 4, Conditions.NONE))
            .trade(trade(CALL, OPEN + 1, MarketEvent.ABSENT, 3, Conditions.NONE)));

    assertThat(query("SELECT ticker[13:13] FROM '" + raw("options") + "'"))
        .containsExactly("P", "C", "P");
    assertThat(query("SELECT price::INT FROM '" + root + "/historical/trades/*/*.parquet'"))
        .containsExactly("2", "3", "4", "1");
  }

  @Test
  void ofTwoTradesWithTheSameKeyTheLaterStaysButThoseWithoutASequenceAllDo() {
    write(day ->
        day.trade(trade(CALL, OPEN, 1, 10, Conditions.NONE))
            .trade(trade(CALL, OPEN, 1, 11, Conditions.NONE))
            .trade(trade(CALL, OPEN, MarketEvent.ABSENT, 12, Conditions.NONE))
            .trade(trade(CALL, OPEN, MarketEvent.ABSENT, 12, Conditions.NONE)));

    assertThat(query("SELECT price::INT FROM '" + root + "/historical/trades/*/*.parquet'"))
        .containsExactly("12", "12", "11");
  }

  @Test
  void anImportOfOtherContractsGoesBesideTheFirstAndARepeatedOneChangesNothing()
      throws IOException {
    write(day -> day.bar(bar(CALL, 0, 10, 4)));
    write(day -> day.bar(bar(PUT, 0, 20, 5)));
    byte[] both = Files.readAllBytes(raw("options"));
    List<StoredFile> again = write(day -> day.bar(bar(CALL, 0, 10, 4)));

    assertThat(again).singleElement().returns(Change.MERGED, StoredFile::change);
    assertThat(Files.readAllBytes(raw("options"))).isEqualTo(both);
    assertThat(query("SELECT volume FROM '" + raw("options") + "'")).containsExactly("4", "5");
  }

  @Test
  void aNewerRowTakesThePlaceOfTheOneWithItsKey() {
    write(day -> day.bar(bar(CALL, 0, 10, 4)));
    write(day -> day.bar(bar(CALL, 0, 11, 40)));

    assertThat(query("SELECT close, volume FROM '" + raw("options") + "'"))
        .containsExactly("11.0 40");
  }

  @Test
  void theSameDayWrittenAnywhereElseGivesTheSameBytes(@TempDir Path other) throws IOException {
    Consumer<DayWriter> events =
        day -> {
          for (int i = 0; i < 5000; i++) {
            day.bar(bar(i % 2 == 0 ? CALL : PUT, i, 10 + i % 7, i));
            day.trade(trade(CALL, OPEN + i * SECOND, i, 1 + i % 5, Conditions.of(209)));
          }
        };
    write(events);
    try (Lake second = new Lake(other, new LakeOptions("zstd", 2048, 512, 1));
        DayWriter day = second.write(DATE)) {
      events.accept(day);
      day.commit(Completeness.SESSION);
    }

    for (String file :
        List.of(
            "raw/options/2021-01-04.parquet",
            "historical/trades/2021-01-04/O_SPXW210104C03700000.parquet")) {
      assertThat(Files.readAllBytes(other.resolve(file)))
          .as(file)
          .isEqualTo(Files.readAllBytes(root.resolve(file)));
    }
  }

  @Test
  void finerBarsTakeThePlaceOfCoarserOnes() {
    write(day -> day.bar(bar(SPY, 0, 370, 100)));
    List<StoredFile> stored =
        write(day -> day.bar(bar(SPY, 0, 1, 369, 1)).bar(bar(SPY, 1, 1, 370, 2)));

    assertThat(stored).singleElement().returns(Change.REPLACED, StoredFile::change);
    assertThat(stored.getFirst().note()).contains("1 s", "60 s");
    assertThat(query("SELECT volume FROM '" + raw("spy") + "'")).containsExactly("1", "2");
    assertThat(metadata(raw("spy"))).contains("bar_seconds 1");
  }

  @Test
  void coarserBarsAreLeftOutAndThatIsSaid() {
    write(day -> day.bar(bar(SPY, 0, 1, 369, 1)));
    List<StoredFile> stored = write(day -> day.bar(bar(SPY, 0, 370, 100)));

    assertThat(stored).singleElement().returns(Change.SKIPPED, StoredFile::change);
    assertThat(stored.getFirst().note()).contains("60 s", "1 s");
    assertThat(query("SELECT volume FROM '" + raw("spy") + "'")).containsExactly("1");
  }

  @Test
  void ofTwoBarLengthsInOneWriteTheFinerIsStored() {
    List<StoredFile> stored =
        write(day -> day.bar(bar(SPY, 0, 370, 100)).bar(bar(SPY, 0, 1, 369, 1)));

    assertThat(stored).extracting(StoredFile::change).contains(Change.SKIPPED, Change.CREATED);
    assertThat(query("SELECT volume FROM '" + raw("spy") + "'")).containsExactly("1");
  }

  @Test
  void aPartialSessionSaysSoUntilTheWholeOneIsThere() {
    write(Completeness.PARTIAL, day -> day.bar(bar(SPY, 0, 370, 100)));
    assertThat(metadata(raw("spy"))).contains("complete false");

    write(Completeness.UNDERLYINGS, day -> day.bar(bar(SPY, 1, 370, 1)).bar(bar(CALL, 1, 1, 1)));
    assertThat(metadata(raw("spy"))).contains("complete true");
    assertThat(metadata(raw("options"))).contains("complete false");

    write(Completeness.PARTIAL, day -> day.bar(bar(SPY, 2, 370, 1)));
    assertThat(metadata(raw("spy"))).contains("complete true");
  }

  @Test
  void anIncompleteWriteLeavesWhatIsComplete() throws IOException {
    write(day ->
        day.trade(trade(CALL, OPEN, 1, 1, Conditions.NONE))
            .quote(quote(CALL, OPEN, 1, 1, 2))
            .bar(bar(SPX, 0, 3700, Double.NaN)));
    byte[] whole = Files.readAllBytes(lake.historical("trades", DATE).resolve(file(CALL)));

    List<StoredFile> stored =
        write(
            Completeness.PARTIAL,
            day ->
                day.trade(trade(CALL, OPEN, 2, 9, Conditions.NONE))
                    .trade(trade(PUT, OPEN, 3, 9, Conditions.NONE))
                    .quote(quote(CALL, OPEN, 2, 8, 9))
                    .bar(bar(SPX, 0, 1, Double.NaN))
                    .bar(bar(SPX, 1, 2, Double.NaN)));

    assertThat(stored)
        .extracting(StoredFile::change)
        .containsExactly(Change.MERGED, Change.SKIPPED, Change.CREATED, Change.SKIPPED);
    assertThat(stored.getLast().note()).contains("whole session");
    assertThat(lake.historical("trades", DATE).resolve(file(CALL))).hasBinaryContent(whole);
    assertThat(query("SELECT close FROM '" + raw("spx") + "'")).containsExactly("3700.0", "2.0");
    assertThat(metadata(raw("spx"))).contains("complete true");
  }

  @Test
  void allPrintsCanBeThereWithoutAllQuotes() {
    write(
        Completeness.PRINTS,
        day ->
            day.trade(trade(CALL, OPEN, 1, 1, Conditions.NONE)).quote(quote(CALL, OPEN, 1, 1, 2)));

    Cached cached = lake.cached(DATE);
    assertThat(cached.hasAllTrades(CALL)).isTrue();
    assertThat(cached.hasAllQuotes(CALL)).isFalse();
    write(day -> day.quote(quote(CALL, OPEN, 1, 1, 2)));
    assertThat(lake.cached(DATE).hasAllQuotes(CALL)).isTrue();
  }

  private static String file(OptionContract contract) {
    return Lake.fileName(contract);
  }

  @Test
  void anotherToolsFileWithDoubleVolumeIsMergedAndItsNanBecomesNull() throws IOException {
    Files.createDirectories(raw("spy").getParent());
    execute(
        "COPY (SELECT "
            + OPEN / 1_000_000
            + "::BIGINT AS timestamp, 1.0 AS open, 2.0 AS high, 0.5::DOUBLE AS low,"
            + " 1.5::DOUBLE AS close, 12.0::DOUBLE AS volume, 'nan'::DOUBLE AS vwap,"
            + " 'SPY' AS ticker) TO '"
            + raw("spy")
            + "' (FORMAT parquet)");

    List<StoredFile> stored = write(day -> day.bar(bar(SPY, 1, 370, 100)));

    assertThat(stored).singleElement().returns(Change.MERGED, StoredFile::change);
    assertThat(describe(raw("spy"))).containsExactly(BAR_COLUMNS);
    assertThat(query("SELECT volume, vwap FROM '" + raw("spy") + "'"))
        .containsExactly("12 null", "100 null");
  }

  @Test
  void aForeignFileIsNamedAndStaysAsItIs() throws IOException {
    Files.createDirectories(raw("spy").getParent());
    execute("COPY (SELECT 1 AS x, 'a' AS close) TO '" + raw("spy") + "' (FORMAT parquet)");
    byte[] before = Files.readAllBytes(raw("spy"));

    assertThatThrownBy(() -> write(day -> day.bar(bar(SPY, 0, 370, 1)).bar(bar(CALL, 0, 1, 1))))
        .isInstanceOf(CorruptFile.class)
        .hasMessageContainingAll(
            raw("spy").toString(), "no column timestamp", "close is VARCHAR", "move it away");
    assertThat(Files.readAllBytes(raw("spy"))).isEqualTo(before);
    assertThat(files()).containsExactly(".write.lock", "raw/spy/2021-01-04.parquet");
  }

  @Test
  void aTruncatedFileIsNamedAndStaysAsItIs() throws IOException {
    write(day -> day.bar(bar(SPY, 0, 370, 1)));
    byte[] whole = Files.readAllBytes(raw("spy"));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
    Files.write(raw("spy"), cut);

    assertThatThrownBy(() -> write(day -> day.bar(bar(SPY, 1, 370, 1))))
        .isInstanceOf(CorruptFile.class)
        .hasMessageContainingAll(raw("spy").toString(), "not a whole Parquet file", "move it away");
    assertThat(Files.readAllBytes(raw("spy"))).isEqualTo(cut);
  }

  @Test
  void whatAKilledProcessLeftIsSweptAndWhatARunningOneWritesStays() throws IOException {
    Path folder = Files.createDirectories(raw("spy").getParent());
    Path dead = Files.createFile(folder.resolve(".2021-01-05.parquet.999999999-1-0.tmp"));
    ProcessHandle parent = ProcessHandle.current();
    long started = parent.info().startInstant().orElseThrow().toEpochMilli();
    Path running =
        Files.createFile(
            folder.resolve(".2021-01-06.parquet." + parent.pid() + "-" + started + "-9.tmp"));
    Path reused =
        Files.createFile(folder.resolve(".2021-01-07.parquet." + parent.pid() + "-7-0.tmp"));

    write(day -> day.bar(bar(SPY, 0, 370, 1)));

    assertThat(dead).doesNotExist();
    assertThat(reused).doesNotExist();
    assertThat(running).exists();
  }

  @Test
  void aDayThatIsNotCommittedLeavesNothing() {
    try (DayWriter day = lake.write(DATE)) {
      day.bar(bar(SPY, 0, 370, 1)).trade(trade(CALL, OPEN, 1, 1, Conditions.NONE));
    }

    assertThat(files()).isEmpty();
  }

  private List<StoredFile> write(Consumer<DayWriter> events) {
    return write(Completeness.SESSION, events);
  }

  private List<StoredFile> write(Completeness completeness, Consumer<DayWriter> events) {
    try (DayWriter day = lake.write(DATE)) {
      events.accept(day);
      return day.commit(completeness);
    }
  }

  private Path raw(String folder) {
    return root.resolve("raw").resolve(folder).resolve("2021-01-04.parquet");
  }

  private List<String> files() {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
