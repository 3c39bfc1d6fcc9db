package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.spyglass.calendar.NewYork;
import io.spyglass.lake.Completeness;
import io.spyglass.lake.DayWriter;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Conditions;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Trade;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// `import` and `cache`, as a user types them.
@Isolated("the log that it reads is everybody's")
class LakeCommandsTest {
  private static final LocalDate DATE = LocalDate.of(2021, 1, 4);
  private static final String ENTRY =
      "20210104_spxw_minute_trade_european_call_37000000_20210104.csv";

  @TempDir private Path folder;
  private String out = "";
  private String err = "";

  @Test
  void importingLeanPrintsWhatHappenedToEachFile() throws IOException {
    zip("20210104_trade_european.zip", ENTRY, "34380000,610000,610000,610000,610000,4");

    assertThat(run("import", "lean", folder.resolve("Data").toString())).isEqualTo(0);
    assertThat(out)
        .containsPattern("data/raw/options/2021-01-04.parquet +created +1")
        .contains("1 zips, 1 entries: 1 trade bars, 0 quote bars, 0 open-interest rows");
    assertThat(folder.resolve("data/raw/options/2021-01-04.parquet")).exists();
  }

  @Test
  void importingLeanAsJsonIsOneDocument() throws IOException {
    zip("20210104_trade_european.zip", ENTRY, "34380000,610000,,610000,610000,4\n1,1,1,1,1,1");

    assertThat(run("import", "lean", "--json", folder.resolve("Data").toString())).isEqualTo(0);
    assertThat(out)
        .startsWith("{\"zips\":1,\"entries\":1,\"bars\":1,")
        .contains("\"change\":\"created\",\"rows\":1")
        .contains("\"rejected\":[{\"reason\":\"empty high\",\"count\":1,\"first\":");
    assertThat(err).contains("rejected: empty high", ENTRY, "line 1");
  }

  @Test
  void anImportThatIsPartlyDoneSaysWhatIsMissing() throws IOException {
    zip("20210104_trade_european.zip", ENTRY, "34380000,610000,610000,610000,610000,4");
    zip("20210105_trade_european.zip", "readme.txt", "hello");

    assertThat(run("import", "lean", folder.resolve("Data").toString()))
        .isEqualTo(ExitCode.PARTLY_DONE.status());
    assertThat(err).contains("unknown name", "readme.txt");
  }

  @Test
  void nothingToImportIsNoDataAndOnlyDamageIsAnError() throws IOException {
    Path data = Files.createDirectories(folder.resolve("Data"));

    assertThat(run("import", "lean", data.toString())).isEqualTo(ExitCode.NO_DATA.status());
    assertThat(err).contains("nothing was imported");

    Files.writeString(data.resolve("20210104_trade.zip"), "PK");
    assertThat(run("import", "lean", data.toString())).isEqualTo(ExitCode.SOFTWARE.status());
    assertThat(err).contains("20210104_trade.zip is damaged").doesNotContain("nothing was");
  }

  @Test
  void aPathThatIsNotThereIsAUsageError() {
    assertThat(run("import", "lean", "/no/such")).isEqualTo(ExitCode.USAGE.status());
    assertThat(err).contains("/no/such does not exist");
    assertThat(run("import")).isEqualTo(ExitCode.USAGE.status());
    assertThat(run("import", "lean")).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void theCacheIsShownDayByDay() {
    store();

    assertThat(run("cache", "stats")).isEqualTo(0);
    assertThat(out).containsPattern("2021-01-04 +1 +1 +0 +1 +0 +\\d+").contains("Cache: 1 files");
    assertThat(run("cache", "stats", "--json")).isEqualTo(0);
    assertThat(out).contains("\"date\":\"2021-01-04\",\"contracts\":1,\"trade_files\":1,");
  }

  @Test
  void whatIsGoingToBeDeletedIsShownWithTheCache() throws IOException {
    Files.createDirectories(folder.resolve("data/journal/2021-01-04"));
    Files.createDirectories(folder.resolve("data/journal/2021-01-05"));

    assertThat(run("cache", "stats")).isEqualTo(0);
    assertThat(out)
        .contains(
            "To be deleted at a trading day's end: journal/2021-01-04, 0 MB: older than 30 days")
        .doesNotContain("journal/2021-01-05");
  }

  @Test
  void theCacheIsClearedOnlyWhenToldSo() {
    store();

    assertThat(run("cache", "clear")).isEqualTo(ExitCode.USAGE.status());
    assertThat(out).contains("To delete from", "1 files");
    assertThat(err).contains("nothing was deleted", "--yes");
    assertThat(run("cache", "clear", "--date", "2021-01-05", "--yes"))
        .isEqualTo(ExitCode.NO_DATA.status());
    assertThat(folder.resolve("data/historical/trades/2021-01-04")).exists();

    assertThat(run("cache", "clear", "--date", "2021-01-04", "--yes")).isEqualTo(0);
    assertThat(folder.resolve("data/historical/trades/2021-01-04")).doesNotExist();
    assertThat(run("cache", "stats", "--json")).isEqualTo(0);
    assertThat(out.strip()).isEqualTo("[\n]");
  }

  @Test
  void theLakeLiesWhereTheSettingsSay() throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/sinks.yaml"), "lake:\n  root: elsewhere\n");
    zip("20210104_trade_european.zip", ENTRY, "34380000,610000,610000,610000,610000,4");

    assertThat(run("import", "lean", folder.resolve("Data").toString())).isEqualTo(0);
    assertThat(folder.resolve("elsewhere/raw/options/2021-01-04.parquet")).exists();
  }

  @Test
  void aReplayWarnsOfRowsThatItLeavesOut() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(Days.class);
    logger.addAppender(log);
    try {
      store();
      assertThat(run("replay", "--date", "2021-01-04", "--underlying", "SPX")).isZero();
      assertThat(leftOut(log)).isEmpty();

      store(Double.NaN);
      assertThat(run("replay", "--date", "2021-01-04", "--underlying", "SPX")).isZero();
      assertThat(leftOut(log))
          .singleElement()
          .asString()
          .startsWith("1 rows of SPX on 2021-01-04 are left out, first ")
          .contains("O_SPXW210104C03700000.parquet row 2", "price", "lacks them");
    } finally {
      logger.detachAppender(log);
    }
  }

  private static List<String> leftOut(ListAppender<ILoggingEvent> log) {
    return log.list.stream()
        .filter(event -> event.getLevel() == Level.WARN)
        .map(ILoggingEvent::getFormattedMessage)
        .filter(message -> message.contains("left out"))
        .toList();
  }

  private void store(double... furtherPrices) {
    long time = NewYork.epochNanos(DATE, LocalTime.of(10, 0));
    OptionContract contract = OptionContract.parse("SPXW210104C03700000");
    try (Lake lake = new Lake(folder.resolve("data"), LakeOptions.defaults());
        DayWriter day = lake.write(DATE)) {
      day.trade(new Trade(contract, time, time, -1, 1, 5, 1, 302, Conditions.of(209), 0));
      for (double price : furtherPrices) {
        day.trade(new Trade(contract, time, time, -1, 2, price, 1, 302, Conditions.of(209), 0));
      }
      day.commit(Completeness.SESSION);
    }
  }

  private void zip(String name, String entry, String text) throws IOException {
    Path file = folder.resolve("Data/indexoption/usa/minute/spxw").resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream stream = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text.getBytes(StandardCharsets.US_ASCII));
      zip.closeEntry();
    }
  }

  private int run(String... arguments) {
    StringWriter outText = new StringWriter();
    StringWriter errText = new StringWriter();
    CommandLine commandLine = Spyglass.commandLine(folder, Map.of());
    commandLine.setOut(new PrintWriter(outText, true));
    commandLine.setErr(new PrintWriter(errText, true));
    int status = commandLine.execute(arguments);
    out = outText.toString();
    err = errText.toString();
    return status;
  }
}
