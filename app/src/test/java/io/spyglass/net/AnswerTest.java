package io.spyglass.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  private static final String NOON = "Sat, 21 Nov 2026 12:00:00 GMT";

  /// What an answer asks for that was sent at a date, or without one.
  private static Duration asked(String date, String after) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Retry-After", List.of(after));
    if (!date.isEmpty()) {
      headers.put("Date", List.of(date));
    }
    return new Answer(429, HttpHeaders.of(headers, (_, _) -> true), new byte[0]).retryAfter();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "17, 17000", "0.05, 50", "299, 299000", "' 3 ', 3000"})
  void secondsAreSeconds(String after, long millis) {
    assertThat(asked(NOON, after)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {NOON, "Wed, 01 Jan 1975 12:00:00 GMT", "Sun, 01 Jan 2175 12:00:00 GMT"})
  void aDateIsHeldAgainstTheVendorsClockWhateverOursSays(String now) {
    assertThat(asked(now, now.replace("12:00:00", "12:00:07"))).isEqualTo(Duration.ofSeconds(7));
    assertThat(asked(now, now.replace("12:00:00", "11:59:59"))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3600",
        "99999999999999999999",
        "1e300",
        "Sat, 21 Nov 2026 23:00:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT"
      })
  void nobodyWaitsForHours(String after) {
    assertThat(asked(NOON, after)).isEqualTo(RateLimiter.LONGEST_PAUSE);
  }

  @Test
  void anAnswerWithoutADateIsOfNow() {
    for (String date : List.of("", "soon", "0")) {
      assertThat(asked(date, "Fri, 31 Dec 9999 23:59:59 GMT")).isEqualTo(RateLimiter.LONGEST_PAUSE);
      assertThat(asked(date, "Wed, 01 Jan 1975 12:00:00 GMT")).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "soon", "-5", "NaN", "Infinity", "12 minutes", "2026-11-21"})
  void whatCannotBeReadAsksForNothing(String after) {
    assertThat(asked(NOON, after)).isZero();
  }
}
