package io.spyglass.vendor.polygon;

import java.time.Duration;

/// How long a bar is.
///
/// @param count 1 or more
/// @param unit of which there are `count`
public record BarLength(int count, Unit unit) {
  /// A second, for plans that have it.
  public static final BarLength SECOND = new BarLength(1, Unit.SECOND);

  /// A minute.
  public static final BarLength MINUTE = new BarLength(1, Unit.MINUTE);

  /// A day of New York.
  public static final BarLength DAY = new BarLength(1, Unit.DAY);

  /// The vendor's time spans of fixed length.
  public enum Unit {
    SECOND("second", Duration.ofSeconds(1)),
    MINUTE("minute", Duration.ofMinutes(1)),
    HOUR("hour", Duration.ofHours(1)),
    DAY("day", Duration.ofDays(1)),
    WEEK("week", Duration.ofDays(7));

    private final String word;
    private final Duration length;

    Unit(String word, Duration length) {
      this.word = word;
      this.length = length;
    }
  }

  public BarLength {
    if (count < 1) {
      throw new IllegalArgumentException("a bar of " + count + " " + unit.word + "s");
    }
  }

  /// The length in seconds; a day has 24 hours here.
  public int seconds() {
    return Math.toIntExact(count * unit.length.toSeconds());
  }

  /// The length in a path.
  String path() {
    return count + "/" + unit.word;
  }
}
