package io.spyglass.simulator;

import io.spyglass.pricing.kernel.Elementary;

/// How many contracts of each series were open at the close before the day.
///
/// It gathers where options are out of the money and strikes are round, grows as the expiry nears,
/// and keeps its pattern from day to day.
final class OpenInterests {
  private static final double FLATNESS = 0.55;
  private static final double SCATTER = 0.9;
  private static final double DAILY_SCATTER = 0.06;

  private OpenInterests() {}

  /// Open contracts by contract.
  ///
  /// @param logSpot the logarithm of the underlying at the previous close
  /// @param seedKey the parent of the pattern that stays
  static long[] of(Series series, double logSpot, long seedKey) {
    TermVariance variance = series.variance();
    double root = Math.sqrt(variance.today() + variance.later()) + 0.006;
    double total = total(series);
    long pattern = Draws.key(seedKey, series.kind().code(series.expiry()));
    Draws draws = new Draws(0);
    long[] open = new long[series.size()];
    for (int i = 0; i < open.length; i++) {
      int strike = i >> 1;
      double z = (series.logStrike(strike) - logSpot) / root;
      double strip = series.spacing(strike) / (series.strike(strike) * root);
      double share = FLATNESS * Activity.density(Series.isCall(i), FLATNESS * z) * strip;
      draws.restart(Draws.key(pattern, series.contract(i).strikeMills() * 2 + (i & 1)));
      double lasting = draws.nextNormal();
      draws.restart(series.key(i));
      double scatter = SCATTER * lasting + DAILY_SCATTER * draws.nextNormal();
      double roundness = series.roundness(strike);
      open[i] = (long) (total * share * roundness * roundness * Elementary.exp(scatter - 0.4));
    }
    return open;
  }

  private static double total(Series series) {
    double age = 1 - series.days() / (series.kind().listedDays() + 1.0);
    double grown = 0.05 + 0.95 * age * age;
    return grown
        * switch (series.kind()) {
          case INDEX_DAILY -> 80_000;
          case INDEX_WEEKLY -> 170_000;
          case INDEX_MONTH_END -> 330_000;
          case INDEX_THIRD_FRIDAY -> 180_000;
          case INDEX_MORNING -> 900_000;
          case FUND_DAILY -> 200_000;
          case FUND_WEEKLY -> 500_000;
          case FUND_MONTHLY -> 1_600_000;
        };
  }
}
