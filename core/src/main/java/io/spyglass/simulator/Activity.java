package io.spyglass.simulator;

import io.spyglass.model.Underlying;
import io.spyglass.pricing.kernel.Elementary;
import java.util.List;

/// How busy the day is: how many trades each series has in a minute, how often it is quoted, and
/// how wide.
///
/// Trading is U-shaped over the regular hours and thin behind them. A day's trades are shared out
/// to the series by their nearness and kind, about two fifths to those that expire on the day;
/// within a series to the contracts by [#density].
final class Activity {
  private static final double INDEX_TRADES = 425_000;
  private static final double FUND_TRADES = 560_000;
  private static final double QUOTES = 9_800_000;
  private static final double SAME_DAY_SHARE = 0.40;
  private static final double NO_SAME_DAY_VOLUME = 0.8;
  private static final double REGULAR_MINUTES = 390;
  private static final double LATE_RATE = 0.06;
  private static final double CURB_RATE = 0.006;

  private static final double PUT_SHARE = 0.55;
  private static final double PUT_OUTSIDE = 0.75;
  private static final double PUT_INSIDE = 3.0;
  private static final double CALL_OUTSIDE = 1.1;
  private static final double CALL_INSIDE = 3.5;

  private final DayMove move;
  private final DayHours hours;
  private final double dayFactor;
  private final double wholeShape;
  private final double quoteScale;

  Activity(DayMove move, DayHours hours, List<Series> series) {
    this.move = move;
    this.hours = hours;
    Draws draws = new Draws(DayStream.ACTIVITY.of(move));
    this.dayFactor = Elementary.exp(0.08 * draws.nextNormal());
    double sum = 0;
    for (int i = 0; i < 1000; i++) {
      sum += shape((i + 0.5) / 1000);
    }
    this.wholeShape = sum / 1000;
    this.quoteScale = dayFactor * quoteScale(series);
  }

  private static double shape(double fraction) {
    return 0.7
        + 1.7 * Elementary.exp(-fraction / 0.07)
        + 1.3 * Elementary.exp((fraction - 1) / 0.06);
  }

  /// The trades of the whole day in each series of an underlying, if it were a full day.
  double[] tradesBySeries(List<Series> series, Underlying underlying) {
    double[] trades = new double[series.size()];
    double others = 0;
    double sameDay = 0;
    for (int i = 0; i < trades.length; i++) {
      Series s = series.get(i);
      if (s.underlying().equals(underlying)) {
        trades[i] = weight(s);
        sameDay += s.expiresToday() ? trades[i] : 0;
        others += s.expiresToday() ? 0 : trades[i];
      }
    }
    double total = dayFactor * (underlying.isIndex() ? INDEX_TRADES : FUND_TRADES);
    for (int i = 0; i < trades.length; i++) {
      boolean today = series.get(i).expiresToday();
      double share =
          sameDay == 0 ? NO_SAME_DAY_VOLUME : today ? SAME_DAY_SHARE : 1 - SAME_DAY_SHARE;
      trades[i] *= total * share / (today ? sameDay : others);
    }
    return trades;
  }

  private static double weight(Series series) {
    Draws draws = new Draws(DayStream.ACTIVITY.of(series.key()));
    double noise = Elementary.exp(0.15 * draws.nextNormal());
    return noise * series.kind().popularity() / Formulas.pow(series.days() + 1.0, 1.15);
  }

  /// The share of a full day's trades that falls into the minute around an instant.
  double tradeShare(long middleNanos) {
    double fraction = hours.fraction(middleNanos);
    if (fraction < 0) {
      return 0;
    }
    if (fraction < 1) {
      return shape(fraction) / wholeShape / REGULAR_MINUTES;
    }
    return (middleNanos < hours.tapeEndNanos() ? LATE_RATE : CURB_RATE) / REGULAR_MINUTES;
  }

  /// How often market makers requote in the minute around an instant, 1 on average in the regular
  /// hours.
  double quotePace(long middleNanos) {
    double fraction = hours.fraction(middleNanos);
    if (fraction < 0) {
      return 0.08;
    }
    if (fraction < 1) {
      return 0.78
          + 1.5 * Elementary.exp(-fraction / 0.06)
          + 0.9 * Elementary.exp((fraction - 1) / 0.06);
    }
    return middleNanos < hours.tapeEndNanos() ? 0.3 : 0.05;
  }

  /// The rounds of quotes a minute in a series at pace 1.
  double roundsPerMinute(Series series) {
    return quoteScale * relativeRounds(series.days());
  }

  private static double relativeRounds(int days) {
    if (days == 0) {
      return 45;
    }
    return days <= 1 ? 12 : days <= 5 ? 5 : days <= 21 ? 1.3 : days <= 63 ? 0.7 : 0.25;
  }

  /// How likely a contract takes part in a round of quotes.
  ///
  /// @param distance from the money in at-the-money deviations
  /// @param inside whether it is in the money
  static double participation(double distance, boolean inside) {
    if (distance < 1) {
      return 0.95;
    }
    if (distance < 2) {
      return 0.65;
    }
    if (distance < 3.5) {
      return 0.32;
    }
    return inside ? 0.16 : distance < 6 ? 0.10 : 0.025;
  }

  /// What makes a full day's quotes come to their number, as things stand at the open.
  private double quoteScale(List<Series> series) {
    double expected = 0;
    for (Series s : series) {
      double logOpen = Formulas.log(move.open() * (s.isIndex() ? 1 : 0.1));
      double root = Math.sqrt(s.variance().today() + s.variance().later());
      double taking = 0;
      for (int strike = 0; strike < s.strikeCount(); strike++) {
        double distance = Math.abs(s.logStrike(strike) - logOpen) / root;
        taking += participation(distance, true) + participation(distance, false);
      }
      expected += relativeRounds(s.days()) * taking * REGULAR_MINUTES;
    }
    return QUOTES / expected;
  }

  /// How much wider than usual quotes are at an instant.
  double width(long epochNanos) {
    double afterOpen = (epochNanos - hours.openNanos()) / (double) DayHours.MINUTE;
    double toClose = (hours.closeNanos() - epochNanos) / (double) DayHours.MINUTE;
    if (afterOpen < 0) {
      return 4;
    }
    if (toClose < 0) {
      return epochNanos < hours.tapeEndNanos() ? 2.2 : 3;
    }
    double opening = 1.8 * Elementary.exp(-afterOpen / 4);
    double closing = toClose < 20 ? 0.9 * (1 - toClose / 20) : 0;
    return volatilityWidth() * (1 + opening + closing);
  }

  private double volatilityWidth() {
    return Math.clamp(Math.sqrt(move.deviation() / 0.0085), 0.75, 2.5);
  }

  /// The density of a series' trades over `z`, log-moneyness in at-the-money deviations, for calls
  /// or puts; both integrate to 1 together. Options out of the money are traded, in the money
  /// hardly.
  static double density(boolean call, double z) {
    if (call) {
      double rate = z > 0 ? CALL_OUTSIDE : CALL_INSIDE;
      return (1 - PUT_SHARE)
          * Elementary.exp(-rate * Math.abs(z))
          / (1 / CALL_OUTSIDE + 1 / CALL_INSIDE);
    }
    double rate = z < 0 ? PUT_OUTSIDE : PUT_INSIDE;
    return PUT_SHARE * Elementary.exp(-rate * Math.abs(z)) / (1 / PUT_OUTSIDE + 1 / PUT_INSIDE);
  }
}
