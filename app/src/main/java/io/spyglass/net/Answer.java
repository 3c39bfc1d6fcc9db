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
import org.jspecify.annotations.Nullable;

/// A whole answer to a request.
///
/// @param status the HTTP status
/// @param headers by name, whatever its case
/// @param body inflated; not copied, so nobody changes it
@SuppressWarnings("ArrayRecordComponent") // A body is read in place: it may have 64 MiB.
public record Answer(int status, HttpHeaders headers, byte[] body) {
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

  /// How long the answer asks to wait, in seconds or as a date, at most
  /// [RateLimiter#LONGEST_PAUSE]; zero where it says nothing that can be read.
  ///
  /// A date is held against the answer's own, so that a clock of this machine that is wrong or
  /// jumps changes nothing; an answer without a date is taken to be of now.
  public Duration retryAfter() {
    Duration asked = asked();
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    Duration longest = RateLimiter.LONGEST_PAUSE;
    return asked.compareTo(longest) > 0 ? longest : asked;
  }

  private Duration asked() {
    String value = headers.firstValue("Retry-After").orElse("").strip();
    if (!value.isEmpty() && Character.isDigit(value.charAt(0))) {
      return seconds(value);
    }
    Instant until = date("Retry-After");
    if (until == null) {
      return Duration.ZERO;
    }
    Instant sent = date("Date");
    return Duration.between(sent == null ? Instant.now() : sent, until);
  }

  private static Duration seconds(String value) {
    try {
      return Duration.ofMillis(Math.round(Double.parseDouble(value) * 1000));
    } catch (NumberFormatException _) {
      return Duration.ZERO;
    }
  }

  private @Nullable Instant date(String header) {
    try {
      String value = headers.firstValue(header).orElse("").strip();
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
    } catch (DateTimeException _) {
      return null;
    }
  }
}
