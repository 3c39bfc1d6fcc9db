package io.spyglass.simulator;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.pricing.kernel.Elementary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The index from trading day to trading day since 2020-01-02: level, overnight gaps, jumps, and
/// two volatility factors that rise as the index falls.
///
/// The level drifts along a trend of 11 % a year and is drawn back to it slowly, so that the level
/// stays plausible for every seed; variances follow [VolatilityState]; shocks have fat tails. It is
/// a walk, so the path up to a date does not depend on what comes after.
final class DailyPath {
  static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 2);

  private static final long DAYS = 0;
  private static final double FIRST_LEVEL = 3230.78;
  private static final double YEARLY_TREND = 0.109;
  private static final double PULL_TO_TREND = 1.6 / VolatilityState.TRADING_DAYS;
  private static final double WILD_SHARE = 0.04;
  private static final double WILD_SCALE = 2.2;
  private static final double CALM_SCALE = 0.92;

  private DailyPath() {}

  /// The moves of every trading day from the first up to `last`.
  static List<DayMove> upTo(LocalDate last, long seed, TradingCalendar calendar) {
    List<DayMove> moves = new ArrayList<>();
    double close = FIRST_LEVEL;
    VolatilityState state = new VolatilityState(0, 0);
    for (LocalDate date = FIRST_DAY; !date.isAfter(last); date = calendar.next(date)) {
      DayMove move = move(date, seed, close, state);
      moves.add(move);
      close = move.close();
      state = move.atClose();
    }
    return moves;
  }

  private static DayMove move(
      LocalDate date, long seed, double previousClose, VolatilityState previous) {
    long key = Draws.key(Draws.key(seed, DAYS), date.toEpochDay());
    Draws draws = new Draws(DayStream.MOVE.of(key));
    VolatilityState rested =
        new VolatilityState(
            previous.fast() * VolatilityState.FAST_DECAY,
            previous.slow() * VolatilityState.SLOW_DECAY);
    double deviation = rested.dailyDeviation();

    double gapShock = fatTailed(draws);
    double gap =
        drift(date, previousClose)
            + deviation * Math.sqrt(VolatilityState.OVERNIGHT_SHARE) * gapShock;
    VolatilityState atOpen =
        shifted(rested, gap / deviation, Math.sqrt(VolatilityState.OVERNIGHT_SHARE), draws);

    double diffusion =
        deviation * Math.sqrt(1 - VolatilityState.OVERNIGHT_SHARE) * fatTailed(draws);
    Jumps jumps = Jumps.draw(draws, deviation);
    double dayReturn = diffusion + jumps.total();
    VolatilityState atClose =
        shifted(
            atOpen, dayReturn / deviation, Math.sqrt(1 - VolatilityState.OVERNIGHT_SHARE), draws);

    double open = previousClose * Elementary.exp(gap);
    double close = open * Elementary.exp(dayReturn);
    return new DayMove(
        date, key, previousClose, open, close, diffusion, deviation, atOpen, atClose, jumps);
  }

  /// The state after a return of `deviations` standard deviations and noise over a part of a day.
  private static VolatilityState shifted(
      VolatilityState state, double deviations, double rootOfShare, Draws draws) {
    double fall = -Math.clamp(deviations, -5, 5);
    double fast =
        VolatilityState.FAST_LEVERAGE * fall
            + VolatilityState.FAST_NOISE * rootOfShare * draws.nextNormal();
    double slow =
        VolatilityState.SLOW_LEVERAGE * fall
            + VolatilityState.SLOW_NOISE * rootOfShare * draws.nextNormal();
    return new VolatilityState(state.fast() + fast, state.slow() + slow);
  }

  private static double drift(LocalDate date, double level) {
    double years = (date.toEpochDay() - FIRST_DAY.toEpochDay()) / 365.25;
    double trend = Formulas.log(FIRST_LEVEL) + YEARLY_TREND * years;
    return YEARLY_TREND / VolatilityState.TRADING_DAYS
        + PULL_TO_TREND * (trend - Formulas.log(level));
  }

  private static double fatTailed(Draws draws) {
    double scale = draws.happens(WILD_SHARE) ? WILD_SCALE : CALM_SCALE;
    return scale * draws.nextNormal();
  }
}
