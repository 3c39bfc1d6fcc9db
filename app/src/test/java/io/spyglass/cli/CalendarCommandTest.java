package io.spyglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.Overrides;
import io.spyglass.calendar.TradingCalendar;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CalendarCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return run(Spyglass.commandLine(), arguments);
  }

  private int run(CommandLine commandLine, String... arguments) {
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }

  private JsonNode json() {
    return new JsonMapper().readTree(out.toString());
  }

  @Test
  void aRowADayIsPrintedWeekendsIncluded() {
    assertThat(run("calendar", "--from", "2025-12-24", "--to", "2025-12-27")).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            date        kind         open   close  spx_close
            2025-12-24  early_close  09:30  13:00  13:15
            2025-12-25  closed       -      -      -
            2025-12-26  open         09:30  16:00  16:15
            2025-12-27  closed       -      -      -
            """);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void jsonIsOneArrayWithNullsOnClosedDays() {
    assertThat(run("calendar", "--from", "2025-12-24", "--to", "2025-12-25", "--json")).isZero();
    assertThat(json())
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    [{"date": "2025-12-24", "kind": "early_close", "open": "09:30",
                      "close": "13:00", "spx_close": "13:15"},
                     {"date": "2025-12-25", "kind": "closed", "open": null,
                      "close": null, "spx_close": null}]
                    """));
  }

  @Test
  void aLateOpenIsOpenAtTheTimeOfTheExchange() {
    assertThat(run("calendar", "--from", "2002-09-11", "--to", "2002-09-11", "--json")).isZero();
    assertThat(out.toString())
        .contains(
            "\"kind\":\"open\",\"open\":\"12:00\",\"close\":\"16:00\",\"spx_close\":\"16:15\"");
  }

  @Test
  void thirtyOneYearsHoldThePublishedTotals() {
    assertThat(run("calendar", "--from", "2000-01-01", "--to", "2030-12-31")).isZero();
    assertThat(out.toString().lines().filter(row -> row.contains("early_close"))).hasSize(70);
    assertThat(out.toString().lines().filter(row -> row.contains("closed")).filter(this::isWeekday))
        .hasSize(293);
  }

  private boolean isWeekday(String row) {
    return LocalDate.parse(row.substring(0, 10)).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  @Test
  void withoutDatesItIsThisMonth() {
    assertThat(run(commandOn(LocalDate.of(2024, 2, 14)))).isZero();
    assertThat(out.toString().lines()).hasSize(1 + 29);
    assertThat(out.toString()).contains("2024-02-01", "2024-02-29");
  }

  @ParameterizedTest
  @CsvSource({"--from, 2025-12-24, 8", "--to, 2025-12-24, 24"})
  void aMissingEndIsThatOfTheMonth(String option, String date, int days) {
    assertThat(run("calendar", option, date)).isZero();
    assertThat(out.toString().lines()).hasSize(1 + days);
  }

  private static CommandLine commandOn(LocalDate today) {
    TradingCalendar own =
        TradingCalendar.standard().with(Overrides.parse("own", "2024-02-14,closed"));
    return new CommandLine(new CalendarCommand(() -> own, () -> today));
  }

  @Test
  void overridesReachTheRows() {
    assertThat(run(commandOn(LocalDate.of(2024, 2, 14)))).isZero();
    assertThat(out.toString()).contains("2024-02-14  closed");
  }

  @Test
  void anExpiryIsPrintedWithItsOffset() {
    assertThat(run("calendar", "expiry", "O:SPX251219C06000000")).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            symbol              last_trading_instant       settlement  expiry_instant
            SPX251219C06000000  2025-12-18T16:15:00-05:00  AM          2025-12-19T09:30:00-05:00
            """);
  }

  @Test
  void anExpiryAsJsonIsOneObject() {
    assertThat(run("calendar", "expiry", "SPXW  250703P06200000", "--json")).isZero();
    assertThat(out.toString().strip())
        .isEqualTo(
            "{\"symbol\":\"SPXW250703P06200000\","
                + "\"last_trading_instant\":\"2025-07-03T13:00:00-04:00\",\"settlement\":\"PM\","
                + "\"expiry_instant\":\"2025-07-03T13:00:00-04:00\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          calendar --from 2025-13-01                 | '2025-13-01' is no date: expected YYYY-MM-DD
          calendar --from 2025-02-01 --to 2025-01-01 | --from 2025-02-01 is after --to 2025-01-01
          calendar --from 1999-12-31 --to 2000-01-31 | 1999-12-31 is outside the calendar
          calendar --to 2100-01-01                   | 2100-01-01 is outside the calendar
          calendar expiry                            | SYMBOL
          calendar expiry SPX                        | 'SPX' is no option symbol (it has 3 characters)
          calendar expiry spxw251219C06000000        | option root 'spxw' wants
          """)
  void badArgumentsAreUsageErrorsThatSayWhatIsExpected(String line, String what) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE.status());
    assertThat(err.toString()).contains(what);
    assertThat(out.toString()).isEmpty();
  }
}
