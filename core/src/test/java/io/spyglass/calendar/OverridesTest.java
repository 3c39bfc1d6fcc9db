package io.spyglass.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

  @Test
  void aTextNamesClosedDaysAndHours() {
    Overrides overrides =
        Overrides.parse(
            "calendar.csv",
            """
            # mourning
            2027-03-01,closed   # a remark

              2027-03-02 , 12:00 , 16:00
            """);
    assertThat(overrides.schedule(LocalDate.of(2027, 3, 1))).isEqualTo(Schedule.CLOSED);
    assertThat(overrides.schedule(LocalDate.of(2027, 3, 2)))
        .isEqualTo(new Schedule(LocalTime.NOON, LocalTime.of(16, 0)));
    assertThat(overrides.schedule(LocalDate.of(2027, 3, 3))).isNull();
  }

  @Test
  void whatIsPrintedParsesToTheSame() {
    String printed = Overrides.SHIPPED.toString();
    assertThat(Overrides.parse("again", printed)).hasToString(printed);
    assertThat(printed.lines()).hasSize(19).contains("2012-10-29,closed", "2005-06-01,09:30,15:56");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          2027-13-01,closed        | could not be parsed
          01/03/2027,closed        | could not be parsed
          2027-03-01               | it has 1 fields
          2027-03-01,shut          | it has 2 fields
          2027-03-01,9:30,16:00    | '9:30' is no time of day
          2027-03-01,09:30,25:00   | could not be parsed
          2027-03-01,16:00,09:30   | it opens at 16:00 and closes at 09:30
          2027-03-01,09:00,16:00   | hours from 09:00 to 16:00 are not within 09:30 to 16:00
          2027-03-01,09:30,16:30   | hours from 09:30 to 16:30 are not within 09:30 to 16:00
          2027-02-26,closed        | the date stands on an earlier line too
          """)
  void aBadLineIsNamedWithItsPlaceAndTheExpectedForm(String line, String what) {
    String text = "# closures\n2027-02-26,closed\n" + line + "\n";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Overrides.parse("config/calendar.csv", text))
        .withMessageStartingWith("config/calendar.csv:3: '" + line + "': ")
        .withMessageContaining(what)
        .withMessageEndingWith(
            "expected 'YYYY-MM-DD,closed' or 'YYYY-MM-DD,HH:MM,HH:MM', as in"
                + " 2002-09-11,12:00,16:00");
  }
}
