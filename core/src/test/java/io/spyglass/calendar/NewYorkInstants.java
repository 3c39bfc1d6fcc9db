package io.spyglass.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Instants as java.time alone computes them, for expectations.
final class NewYorkInstants {
  static final ZoneId ZONE = ZoneId.of("America/New_York");

  private NewYorkInstants() {}

  /// The epoch nanoseconds of a New York date and time such as `2025-12-19T16:00`.
  static long nanos(String newYork) {
    ZonedDateTime at = LocalDateTime.parse(newYork).atZone(ZONE);
    return at.toEpochSecond() * 1_000_000_000L + at.getNano();
  }

  /// The epoch nanoseconds of an instant such as `2025-12-19T21:00:00Z`.
  static long utc(String instant) {
    Instant at = Instant.parse(instant);
    return at.getEpochSecond() * 1_000_000_000L + at.getNano();
  }

  static Span span(String from, String to) {
    return new Span(nanos(from), nanos(to));
  }
}
