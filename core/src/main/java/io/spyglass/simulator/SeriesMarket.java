package io.spyglass.simulator;

import io.spyglass.pricing.kernel.Black;
import io.spyglass.pricing.kernel.Elementary;

/// Prices of one series at instants of one minute: forward, smile, and the middle of the market of
/// each contract.
///
/// Index options are worth their discounted Black price on the forward. Options on the fund, which
/// may be exercised early, are worth the same but never less than their value if exercised. Owned
/// by one feed.
final class SeriesMarket {
  private static final double LEAST_DEVIATION = 0.0012;

  /// The moneyness in deviations beyond which an option is worth nothing.
  private static final double FARTHEST = 9;

  private final SimulatedDay day;
  private final Smile smile;
  private Series series;

  private long fromNanos;
  private double minuteNanos;
  private double thetaFrom;
  private double thetaChange;
  private double slope;
  private double logCarry;
  private double discount;
  private double spotOverForward;

  private double logForward;
  private double forward;
  private double theta;
  private double rootTheta;

  SeriesMarket(SimulatedDay day, Series first) {
    this.day = day;
    this.smile = Smile.of(day.move());
    this.series = first;
  }

  /// Turns to a series and a stretch of time.
  void begin(Series next, long from, long to) {
    series = next;
    fromNanos = from;
    minuteNanos = to - from;
    thetaFrom = theta(from);
    thetaChange = theta(to) - thetaFrom;
    slope = smile.slope(Math.max(1e-12, thetaFrom + 0.5 * thetaChange));
    double years = series.yearsToExpiry(from);
    double carried =
        day.carry().logForward(series.underlying(), day.date(), series.expiry(), years);
    logCarry = carried + Formulas.log(day.spotRatio(series.underlying()));
    spotOverForward = Elementary.exp(-carried);
    discount = day.carry().discount(years);
  }

  private double theta(long nanos) {
    double remaining = VarianceClock.remaining(day.hours().fraction(nanos));
    return series
        .variance()
        .theta(remaining, day.path().fastChange(nanos), day.path().slowChange(nanos));
  }

  /// Turns to an instant.
  void at(long nanos) {
    logForward = day.path().logLevel(nanos) + logCarry;
    forward = Elementary.exp(logForward);
    theta = Math.max(0, thetaFrom + thetaChange * ((nanos - fromNanos) / minuteNanos));
    rootTheta = Math.sqrt(theta);
  }

  double forward() {
    return forward;
  }

  double logForward() {
    return logForward;
  }

  /// The at-the-money deviation up to the expiry, not below that of the last seconds.
  double deviation() {
    return Math.max(LEAST_DEVIATION, rootTheta);
  }

  /// The log-moneyness of a strike in at-the-money deviations.
  double moneyness(int strikeIndex) {
    return (series.logStrike(strikeIndex) - logForward) / deviation();
  }

  /// The discounted price of the out-of-the-money option of a strike.
  double outside(int strikeIndex) {
    double k = series.logStrike(strikeIndex) - logForward;
    double deviation = Math.sqrt(smile.variance(theta, slope, k));
    if (Math.abs(k) > FARTHEST * deviation) {
      return 0;
    }
    double side = k < 0 ? -1 : 1;
    return discount * Black.price(side, forward, series.strike(strikeIndex), 1, deviation);
  }

  /// The middle of the market of a contract whose strike has the out-of-the-money price `outside`.
  double price(int index, double outside) {
    boolean call = Series.isCall(index);
    double inner = forward - series.strike(index >> 1);
    double price = outside + discount * Math.max(0, call ? inner : -inner);
    if (series.isIndex()) {
      return price;
    }
    double exercised = forward * spotOverForward - series.strike(index >> 1);
    return Math.max(price, call ? exercised : -exercised);
  }
}
