package io.spyglass.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path parent;
  private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> flags = new HashMap<>();

  @BeforeEach
  void makeTheWorkingDirectory() throws IOException {
    folder = Files.createDirectories(parent.resolve("project"));
  }

  @Test
  void withNothingGivenEverythingRunsOnDefaults() {
    Settings settings = settings();

    assertThat(settings.server().host()).isEqualTo("127.0.0.1");
    assertThat(settings.server().port()).isEqualTo(8000);
    assertThat(settings.server().displayZone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(settings.server().corsOrigins()).containsExactly("http://localhost:5173");
    assertThat(settings.flow().strikesEachSide()).isEmpty();
    assertThat(settings.flow().recentreEvery()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.flow().recentreMove())
        .containsExactlyInAnyOrderEntriesOf(Map.of("SPY", 0.5, "SPX", 5.0));
    assertThat(settings.flow().quoteMaxAge()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.flow().minuteQuoteMaxAge()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.lake().root()).isEqualTo(folder.resolve("data"));
    assertThat(settings.ledger().database())
        .isEqualTo(new DatabaseUrl.Sqlite(folder.resolve("data/spyglass.db")));
    assertThat(settings.vendors().polygon().apiKey()).isEmpty();
    assertThat(settings.replay().speed()).isEmpty();
    assertThat(settings.strategy().entryTimes())
        .containsExactly(LocalTime.of(10, 0), LocalTime.of(11, 0), LocalTime.of(12, 0));
    assertThat(settings.usualRetry().retries(503)).isTrue();
    assertThat(settings.usualRetry().retries(429)).isTrue();
    assertThat(settings.usualRetry().retries(404)).isFalse();
  }

  @Test
  void aFlagStandsAboveTheEnvironmentAboveDotenvAboveYamlAboveTheDefault() throws IOException {
    assertThat(origin("flow.underlying")).isEqualTo("SPY from default");
    yaml("settings.yaml", "flow:\n  underlying: QQQ\n");
    assertThat(origin("flow.underlying")).isEqualTo("QQQ from config/settings.yaml:2");
    write(".env", "\nFLOW_UNDERLYING=IWM\n");
    assertThat(origin("flow.underlying")).isEqualTo("IWM from .env:2");
    environment.put("FLOW_UNDERLYING", "SPX");
    assertThat(origin("flow.underlying")).isEqualTo("SPX from environment");
    flags.put("FLOW_UNDERLYING", "XSP");
    assertThat(origin("flow.underlying")).isEqualTo("XSP from flag");
  }

  @Test
  void dotenvIsReadFromTheParentWhereTheWorkingDirectoryHasNone() throws IOException {
    Files.writeString(parent.resolve(".env"), "PORT=9000\n");
    assertThat(origin("PORT")).isEqualTo("9000 from ../.env:1");
    write(".env", "HOST=0.0.0.0\n");
    assertThat(origin("PORT")).isEqualTo("8000 from default");
  }

  @Test
  void yamlTextsTakeVariablesAndTheirDefaults() throws IOException {
    environment.put("TEAM_KEY", "abcdefgh12345678");
    yaml(
        "sources.yaml",
        """
        polygon:
          api_key: ${TEAM_KEY}
          base_url: ${PROXY:-http://localhost:8101}/polygon
        tickers: [SPY, "${EXTRA:-QQQ}"]
        """);
    VendorSettings vendors = settings().vendors();

    assertThat(vendors.polygon().apiKey().map(Secret::reveal)).contains("abcdefgh12345678");
    assertThat(vendors.polygon().restUrl()).hasToString("http://localhost:8101/polygon");
    assertThat(vendors.tickers()).containsExactly("SPY", "QQQ");
  }

  @Test
  void anUnsetReferenceIsAnErrorThatNamesFileLineAndKey() throws IOException {
    yaml("sources.yaml", "tickers: [SPY]\npolygon:\n  api_key: ${POLYGON_API_KEY}\n");

    assertThat(problems())
        .containsExactly(
            "config/sources.yaml:3: polygon.api_key: ${POLYGON_API_KEY} is unset; set"
                + " POLYGON_API_KEY or write ${POLYGON_API_KEY:-default}");
  }

  @Test
  void aPlaceholderDoesNotSatisfyAReference() throws IOException {
    write(".env", "POLYGON_API_KEY=your_polygon_api_key_here\n");
    yaml("sources.yaml", "polygon:\n  api_key: ${POLYGON_API_KEY}\n");

    assertThat(problems()).singleElement().asString().contains("${POLYGON_API_KEY} is unset");
  }

  @Test
  void aMalformedReferenceIsAnError() throws IOException {
    yaml("sources.yaml", "polygon:\n  api_key: ${POLYGON-API-KEY}\n");

    assertThat(problems())
        .containsExactly(
            "config/sources.yaml:2: polygon.api_key: expected ${NAME} or ${NAME:-default}");
  }

  @Test
  void anUnknownKeyIsAnErrorWithTheNearestOne() throws IOException {
    yaml("settings.yaml", "flow:\n  strikes_each_sid: 5\n");

    assertThat(problems())
        .containsExactly(
            "config/settings.yaml:2: unknown key 'flow.strikes_each_sid';"
                + " did you mean 'strikes_each_side'?");
  }

  @Test
  void anUnknownKeyThatBelongsElsewhereSaysWhere() throws IOException {
    yaml("settings.yaml", "strikes_each_side: 5\nlake:\n  root: x\n");

    assertThat(problems())
        .containsExactly(
            "config/settings.yaml:1: unknown key 'strikes_each_side';"
                + " did you mean 'flow.strikes_each_side'?",
            "config/settings.yaml:2: unknown key 'lake'; did you mean 'lake.root' in sinks.yaml?");
  }

  @Test
  void aBadValueNamesFileLineKeyAndTheExpectedForm() throws IOException {
    yaml("settings.yaml", "flow:\n  strikes_each_side: three\n  quote_max_age: [5]\n");

    assertThat(problems())
        .containsExactly(
            "config/settings.yaml:2: flow.strikes_each_side: expected an integer from 0 to 500,"
                + " found 'three'",
            "config/settings.yaml:3: flow.quote_max_age: expected a duration such as 5s, 2m or 1h,"
                + " found a list");
  }

  @Test
  void aBadVariableNamesItAndWhereItIsSet() throws IOException {
    environment.put("PORT", "80000");
    write(".env", "# ours\nREPLAY_DATE=4 January\n");

    assertThat(problems())
        .containsExactly(
            "environment: PORT: expected an integer from 0 to 65535, found '80000'",
            ".env:2: REPLAY_DATE: expected a date such as 2021-01-04, found '4 January'");
  }

  @Test
  void aBadSecretIsNotPrinted() {
    environment.put("DATABASE_URL", "mysql://root:hunter2hunter2@db/spyglass");

    assertThat(problems())
        .containsExactly(
            "environment: DATABASE_URL: expected postgresql://user:password@host:5432/database or"
                + " sqlite:PATH");
  }

  @Test
  void aBadYamlValueIsAnErrorEvenUnderAVariable() throws IOException {
    environment.put("FLOW_UNDERLYING", "SPX");
    yaml("settings.yaml", "flow:\n  underlying: s p y\n");

    assertThat(problems()).singleElement().asString().contains("flow.underlying: expected a root");
  }

  @Test
  void loadingStopsAtTheFirstProblemAndCountsTheOthers() {
    environment.put("PORT", "x");
    environment.put("TZ", "Mars/Olympus");

    assertThatThrownBy(this::settings)
        .isInstanceOf(BadConfiguration.class)
        .hasMessage(
            "environment: PORT: expected an integer from 0 to 65535, found 'x'"
                + " (and 1 more: spyglass config validate)");
  }

  @Test
  void valuesThatContradictEachOtherAreAnError() throws IOException {
    environment.put("POLL_DTE_MIN", "50");
    yaml("sinks.yaml", "s3:\n  mode: s3-only\n");
    yaml("retry_policy.yaml", "retry:\n  polygon:\n    initial_wait_seconds: 90\n");
    yaml("settings.yaml", "streaming:\n  reconnect_first_wait: 61s\n");

    assertThat(problems())
        .containsExactlyInAnyOrder(
            "config/settings.yaml:2: streaming.reconnect_first_wait: expected at most"
                + " streaming.reconnect_longest_wait",
            "environment: POLL_DTE_MIN: expected at most POLL_DTE_MAX, which is 45",
            "config/sinks.yaml:2: s3.mode: s3-only needs a bucket: set S3_BUCKET",
            "config/retry_policy.yaml:3: retry.polygon.initial_wait_seconds: expected at most"
                + " retry.polygon.max_wait_seconds");
  }

  @Test
  void aStreamIsAsPatientAsItIsTold() throws IOException {
    assertThat(settings().streaming()).isEqualTo(StreamingSettings.standard());

    yaml("settings.yaml", "streaming:\n  silence_timeout: 2m\n  history_settle: 500ms\n");
    StreamingSettings streaming = settings().streaming();

    assertThat(streaming.silence()).isEqualTo(Duration.ofMinutes(2));
    assertThat(streaming.settle()).isEqualTo(Duration.ofMillis(500));
    assertThat(streaming.answer()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aStreamNeitherAsksWithoutPauseNorWaitsForEver() throws IOException {
    yaml("settings.yaml", "streaming:\n  ping_interval: 0\n  cool_down: 25h\n");

    assertThat(problems())
        .containsExactlyInAnyOrder(
            "config/settings.yaml:2: streaming.ping_interval: expected a duration from 100ms to"
                + " 24h, such as 15s or 2m, found '0'",
            "config/settings.yaml:3: streaming.cool_down: expected a duration from 100ms to 24h,"
                + " such as 15s or 2m, found '25h'");
  }

  @Test
  void blanksAndPlaceholdersCountAsUnset() throws IOException {
    environment.put("PORT", " ");
    environment.put("POLYGON_API_KEY", "your_polygon_api_key_here");
    environment.put("TRADIER_ACCESS_TOKEN", "<token>");
    environment.put("ADMIN_API_KEY", "changeme");
    write(".env", "POLYGON_API_KEY=fromdotenv\n");
    Settings settings = settings();

    assertThat(settings.server().port()).isEqualTo(8000);
    assertThat(settings.server().adminApiKey()).isEmpty();
    assertThat(settings.vendors().tradier().accessToken()).isEmpty();
    assertThat(settings.vendors().polygon().apiKey().map(Secret::reveal)).contains("fromdotenv");
  }

  @Test
  void anEmptySectionAndAnEmptyValueSetNothing() throws IOException {
    yaml("settings.yaml", "flow:\nstrategy:\n  width:\n");
    yaml("sources.yaml", "# nothing yet\n");

    assertThat(settings().strategy().width()).isEmpty();
  }

  @Test
  void aMappingKeepsTheDefaultsOfTheNamesThatItDoesNotGive() throws IOException {
    yaml("settings.yaml", "flow:\n  recentre_move:\n    SPX: 10\n    QQQ: 0.25\n");

    assertThat(settings().flow().recentreMove())
        .containsExactlyInAnyOrderEntriesOf(Map.of("SPY", 0.5, "SPX", 10.0, "QQQ", 0.25));
  }

  @Test
  void aSecretMayStandInAFileOfItsOwn() throws IOException {
    Files.writeString(parent.resolve("polygon.txt"), "  secret-of-a-file\n");
    environment.put("POLYGON_API_KEY_FILE", "../polygon.txt");

    assertThat(origin("polygon.api_key"))
        .isEqualTo("****file from POLYGON_API_KEY_FILE (environment)");
  }

  @Test
  void aSecretItselfStandsAboveItsFile() throws IOException {
    Files.writeString(folder.resolve("key"), "of-the-file-twin");
    write(".env", "POLYGON_API_KEY_FILE=key\nPOLYGON_API_KEY=of-the-variable\n");

    assertThat(settings().vendors().polygon().apiKey().map(Secret::reveal))
        .contains("of-the-variable");
  }

  @Test
  void theDatabaseUrlHasAFileTwinToo() throws IOException {
    write("url", "postgresql+asyncpg://u:longpassword@db/spyglass\n");
    environment.put("DATABASE_URL_FILE", "url");

    assertThat(settings().ledger().database()).isInstanceOf(DatabaseUrl.Postgres.class);
  }

  @Test
  void anUnreadableSecretFileIsAnError() {
    environment.put("POLYGON_API_KEY_FILE", "absent");

    assertThat(problems())
        .containsExactly(
            "POLYGON_API_KEY_FILE (environment): the file absent cannot be read: no such file");
  }

  @Test
  void aVariableThatIsNoSecretHasNoFileTwin() {
    environment.put("PORT_FILE", "absent");

    assertThat(settings().server().port()).isEqualTo(8000);
  }

  @Test
  void theSqlitePathHoldsOnlyWhereTheDatabaseUrlIsUnset() {
    environment.put("SPX_DB_PATH", "old/spx.db");
    assertThat(settings().ledger().database())
        .isEqualTo(new DatabaseUrl.Sqlite(folder.resolve("old/spx.db")));
    environment.put("DATABASE_URL", "sqlite:new.db");
    assertThat(settings().ledger().database())
        .isEqualTo(new DatabaseUrl.Sqlite(folder.resolve("new.db")));
  }

  @Test
  void aNearMissOfAVariableWarnsAndUnknownOnesAreIgnored() throws IOException {
    environment.put("POLYGON_APIKEY", "abc");
    environment.put("HOME", "/root");
    environment.put("S3_REGIONS_OF_OTHERS", "x");
    environment.put("POLYGON_API_KEY_FILE", "");
    write(".env", "telegram_bot_token=abc\n");

    assertThat(inspect().problems()).isEmpty();
    assertThat(inspect().warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "POLYGON_APIKEY: is ignored; did you mean POLYGON_API_KEY?",
            "telegram_bot_token: is ignored; did you mean TELEGRAM_BOT_TOKEN?");
  }

  @Test
  void aNearMissOfAFileNameWarns() throws IOException {
    yaml("settings.yml", "flow:\n");
    yaml("README.md", "#\n");

    assertThat(inspect().warnings())
        .extracting(Problem::toString)
        .containsExactly("config/settings.yml: is ignored; did you mean settings.yaml?");
  }

  @Test
  void aConfigurationFolderThatIsAskedForHasToExist() {
    Sources sources = new Sources(Optional.of(Path.of("elsewhere")), folder, environment, Map.of());

    assertThat(Settings.inspect(sources).problems())
        .extracting(Problem::toString)
        .containsExactly("--config-dir: no such folder: elsewhere");
  }

  @Test
  void aSectionHoldsKeysAndTheFolderIsAFolder() throws IOException {
    yaml("settings.yaml", "flow: 3\n");
    assertThat(problems())
        .containsExactly("config/settings.yaml:1: flow: expected keys and values below it");
    Files.delete(folder.resolve("config/settings.yaml"));
    Files.delete(folder.resolve("config"));
    write("config", "");
    assertThat(problems()).containsExactly("config: expected a folder");
  }

  @Test
  void everySecretThatIsSetIsKnownForRedaction() {
    environment.put("POLYGON_API_KEY", "key-of-polygon");
    environment.put("DATABASE_URL", "postgresql://u:pass-of-postgres@db/spyglass");

    assertThat(settings().secrets())
        .extracting(Secret::reveal)
        .containsExactlyInAnyOrder("key-of-polygon", "pass-of-postgres");
  }

  @Test
  void whatIsShownHasNoSecretInIt() {
    environment.put("WEBHOOK_URL", "https://hooks.example.com/T00/B00/abcdwxyz");
    environment.put("DATABASE_URL", "postgresql://u:pass-of-postgres@db/spyglass?sslmode=require");
    environment.put("POLYGON_BASE_URL", "http://me:proxypassword@proxy:3128/");

    assertThat(settings().shown().toString())
        .contains("****wxyz", "postgresql://u:****@db:5432/spyglass", "http://****@proxy:3128")
        .doesNotContain("hooks.example.com", "pass-of-postgres", "proxypassword");
  }

  private String origin(String name) {
    return settings().shown().stream()
        .filter(shown -> shown.name().equals(name))
        .map(shown -> shown.value() + " from " + shown.origin())
        .findFirst()
        .orElseThrow();
  }

  private Settings settings() {
    return inspect().orThrow();
  }

  private List<String> problems() {
    return inspect().problems().stream().map(Problem::toString).toList();
  }

  private Settings.Inspection inspect() {
    return Settings.inspect(new Sources(Optional.empty(), folder, environment, flags));
  }

  private void yaml(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    write("config/" + name, text);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
