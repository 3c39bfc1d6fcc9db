package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.Settings;
import io.spyglass.config.Sources;
import io.spyglass.lake.Completeness;
import io.spyglass.lake.DayWriter;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Conditions;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Instant MORNING = Instant.parse("2026-11-20T14:30:00Z");

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void takeAnyFreePort() {
    environment.put("PORT", "0");
  }

  @Test
  void aFreshFolderIsUsable() {
    assertThat(examine(MORNING))
        .noneMatch(check -> check.verdict() == Check.Verdict.BAD)
        .extracting(Check::name)
        .containsExactly(
            "java",
            "configuration",
            "data folder",
            "port",
            "polygon",
            "tradier",
            "databento",
            "cache",
            "captured days",
            "retention",
            "clock");
  }

  @Test
  void whatIsGoingToBeDeletedIsSaid() throws IOException {
    assertThat(check("retention").finding()).isEqualTo("nothing is to be deleted");
    Path journals = folder.resolve("data/journal");
    Files.createDirectories(journals.resolve("2026-10-01"));
    Files.createDirectories(journals.resolve("2026-11-19"));
    assertThat(check("retention").verdict()).isEqualTo(Check.Verdict.NOTE);
    assertThat(check("retention").finding())
        .contains("1 to be deleted", "journal/2026-10-01, 0 MB: older than 30 days", "sinks.yaml");
  }

  @Test
  void aCapturedDayWhoseTradesAreNotAllCachedIsNamed() throws IOException {
    assertThat(check("captured days").finding()).isEqualTo("none yet");
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("journal/2026-11-18"));
    Files.createDirectories(data.resolve("journal/2026-11-19"));
    Files.createDirectories(data.resolve("journal/2026-11-20"));
    store(data, LocalDate.of(2026, 11, 18), Completeness.PRINTS);
    store(data, LocalDate.of(2026, 11, 19), Completeness.PARTIAL);
    assertThat(check("captured days").finding())
        .isEqualTo(
            "the cache lacks trades of 2026-11-19: backfill-trades --date 2026-11-19 fetches what"
                + " is missing");
    store(data, LocalDate.of(2026, 11, 19), Completeness.SESSION);
    assertThat(check("captured days").finding())
        .isEqualTo("the cache has every trade of the last 2");
  }

  private static void store(Path data, LocalDate date, Completeness completeness) {
    OptionContract call = OptionContract.of("SPXW", date, Right.CALL, 6600);
    long at = TradingCalendar.standard().day(date).regular().fromNanos();
    try (Lake lake = new Lake(data, LakeOptions.defaults());
        DayWriter writer = lake.write(date)) {
      writer.trade(new Trade(call, at, at, -1, 1, 10, 2, 302, Conditions.NONE, 0));
      writer.commit(completeness);
    }
  }

  @Test
  void badSettingsAreListedOneByOneAndTheRestIsStillExamined() {
    environment.put("PORT", "x");
    environment.put("REPLAY_SPEED", "0");

    List<Check> checks = examine(MORNING);
    assertThat(checks)
        .filteredOn(check -> check.verdict() == Check.Verdict.BAD)
        .hasSize(2)
        .allMatch(check -> check.name().equals("configuration"));
    assertThat(checks).extracting(Check::name).contains("java", "clock");
  }

  @Test
  void aPortInUseIsToBeFixed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment.put("PORT", Integer.toString(other.getLocalPort()));

      assertThat(check("port").verdict()).isEqualTo(Check.Verdict.BAD);
      assertThat(check("port").finding())
          .contains("127.0.0.1:" + other.getLocalPort(), "set HOST and PORT");
    }
  }

  @Test
  void aDataFolderThatIsAFileIsToBeFixed() throws IOException {
    Files.writeString(folder.resolve("data"), "");

    assertThat(check("data folder").verdict()).isEqualTo(Check.Verdict.BAD);
    assertThat(check("data folder").finding()).contains("is not a folder");
  }

  @Test
  void aDataFolderThatThisUserCannotWriteIsToBeFixed() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    assertThat(data.toFile().setWritable(false)).isTrue();
    boolean writableAllTheSame = Files.isWritable(data);

    assertThat(check("data folder").verdict())
        .isEqualTo(writableAllTheSame ? Check.Verdict.GOOD : Check.Verdict.BAD);
  }

  @Test
  void aKeyIsShownByItsEnd() {
    environment.put("POLYGON_API_KEY", "abcdefgh12345678");
    environment.put("POLYGON_BASE_URL", "http://127.0.0.1:1");
    environment.put("TRADIER_ACCESS_TOKEN", "abcdefgh87654321");

    assertThat(check("polygon")).isEqualTo(Check.good("polygon", "POLYGON_API_KEY is ****5678"));
    assertThat(check("polygon host").verdict()).isEqualTo(Check.Verdict.BAD);
    assertThat(check("polygon host").finding())
        .contains("http://127.0.0.1:1")
        .doesNotContain("abc");
    assertThat(check("tradier").finding()).contains("****4321", "not checked");
    assertThat(check("databento"))
        .isEqualTo(Check.note("databento", "not checked (no key): set DATABENTO_API_KEY"));
  }

  @Test
  void whatTheCacheHoldsIsCountedInDays() throws IOException {
    Files.createDirectories(folder.resolve("data/historical/trades/2021-01-04"));
    Files.createDirectories(folder.resolve("data/raw/spy"));
    Files.writeString(folder.resolve("data/raw/spy/2021-01-04.parquet"), "");
    Files.writeString(folder.resolve("data/raw/spy/2021-01-05.parquet"), "");

    assertThat(check("cache").finding()).startsWith("1 days of trades, 2 files of bars and quotes");
  }

  @Test
  void aClockBehindThisVersionIsToBeFixed() {
    assertThat(new Doctor(at(Instant.EPOCH)).clock().verdict()).isEqualTo(Check.Verdict.BAD);
    assertThat(new Doctor(at(MORNING)).clock().finding()).startsWith("2026-11-20 09:30:00 EST");
  }

  @Test
  void anOldJavaIsToBeFixed() {
    assertThat(Doctor.java(Runtime.Version.parse("17.0.9")))
        .isEqualTo(Check.bad("java", "17.0.9 is too old: install a JDK 25 or newer"));
  }

  private Check check(String name) {
    return examine(MORNING).stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<Check> examine(Instant now) {
    Sources sources = new Sources(Optional.empty(), folder, environment, Map.of());
    return new Doctor(at(now)).examine(Settings.inspect(sources));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
