package io.spyglass.simulator;

import java.time.LocalDate;

/// The kinds of expiry that are listed, with what sets one apart from another.
enum SeriesKind {
  INDEX_DAILY(0, "SPXW", 16, 1.0, 2.2),
  INDEX_WEEKLY(1, "SPXW", 35, 1.5, 2.6),
  INDEX_MONTH_END(2, "SPXW", 110, 1.4, 2.8),
  INDEX_THIRD_FRIDAY(3, "SPXW", 110, 1.0, 2.8),
  INDEX_MORNING(4, "SPX", 756, 3.0, 4.5),
  FUND_DAILY(5, "SPY", 12, 1.0, 0.12),
  FUND_WEEKLY(6, "SPY", 30, 1.5, 0.14),
  FUND_MONTHLY(7, "SPY", 504, 3.0, 0.16);

  private static final long CODES = 16;

  private final int code;
  private final String root;
  private final int listedDays;
  private final double popularity;
  private final double innerWidth;

  SeriesKind(int code, String root, int listedDays, double popularity, double innerWidth) {
    this.code = code;
    this.root = root;
    this.listedDays = listedDays;
    this.popularity = popularity;
    this.innerWidth = innerWidth;
  }

  String root() {
    return root;
  }

  Ladder ladder() {
    return switch (this) {
      case INDEX_DAILY -> Ladder.INDEX_DAILY;
      case INDEX_WEEKLY -> Ladder.INDEX_WEEKLY;
      case INDEX_MONTH_END, INDEX_THIRD_FRIDAY, INDEX_MORNING -> Ladder.INDEX_MONTHLY;
      case FUND_DAILY, FUND_WEEKLY -> Ladder.FUND_DAILY;
      case FUND_MONTHLY -> Ladder.FUND_MONTHLY;
    };
  }

  /// How many trading days before its expiry a series is listed.
  int listedDays() {
    return listedDays;
  }

  /// The weight of the kind in volume and open interest.
  double popularity() {
    return popularity;
  }

  /// What a quote deep in the money is wider by, in dollars.
  double innerWidth() {
    return innerWidth;
  }

  /// A number for the series of this kind that expires on a date.
  long code(LocalDate expiry) {
    return expiry.toEpochDay() * CODES + code;
  }

  boolean isIndex() {
    return !root.equals("SPY");
  }

  boolean settlesOnTheClose() {
    return this != INDEX_MORNING;
  }
}
