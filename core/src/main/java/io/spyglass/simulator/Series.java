package io.spyglass.simulator;

import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Underlying;
import java.time.LocalDate;

/// The contracts of one root and expiry on one day: two to a strike, call before put, strikes
/// ascending. The contract at an index has the strike at half of it. Immutable.
final class Series {
  private static final double NANOS_PER_YEAR = 365.0 * 86_400 * 1e9;

  private final SeriesKind kind;
  private final LocalDate expiry;
  private final int days;
  private final Terms terms;
  private final long key;
  private final double[] strikes;
  private final double[] logStrikes;
  private final OptionContract[] contracts;
  private final long[] keys;

  /// Until when a series trades, and what is priced until then.
  ///
  /// @param lastTradeNanos when trading ends on this day
  /// @param expiryNanos the instant of expiry
  /// @param variance the at-the-money variance up to it
  record Terms(long lastTradeNanos, long expiryNanos, TermVariance variance) {}

  /// @param expiry the date in the symbols
  /// @param days trading days from this one to the expiry, 0 on the day itself
  /// @param dayKey the parent of the day's streams of random numbers
  Series(SeriesKind kind, LocalDate expiry, int days, Terms terms, double[] strikes, long dayKey) {
    this.kind = kind;
    this.expiry = expiry;
    this.days = days;
    this.terms = terms;
    this.key = Draws.key(DayStream.SERIES.of(dayKey), kind.code(expiry));
    this.strikes = strikes.clone();
    this.logStrikes = new double[strikes.length];
    this.contracts = new OptionContract[2 * strikes.length];
    this.keys = new long[2 * strikes.length];
    for (int i = 0; i < strikes.length; i++) {
      logStrikes[i] = Formulas.log(strikes[i]);
      add(2 * i, Right.CALL);
      add(2 * i + 1, Right.PUT);
    }
  }

  private void add(int index, Right right) {
    contracts[index] = OptionContract.of(kind.root(), expiry, right, strikes[index >> 1]);
    long name = contracts[index].strikeMills() * 2 + (index & 1);
    keys[index] = Draws.key(DayStream.CONTRACT.of(key), name);
  }

  SeriesKind kind() {
    return kind;
  }

  Underlying underlying() {
    return kind.isIndex() ? SimulatedMarket.SPX : SimulatedMarket.SPY;
  }

  boolean isIndex() {
    return kind.isIndex();
  }

  LocalDate expiry() {
    return expiry;
  }

  /// Trading days to the expiry.
  int days() {
    return days;
  }

  boolean expiresToday() {
    return days == 0;
  }

  /// When trading ends on this day.
  long lastTradeNanos() {
    return terms.lastTradeNanos();
  }

  double yearsToExpiry(long epochNanos) {
    return (terms.expiryNanos() - epochNanos) / NANOS_PER_YEAR;
  }

  TermVariance variance() {
    return terms.variance();
  }

  /// The parent of the series' streams of random numbers.
  long key() {
    return key;
  }

  /// The parent of a contract's streams; it depends on the contract alone, never on what else is
  /// listed.
  long key(int index) {
    return keys[index];
  }

  /// How many contracts there are.
  int size() {
    return contracts.length;
  }

  OptionContract contract(int index) {
    return contracts[index];
  }

  static boolean isCall(int index) {
    return (index & 1) == 0;
  }

  int strikeCount() {
    return strikes.length;
  }

  double strike(int strikeIndex) {
    return strikes[strikeIndex];
  }

  double logStrike(int strikeIndex) {
    return logStrikes[strikeIndex];
  }

  /// The first strike whose logarithm is not below `logLevel`, the number of strikes if there is
  /// none.
  int strikeFrom(double logLevel) {
    int low = 0;
    int high = logStrikes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (logStrikes[middle] < logLevel) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The width of the strip of strikes that belongs to a strike.
  double spacing(int strikeIndex) {
    int below = Math.max(0, strikeIndex - 1);
    int above = Math.min(strikes.length - 1, strikeIndex + 1);
    return (strikes[above] - strikes[below]) / (above - below);
  }

  /// How much traders prefer a strike for being round, about 1 on average.
  double roundness(int strikeIndex) {
    long points = (long) (strikes[strikeIndex] * (kind.isIndex() ? 1 : 5));
    if (points % 100 == 0) {
      return 2.0;
    }
    if (points % 50 == 0) {
      return 1.6;
    }
    return points % 25 == 0 ? 1.25 : 0.85;
  }
}
