package io.spyglass.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// A whole answer to a request.
///
/// @param status the HTTP status
/// @param headers by name, whatever its case
/// @param body inflated; not copied, so nobody changes it
@SuppressWarnings("ArrayRecordComponent") // A body is read in place: it may have 64 MiB.
public record Answer(int status, HttpHeaders headers, byte[] body) {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  static Answer of(HttpResponse<byte[]> response, int largest) throws IOException {
    HttpHeaders headers = response.headers();
    String encoding = headers.firstValue("Content-Encoding").orElse("").toLowerCase(Locale.ROOT);
    byte[] body = response.body();
    boolean deflated = encoding.equals("gzip") && body.length > 0;
    return new Answer(response.statusCode(), headers, deflated ? inflated(body, largest) : body);
  }

  private static byte[] inflated(byte[] body, int largest) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] whole = in.readNBytes(largest + 1);
      if (whole.length > largest) {
        throw new IOException("an answer of more than " + largest + " bytes");
      }
      return whole;
    }
  }

  /// The body as text.
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// How long the answer asks to wait, in seconds or as a date, at most a quarter of an hour; zero
  /// where it says nothing that can be read.
  public Duration retryAfter() {
    String value = headers.firstValue("Retry-After").orElse("").strip();
    Duration asked = seconds(value);
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  private static Duration seconds(String value) {
    if (value.isEmpty()) {
      return Duration.ZERO;
    }
    try {
      if (Character.isDigit(value.charAt(0))) {
        return Duration.ofMillis(Math.round(Double.parseDouble(value) * 1000));
      }
      Instant at = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      Duration left = Duration.between(Instant.now(), at);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (NumberFormatException | DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
