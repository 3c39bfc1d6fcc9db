package io.spyglass.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesTest {
  @ParameterizedTest
  @CsvSource({
    "5, 5000, 5s",
    "5s, 5000, 5s",
    "2 minutes, 120000, 2m",
    "1.5m, 90000, 90s",
    "250ms, 250, 250ms",
    "1 hour, 3600000, 1h",
    "0s, 0, 0s"
  })
  void aDurationIsANumberWithAUnitAndSecondsWithoutOne(String text, long millis, String shown) {
    Duration duration = Types.duration().parser().apply(text);

    assertThat(duration).isEqualTo(Duration.ofMillis(millis));
    assertThat(Types.duration().plain(duration)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5s", "5 weeks", "0.0001ms"})
  void whatIsNoDurationIsRefused(String text) {
    assertThatThrownBy(() -> Types.duration().parser().apply(text))
        .matches(failure -> Types.isBadValue((RuntimeException) failure));
  }

  @Test
  void truthIsSpelledInManyWays() {
    for (String text : List.of("true", "YES", "on", "1")) {
      assertThat(Types.truth().parser().apply(text)).isTrue();
    }
    for (String text : List.of("False", "no", "OFF", "0")) {
      assertThat(Types.truth().parser().apply(text)).isFalse();
    }
  }

  @Test
  void aCronLineGivesTheHourlyPolls() {
    assertThat(Schedule.parse("30 9-16 * * 1-5").times())
        .isEqualTo(IntStream.rangeClosed(9, 16).mapToObj(hour -> LocalTime.of(hour, 30)).toList());
    assertThat(Schedule.parse("0 17 * * 1-5").times()).containsExactly(LocalTime.of(17, 0));
    assertThat(Schedule.parse("*/30 10 * * *").times())
        .containsExactly(LocalTime.of(10, 0), LocalTime.of(10, 30));
  }

  @Test
  void aScheduleMayBeAListOfTimesAndPrintsAsOne() {
    Schedule schedule = Schedule.parse("16:00, 09:30");

    assertThat(schedule).hasToString("09:30,16:00");
    assertThat(Schedule.parse(schedule.toString())).isEqualTo(schedule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hourly",
        "25:00",
        "61 9 * * *",
        "0 9 1 * *",
        "0 9 * * 6",
        "0 9-8 * * *",
        "*/0 9 * * *"
      })
  void whatIsNoScheduleIsRefused(String text) {
    assertThatThrownBy(() -> Schedule.parse(text))
        .matches(failure -> Types.isBadValue((RuntimeException) failure));
  }

  @Test
  void aPostgresUrlIsReadInBothSpellings() {
    DatabaseUrl.Postgres expected =
        new DatabaseUrl.Postgres(
            "db",
            5432,
            "spyglass",
            Optional.of("me"),
            Optional.of(new Secret("p@ss+word")),
            "sslmode=require");

    assertThat(DatabaseUrl.parse("postgresql://me:p%40ss+word@db/spyglass?sslmode=require"))
        .isEqualTo(expected);
    assertThat(
            DatabaseUrl.parse(
                "postgresql+asyncpg://me:p%40ss+word@db:5432/spyglass?sslmode=require"))
        .isEqualTo(expected);
    assertThat(expected).hasToString("postgresql://me:****@db:5432/spyglass");
  }

  @ParameterizedTest
  @CsvSource({
    "sqlite:a/b.db, a/b.db",
    "sqlite:/a/b.db, /a/b.db",
    "sqlite:///a.db, a.db",
    "sqlite:////a/b.db, /a/b.db"
  })
  void aSqliteUrlIsAPath(String url, Path path) {
    assertThat(DatabaseUrl.parse(url)).isEqualTo(new DatabaseUrl.Sqlite(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sqlite:", "spyglass.db", "mysql://a/b", "postgresql://db", "postgresql:///x"})
  void anotherDatabaseIsRefused(String url) {
    assertThatThrownBy(() -> DatabaseUrl.parse(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAddressHasOneOfTheSchemesAndLosesItsFinalSlash() {
    assertThat(Types.url("https").parser().apply("https://a.example/v1/"))
        .hasToString("https://a.example/v1");
    assertThatThrownBy(() -> Types.url("https").parser().apply("http://a.example"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Types.url("https").parser().apply("a.example"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSecretPrintsItsLastFourCharactersOnly() {
    assertThat(new Secret("abcdefghijkl")).hasToString("****ijkl");
    assertThat(new Secret("short123")).hasToString("****");
  }

  @Test
  void theNearestNameIsFoundByEdits() {
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.to("recenter_seconds", Set.of("recentre_seconds", "recentre_move")))
        .contains("recentre_seconds");
    assertThat(Nearest.to("colour", Set.of("port", "host"))).isEmpty();
  }
}
