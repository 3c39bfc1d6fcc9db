package io.spyglass.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// New York's clock: conversions between its dates and times of day and epoch nanoseconds.
///
/// Daylight saving comes from the JDK's zone rules; the changes from 2000 to 2100 are kept in a
/// sorted array, so that a conversion from an instant is one binary search and makes no object
/// beyond its answer.
public final class NewYork {
  /// The zone, for what displays or schedules by it.
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final long NANOS_PER_DAY = SECONDS_PER_DAY * NANOS_PER_SECOND;

  private static final ZoneRules RULES = ZONE.getRules();
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
  private static final List<ZoneOffsetTransition> CHANGES = changes();

  /// The seconds at which the offset changes, and the offset before the first and behind each.
  private static final long[] CHANGE_SECONDS =
      CHANGES.stream().mapToLong(ZoneOffsetTransition::toEpochSecond).toArray();

  private static final int[] OFFSET_SECONDS = offsets();

  private NewYork() {}

  private static List<ZoneOffsetTransition> changes() {
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition change = RULES.nextTransition(FIRST);
    while (change != null && change.getInstant().isBefore(LAST)) {
      changes.add(change);
      change = RULES.nextTransition(change.getInstant());
    }
    return changes;
  }

  private static int[] offsets() {
    int[] offsets = new int[CHANGES.size() + 1];
    offsets[0] = RULES.getOffset(FIRST).getTotalSeconds();
    for (int i = 0; i < CHANGES.size(); i++) {
      offsets[i + 1] = CHANGES.get(i).getOffsetAfter().getTotalSeconds();
    }
    return offsets;
  }

  /// The instant at which New York's clock shows `time` on `date`. An hour that the clock skips
  /// counts as the one behind it, an hour that it repeats as the first of the two.
  public static long epochNanos(LocalDate date, LocalTime time) {
    ZoneOffset offset = RULES.getOffset(LocalDateTime.of(date, time));
    long seconds = date.toEpochDay() * SECONDS_PER_DAY - offset.getTotalSeconds();
    return seconds * NANOS_PER_SECOND + time.toNanoOfDay();
  }

  /// The stretch of one date between two times of its day.
  static Span span(LocalDate date, LocalTime from, LocalTime to) {
    return new Span(epochNanos(date, from), epochNanos(date, to));
  }

  /// New York's date at an instant.
  public static LocalDate date(long epochNanos) {
    return LocalDate.ofEpochDay(epochDay(epochNanos));
  }

  /// New York's date at an instant, in days since 1970-01-01.
  public static long epochDay(long epochNanos) {
    return Math.floorDiv(localNanos(epochNanos), NANOS_PER_DAY);
  }

  /// New York's time of day at an instant.
  public static LocalTime time(long epochNanos) {
    return LocalTime.ofNanoOfDay(nanoOfDay(epochNanos));
  }

  /// What New York's clock shows at an instant, in nanoseconds since 00:00.
  public static long nanoOfDay(long epochNanos) {
    return Math.floorMod(localNanos(epochNanos), NANOS_PER_DAY);
  }

  /// New York's date, time and offset at an instant, for display.
  public static OffsetDateTime dateTime(long epochNanos) {
    long seconds = Math.floorDiv(epochNanos, NANOS_PER_SECOND);
    long nanos = Math.floorMod(epochNanos, NANOS_PER_SECOND);
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsetSeconds(epochNanos));
    return Instant.ofEpochSecond(seconds, nanos).atOffset(offset);
  }

  /// How far New York's clock is ahead of UTC at an instant: -18,000 in winter, -14,400 in summer.
  public static int offsetSeconds(long epochNanos) {
    long seconds = Math.floorDiv(epochNanos, NANOS_PER_SECOND);
    if (seconds < FIRST.getEpochSecond() || seconds >= LAST.getEpochSecond()) {
      return RULES.getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    }
    int found = Arrays.binarySearch(CHANGE_SECONDS, seconds);
    return OFFSET_SECONDS[found >= 0 ? found + 1 : -found - 1];
  }

  private static long localNanos(long epochNanos) {
    return epochNanos + offsetSeconds(epochNanos) * NANOS_PER_SECOND;
  }
}
