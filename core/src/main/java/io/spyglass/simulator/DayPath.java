package io.spyglass.simulator;

import io.spyglass.pricing.kernel.Elementary;

/// The index and the state of volatility within one day, by the second.
///
/// Between the open and the close of a [DayMove] the logarithm of the index is a Brownian bridge on
/// a clock that runs as [VarianceClock], faster and slower by the minute at random, plus the day's
/// jumps. Volatility follows the index at once (leverage) and moves of its own besides. Before the
/// open and behind the close there is little motion. Immutable.
final class DayPath {
  private static final double MINUTE_RATE_DEVIATION = 0.30;
  private static final double MINUTE_RATE_MEMORY = 0.9;
  private static final double QUIET_DEVIATION = 0.0011;
  private static final int JUMP_SECONDS = 4;

  private final DayMove move;
  private final DayHours hours;
  private final long originNanos;
  private final double[] logLevels;
  private final double[] fastNoise;
  private final double[] slowNoise;

  DayPath(DayMove move, DayHours hours) {
    this.move = move;
    this.hours = hours;
    this.originNanos = hours.openNanos() - DayHours.ROTATION;
    this.logLevels = new double[seconds(originNanos, hours.endNanos()) + 1];
    fillLevels(new Draws(DayStream.PATH.of(move)));
    int minutes = seconds(hours.openNanos(), hours.closeNanos()) / 60;
    Draws draws = new Draws(DayStream.VOLATILITY_PATH.of(move));
    double part = Math.sqrt(1 - VolatilityState.OVERNIGHT_SHARE);
    this.fastNoise =
        bridge(
            draws,
            minutes,
            VolatilityState.FAST_NOISE * part,
            move.atClose().fast()
                - move.atOpen().fast()
                - VolatilityState.FAST_LEVERAGE * fall(hours.closeNanos()));
    this.slowNoise =
        bridge(
            draws,
            minutes,
            VolatilityState.SLOW_NOISE * part,
            move.atClose().slow()
                - move.atOpen().slow()
                - VolatilityState.SLOW_LEVERAGE * fall(hours.closeNanos()));
  }

  private static int seconds(long fromNanos, long toNanos) {
    return (int) ((toNanos - fromNanos) / DayHours.SECOND);
  }

  private void fillLevels(Draws draws) {
    int open = seconds(originNanos, hours.openNanos());
    int close = seconds(originNanos, hours.closeNanos());
    fillRegular(draws, open, close);
    double quiet = move.deviation() * QUIET_DEVIATION;
    for (int i = open - 1; i >= 0; i--) {
      logLevels[i] = logLevels[i + 1] + quiet * draws.nextNormal();
    }
    for (int i = close + 1; i < logLevels.length; i++) {
      logLevels[i] = logLevels[i - 1] + quiet * draws.nextNormal();
    }
  }

  private void fillRegular(Draws draws, int open, int close) {
    int length = close - open;
    double[] clock = clock(draws, length);
    double scale = move.deviation() * Math.sqrt(1 - VolatilityState.OVERNIGHT_SHARE);
    double[] walk = new double[length + 1];
    for (int i = 1; i <= length; i++) {
      walk[i] = walk[i - 1] + scale * Math.sqrt(clock[i] - clock[i - 1]) * draws.nextNormal();
    }
    double correction = move.diffusion() - walk[length];
    double logOpen = Formulas.log(move.open());
    for (int i = 0; i <= length; i++) {
      logLevels[open + i] = logOpen + walk[i] + clock[i] * correction + jumped((double) i, length);
    }
  }

  /// The share of the day's variance that has passed at each second of the regular hours.
  private static double[] clock(Draws draws, int length) {
    double[] clock = new double[length + 1];
    double pace = 0;
    double rate = 1;
    for (int i = 0; i < length; i++) {
      if (i % 60 == 0) {
        pace = MINUTE_RATE_MEMORY * pace + MINUTE_RATE_DEVIATION * draws.nextNormal();
        rate = Elementary.exp(pace) * VarianceClock.rate((i + 30.0) / length);
      }
      clock[i + 1] = clock[i] + rate;
    }
    double whole = clock[length];
    for (int i = 0; i <= length; i++) {
      clock[i] /= whole;
    }
    return clock;
  }

  private double jumped(double second, int length) {
    double sum = 0;
    for (Jumps.Jump jump : move.jumps().jumps()) {
      double since = second - Math.floor(jump.fraction() * length);
      sum += jump.size() * Math.clamp(since / JUMP_SECONDS, 0, 1);
    }
    return sum;
  }

  /// A walk from 0 to `end` in `steps` steps, whose free variance would be the square of
  /// `deviation`.
  private static double[] bridge(Draws draws, int steps, double deviation, double end) {
    double[] walk = new double[steps + 1];
    double step = deviation / Math.sqrt(steps);
    for (int i = 1; i <= steps; i++) {
      walk[i] = walk[i - 1] + step * draws.nextNormal();
    }
    double correction = end - walk[steps];
    for (int i = 0; i <= steps; i++) {
      walk[i] += correction * i / steps;
    }
    return walk;
  }

  /// The index at an instant of the day; the nearest end's outside.
  double level(long epochNanos) {
    return Elementary.exp(logLevel(epochNanos));
  }

  /// The logarithm of the index.
  double logLevel(long epochNanos) {
    return interpolated(logLevels, (epochNanos - originNanos) / (double) DayHours.SECOND);
  }

  /// The change of the fast factor of volatility since the open.
  double fastChange(long epochNanos) {
    return VolatilityState.FAST_LEVERAGE * fall(epochNanos) + noise(fastNoise, epochNanos);
  }

  /// The change of the slow factor of volatility since the open.
  double slowChange(long epochNanos) {
    return VolatilityState.SLOW_LEVERAGE * fall(epochNanos) + noise(slowNoise, epochNanos);
  }

  /// How far the index has fallen since the open, in a day's standard deviations.
  private double fall(long epochNanos) {
    double sinceOpen = logLevel(epochNanos) - Formulas.log(move.open());
    return -Math.clamp(sinceOpen / move.deviation(), -5, 5);
  }

  private double noise(double[] walk, long epochNanos) {
    return interpolated(walk, (epochNanos - hours.openNanos()) / (double) DayHours.MINUTE);
  }

  private static double interpolated(double[] values, double position) {
    if (position <= 0) {
      return values[0];
    }
    if (position >= values.length - 1) {
      return values[values.length - 1];
    }
    int i = (int) position;
    return values[i] + (position - i) * (values[i + 1] - values[i]);
  }
}
