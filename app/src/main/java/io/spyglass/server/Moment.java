package io.spyglass.server;

import io.spyglass.calendar.NewYork;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A moment that somebody asks to see: an instant, or a time of whatever day is shown.
sealed interface Moment {

  /// An instant; times are nanoseconds since the epoch.
  record At(long epochNanos) implements Moment {}

  /// A time of day in New York.
  record Of(LocalTime time) implements Moment {}

  /// Reads an ISO instant, or `HH:MM[:SS]`; null for any other text.
  static @Nullable Moment parse(String text) {
    try {
      if (text.matches("\\d{2}:\\d{2}(:\\d{2})?")) {
        return new Of(LocalTime.parse(text));
      }
      Instant instant = Instant.parse(text);
      return new At(
          Math.addExact(
              Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano()));
    } catch (DateTimeException | ArithmeticException _) {
      return null;
    }
  }

  /// The day that it names, empty for none.
  default Optional<LocalDate> date() {
    return switch (this) {
      case At(long epochNanos) -> Optional.of(NewYork.date(epochNanos));
      case Of _ -> Optional.empty();
    };
  }

  /// When it is on a day.
  default long epochNanos(LocalDate day) {
    return switch (this) {
      case At(long epochNanos) -> epochNanos;
      case Of(LocalTime time) -> NewYork.epochNanos(day, time);
    };
  }
}
