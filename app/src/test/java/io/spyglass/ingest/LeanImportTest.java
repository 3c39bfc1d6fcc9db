package io.spyglass.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.SharedData;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeFeed;
import io.spyglass.lake.LakeOptions;
import io.spyglass.lake.StoredFile;
import io.spyglass.lake.StoredFile.Change;
import io.spyglass.model.Bar;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Underlying;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeanImportTest {
  private static final LocalDate DATE = LocalDate.of(2021, 1, 4);
  private static final String OPTIONS = "indexoption/usa/minute/spxw/";
  private static final String CALL_TRADE =
      "20210104_spxw_minute_trade_european_call_37000000_20210104.csv";
  private static final String CALL_QUOTE =
      "20210104_spxw_minute_quote_european_call_37000000_20210104.csv";
  private static final String PUT_TRADE =
      "20210104_spxw_minute_trade_european_put_38000000_20210106.csv";

  @TempDir private Path folder;
  private Lake lake;
  private Path data;

  @BeforeEach
  void open() {
    lake = new Lake(folder.resolve("lake"), LakeOptions.defaults());
    data = folder.resolve("Data");
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void aDataFolderBecomesADayThatReplays() throws IOException {
    zip(
        OPTIONS + "20210104_trade_european.zip.zip",
        Map.of(CALL_TRADE, "34380000,610000,610000,610000,610000,4"));
    zip(
        OPTIONS + "20210104_quote_european.zip",
        Map.of(CALL_QUOTE, "34380000,600000,600000,600000,600000,4,620000,1,1,620000,5\n"));
    zip(
        OPTIONS + "20210104_openinterest_european.zip.zip",
        Map.of(CALL_TRADE.replace("trade", "openinterest"), "23400000,1732"));
    zip(
        "index/usa/minute/spx/20210104_trade.zip",
        Map.of("20210104_spx_minute_trade.csv", "30780000,3764,3769,3764,3766.5,59\n"));

    LeanReport report = run(data);

    assertThat(report.isPartial()).isFalse();
    assertThat(List.of(report.zips(), report.entries(), report.bars(), report.quotes()))
        .containsExactly(4L, 4L, 2L, 1L);
    assertThat(report.stored()).extracting(StoredFile::change).containsOnly(Change.CREATED);
    List<MarketEvent> events = replay();
    assertThat(events.stream().map(MarketEvent::getClass).toList())
        .<Class<?>>map(type -> type)
        .containsExactly(Listing.class, OpenInterest.class, Quote.class, Bar.class, Bar.class);
    assertThat(events.stream().map(MarketEvent::epochNanos).distinct()).hasSize(1);
  }

  @Test
  void badLinesNamesAndZipsAreCountedAndTheRestIsImported() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(
        CALL_TRADE, "34380000,610000,,610000,610000,4\n34440000,1,1,1,1,2\n34500000,,1,1,1,2");
    entries.put("20210104_spxw_minute_mystery.csv", "1");
    entries.put(PUT_TRADE, "34380000,610000,610000,610000,610000,7");
    Path good = zip(OPTIONS + "20210104_trade_european.zip", entries);
    byte[] whole = Files.readAllBytes(good);
    Path cut = data.resolve(OPTIONS + "20210105_trade_european.zip");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    Path noise = data.resolve(OPTIONS + "20210106_trade_european.zip");
    Files.write(noise, "not a zip".getBytes(StandardCharsets.UTF_8));

    LeanReport report = run(data);

    assertThat(report.isPartial()).isTrue();
    assertThat(report.rejected().keySet()).containsExactly("empty high", "empty open");
    assertThat(report.rejected().get("empty high").firstExample())
        .contains("20210104_trade_european.zip", CALL_TRADE, "line 1");
    assertThat(report.unknown().values())
        .singleElement()
        .satisfies(tally -> assertThat(tally.firstExample()).contains("mystery.csv"));
    assertThat(report.failed())
        .hasSize(2)
        .anySatisfy(message -> assertThat(message).contains(cut.toString(), "damaged"))
        .anySatisfy(message -> assertThat(message).contains(noise.toString()));
    assertThat(bars(replay()).mapToDouble(Bar::volume).sum()).isEqualTo(9);
  }

  @Test
  void aZipCutBetweenTwoEntriesIsNotTakenForAWholeOne() throws IOException {
    Path zip =
        zip(
            OPTIONS + "20210104_trade_european.zip",
            Map.of(CALL_TRADE, "34440000,1,1,1,1,2", PUT_TRADE, "34440000,1,1,1,1,2"));
    byte[] whole = Files.readAllBytes(zip);
    int second = indexOf(whole, new byte[] {'P', 'K', 3, 4}, 4);
    Files.write(zip, Arrays.copyOf(whole, second));

    assertThat(run(data).failed()).singleElement().asString().contains("its end is missing");
  }

  @Test
  void aFlippedByteInAnEntryIsNoticed() throws IOException {
    Path zip =
        zip(
            OPTIONS + "20210104_trade_european.zip",
            Map.of(CALL_TRADE, "34440000,1,1,1,1,2\n".repeat(50)));
    byte[] bytes = Files.readAllBytes(zip);
    bytes[30 + CALL_TRADE.length() + 8] ^= 0x10;
    Files.write(zip, bytes);

    assertThat(run(data).failed()).singleElement().asString().contains("damaged");
  }

  @Test
  void foldersOfOtherThingsAreCountedAndLeftAlone() throws IOException {
    zip(OPTIONS + "20210104_trade_european.zip", Map.of(CALL_TRADE, "34440000,1,1,1,1,2"));
    zip("option/usa/daily/spy_2021_trade_american.zip", Map.of("spy_trade.csv", "1"));
    zip("equity/usa/hour/spy.zip", Map.of("spy.csv", "1"));
    zip(
        "crypto/coinbase/minute/btcusd/20210104_trade.zip",
        Map.of("20210104_btcusd_minute_trade.csv", "1,1,1,1,1,1"));
    Files.writeString(
        Files.createDirectories(data.resolve("symbol-properties")).resolve("a.csv"), "x");

    LeanReport report = run(data);

    assertThat(report.isPartial()).isFalse();
    assertThat(report.bars()).isEqualTo(1);
    assertThat(report.notImported().keySet())
        .containsExactlyInAnyOrder(
            "option/usa/daily", "equity/usa/hour", "crypto/coinbase/minute", "symbol-properties");
  }

  @Test
  void aStockNamedLikeAFolderOfTheLakeIsRefusedAndTheRestIsImported() throws IOException {
    zip(
        "equity/usa/minute/news/20210104_trade.zip",
        Map.of("20210104_news_minute_trade.csv", "34440000,1,1,1,1,2"));
    zip(OPTIONS + "20210104_trade_european.zip", Map.of(CALL_TRADE, "34440000,1,1,1,1,2"));

    LeanReport report = run(data);

    assertThat(report.unknown().keySet())
        .containsExactly("the lake has no place for a stock of this name");
    assertThat(report.bars()).isEqualTo(1);
  }

  @Test
  void zipsMayBeGivenByThemselvesAndOutsideAnyDataFolder() throws IOException {
    Path zip = zip("../loose/x.zip", Map.of(CALL_TRADE, "34440000,1,1,1,1,2"));

    assertThat(run(zip).bars()).isEqualTo(1);
    assertThat(run(zip.getParent()).bars()).isEqualTo(1);
  }

  @Test
  void importingAgainChangesNoByte() throws IOException {
    zip(
        OPTIONS + "20210104_trade_european.zip",
        Map.of(CALL_TRADE, "34440000,1,1,1,1,2", PUT_TRADE, "34440000,1,1,1,1,2"));
    run(data);
    Path file = folder.resolve("lake/raw/options/2021-01-04.parquet");
    byte[] before = Files.readAllBytes(file);

    assertThat(run(data).stored()).extracting(StoredFile::change).containsExactly(Change.MERGED);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aDamagedLakeFileIsReportedAndKeptAndOtherDaysAreImported() throws IOException {
    zip(OPTIONS + "20210104_trade_european.zip", Map.of(CALL_TRADE, "34440000,1,1,1,1,2"));
    zip(
        OPTIONS + "20210105_trade_european.zip",
        Map.of(PUT_TRADE.replace("20210104", "20210105"), "34440000,1,1,1,1,2"));
    Path file = folder.resolve("lake/raw/options/2021-01-04.parquet");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "damaged");

    LeanReport report = run(data);

    assertThat(report.failed()).singleElement().asString().contains(file.toString());
    assertThat(report.stored()).hasSize(1);
    assertThat(file).hasContent("damaged");
  }

  @Test
  void theRecordedDayReplaysToTheSumsOfItsTradeBars() throws IOException {
    Path recorded = SharedData.at("data/lean/Data");

    LeanReport report = run(recorded);

    assertThat(report.isPartial()).isFalse();
    assertThat(report.rejected()).isEmpty();
    Map<OptionContract, double[]> expected = sums(recorded);
    Map<OptionContract, double[]> found = new TreeMap<>();
    bars(replay())
        .filter(bar -> bar.instrument() instanceof OptionContract)
        .forEach(bar -> {
          double[] sum =
              found.computeIfAbsent((OptionContract) bar.instrument(), _ -> new double[2]);
          sum[0] += bar.volume();
          sum[1] += bar.volume() * bar.close() * 100;
        });
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    double volume = 0;
    double premium = 0;
    for (OptionContract contract : found.keySet()) {
      assertThat(found.get(contract)[0]).isEqualTo(expected.get(contract)[0]);
      assertThat(found.get(contract)[1]).isCloseTo(expected.get(contract)[1], within(1e-6));
      if (contract.expiry().equals(DATE)) {
        volume += found.get(contract)[0];
        premium += found.get(contract)[1];
      }
    }
    assertThat(volume).isEqualTo(40_983);
    assertThat(premium).isCloseTo(24_146_879, within(0.5));
  }

  /// Volume and premium of each contract, straight from the zip.
  private static Map<OptionContract, double[]> sums(Path data) throws IOException {
    Map<OptionContract, double[]> sums = new TreeMap<>();
    Path file = data.resolve(OPTIONS + "20210104_trade_european.zip.zip");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String[] name = entry.getName().split("[_.]", -1);
        String symbol =
            "SPXW%s%sC%08d".formatted("", name[7].substring(2), Long.parseLong(name[6]) / 10);
        OptionContract call = OptionContract.parse(symbol);
        OptionContract contract =
            name[5].equals("call")
                ? call
                : OptionContract.parse(symbol.replaceFirst("C(?=\\d{8}$)", "P"));
        double[] sum = sums.computeIfAbsent(contract, _ -> new double[2]);
        try (InputStream lines = zip.getInputStream(entry);
            Scanner scanner = new Scanner(lines, StandardCharsets.US_ASCII)) {
          while (scanner.hasNextLine()) {
            String[] cells = scanner.nextLine().split(",", -1);
            sum[0] += Double.parseDouble(cells[5]);
            sum[1] += Double.parseDouble(cells[4]) / 100 * Double.parseDouble(cells[5]);
          }
        }
      }
    }
    return sums;
  }

  private LeanReport run(Path... paths) {
    return new LeanImport(lake, (_, _) -> {}).run(List.of(paths));
  }

  private List<MarketEvent> replay() {
    List<MarketEvent> events = new ArrayList<>();
    try (LakeFeed feed = lake.feed(DATE, new Underlying("SPX"))) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        events.add(event);
      }
    }
    return events;
  }

  private static Stream<Bar> bars(List<MarketEvent> events) {
    return events.stream().filter(Bar.class::isInstance).map(Bar.class::cast);
  }

  private Path zip(String path, Map<String, String> entries) throws IOException {
    Path file = data.resolve(path).normalize();
    Files.createDirectories(file.getParent());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
      }
    }
    return Files.write(file, bytes.toByteArray());
  }

  private static int indexOf(byte[] bytes, byte[] wanted, int from) {
    for (int at = from; at <= bytes.length - wanted.length; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    throw new IllegalArgumentException("not there");
  }
}
