package io.spyglass.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.config.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "postgresql://me:hunter2@db:5432/x | postgresql://****@db:5432/x",
        "GET https://a.example/v3?apiKey=abc123&limit=5 | GET"
            + " https://a.example/v3?apiKey=****&limit=5",
        "{'apiKey=abc123'} | {'apiKey=****'}",
        "apiKey=abc123 | apiKey=****",
        "next_token=abc123 | next_token=abc123",
        "?cursor=x&api_key=abc123 | ?cursor=x&api_key=****",
        "Authorization: Bearer abcdefghijkl | Authorization: Bearer ****",
        "https://api.telegram.org/bot12345:AAH-x_y/sendMessage |"
            + " https://api.telegram.org/bot****/sendMessage",
        "the basic plan, 5 tokens | the basic plan, 5 tokens",
        "https://a.example/path?ticker=SPY | https://a.example/path?ticker=SPY"
      })
  void secretsAreTakenOutByWhereTheyStand(String text, String clean) {
    assertThat(Redaction.byPlace().apply(text)).isEqualTo(clean);
  }

  @Test
  void knownSecretsAreTakenOutWhereverTheyStandEncodedToo() {
    Redaction redaction = Redaction.of(Map.of("p@ss/word1", "****ord1"));

    assertThat(redaction.apply("sent p@ss/word1 as p%40ss%2Fword1"))
        .isEqualTo("sent ****ord1 as ****ord1");
  }

  @Test
  void theLongerOfTwoSecretsIsTakenOutFirst() {
    Redaction redaction = Redaction.of(Map.of("abcd", "<short>", "abcdefgh", "<long>"));

    assertThat(redaction.apply("abcdefgh abcd")).isEqualTo("<long> <short>");
  }

  @Test
  void aTextIsCutBehindItsSecrets() {
    Redaction redaction = Redaction.of(new Secret("a-long-secret-key-1234"));

    assertThat(redaction.apply("it is a-long-secret-key-1234", 40)).isEqualTo("it is ****1234");
    assertThat(redaction.apply("it is a-long-secret-key-1234", 10)).isEqualTo("it is ***…");
    assertThat(redaction.apply("it is a-long-secret-key-1234", 14)).isEqualTo("it is ****1234");
  }

  @Test
  void aSecretOfThreeCharactersWouldOnlySpoilTheText() {
    assertThat(Redaction.of(Map.of("a", "****")).apply("a cat")).isEqualTo("a cat");
  }
}
