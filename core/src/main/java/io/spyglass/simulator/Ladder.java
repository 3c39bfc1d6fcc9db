package io.spyglass.simulator;

import java.util.List;
import java.util.TreeSet;

/// Which strikes are listed around the levels that the index has closed at: narrow steps near,
/// wider steps far.
///
/// @param rungs from the narrowest to the widest
record Ladder(List<Rung> rungs) {
  static final Ladder INDEX_DAILY =
      new Ladder(
          List.of(
              new Rung(5, 0.045, 0.035, 1000),
              new Rung(10, 0.07, 0.05, 1000),
              new Rung(25, 0.13, 0.08, 1000),
              new Rung(100, 0.32, 0.18, 1000)));
  static final Ladder INDEX_WEEKLY =
      new Ladder(
          List.of(
              new Rung(5, 0.07, 0.045, 30),
              new Rung(10, 0.11, 0.07, 1000),
              new Rung(25, 0.20, 0.12, 1000),
              new Rung(100, 0.42, 0.25, 1000)));
  static final Ladder INDEX_MONTHLY =
      new Ladder(
          List.of(
              new Rung(5, 0.10, 0.06, 45),
              new Rung(10, 0.14, 0.08, 60),
              new Rung(25, 0.26, 0.15, 130),
              new Rung(50, 0.36, 0.22, 300),
              new Rung(100, 0.60, 0.40, 1000)));
  static final Ladder FUND_DAILY =
      new Ladder(List.of(new Rung(1, 0.07, 0.05, 1000), new Rung(5, 0.22, 0.12, 1000)));
  static final Ladder FUND_MONTHLY =
      new Ladder(
          List.of(
              new Rung(1, 0.12, 0.08, 60),
              new Rung(5, 0.35, 0.25, 1000),
              new Rung(10, 0.55, 0.40, 1000)));

  /// A step, how far it reaches below and above as a fraction of the level, and at how many trading
  /// days before the expiry it is first listed.
  ///
  /// @param step index points, or dollars of the fund
  /// @param below fraction of the lowest close
  /// @param above fraction of the highest close
  /// @param fromDays trading days to expiry from which on the step is listed
  record Rung(int step, double below, double above, int fromDays) {}

  Ladder {
    rungs = List.copyOf(rungs);
  }

  /// The strikes listed `days` trading days before the expiry.
  ///
  /// @param levels the closes that count, by age: from the day before back to the day of listing
  double[] strikes(int days, double[] levels) {
    TreeSet<Integer> strikes = new TreeSet<>();
    for (Rung rung : rungs) {
      if (days <= rung.fromDays()) {
        addRung(strikes, rung, levels, Math.min(levels.length, rung.fromDays() - days + 1));
      }
    }
    return strikes.stream().mapToDouble(Integer::doubleValue).toArray();
  }

  private static void addRung(TreeSet<Integer> strikes, Rung rung, double[] levels, int ages) {
    double low = levels[0];
    double high = levels[0];
    for (int age = 1; age < ages; age++) {
      low = Math.min(low, levels[age]);
      high = Math.max(high, levels[age]);
    }
    int from = (int) Math.ceil(low * (1 - rung.below()) / rung.step());
    int to = (int) Math.floor(high * (1 + rung.above()) / rung.step());
    for (int i = from; i <= to; i++) {
      strikes.add(i * rung.step());
    }
  }
}
