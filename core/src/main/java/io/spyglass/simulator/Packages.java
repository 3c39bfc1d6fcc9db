package io.spyglass.simulator;

import io.spyglass.model.Conditions;
import java.util.Arrays;

/// The multi-leg trades of one series in one minute: verticals, strangles and condors, whose legs
/// print at one instant for one size. They are drawn for the series as a whole, whatever part of it
/// is wanted. Owned by one feed.
final class Packages {
  /// The share of all option trades that are legs.
  static final double SHARE = 0.20;

  private static final double LEGS = 2.35;
  private static final int CAPACITY = 4096;
  private static final Conditions ELECTRONIC = Conditions.of(232);
  private static final Conditions AUCTION = Conditions.of(233);
  private static final Conditions FLOOR = Conditions.of(235);
  private static final Conditions AGAINST_SINGLE = Conditions.of(236);

  private final SeriesMarket market;
  private final Draws draws = new Draws(0);
  private final long[] nanos = new long[CAPACITY];
  private final int[] size = new int[CAPACITY];
  private final boolean[] buys = new boolean[CAPACITY];
  private final Conditions[] conditions = new Conditions[CAPACITY];
  private final int[] next = new int[CAPACITY];
  private int[] first = new int[256];
  private int count;
  private long at;
  private int lots;
  private Conditions code = ELECTRONIC;

  Packages(SeriesMarket market) {
    this.market = market;
  }

  /// Draws the packages between two instants, of which `trades` single trades are expected. The
  /// market stands at the middle.
  void draw(Series series, long minute, long fromNanos, long toNanos, double trades) {
    count = 0;
    if (first.length < series.size()) {
      first = new int[2 * series.size()];
    }
    Arrays.fill(first, 0, series.size(), -1);
    draws.restart(Draws.key(DayStream.PACKAGES.of(series.key()), minute));
    int packages = draws.nextPoisson(trades * SHARE / LEGS);
    for (int i = 0; i < packages && count + 4 <= CAPACITY; i++) {
      at = fromNanos + (long) ((toNanos - fromNanos) * draws.nextUniform());
      drawOne(series);
    }
  }

  private void drawOne(Series series) {
    code = code();
    boolean onFloor = code.equals(FLOOR);
    lots = TradeSizes.draw(draws, onFloor ? 120 : 5) + (onFloor ? 20 : 0);
    boolean buy = draws.happens(0.5);
    double distance = 0.15 + 0.9 * Math.abs(draws.nextNormal());
    int width = 1 + draws.nextInt(8);
    double shape = draws.nextUniform();
    if (shape < 0.62) {
      boolean call = draws.happens(0.45);
      int near = strikeAt(series, call ? distance : -distance);
      add(series, near, call, buy);
      add(series, call ? near + width : near - width, call, !buy);
    } else {
      int low = strikeAt(series, -distance);
      int high = strikeAt(series, distance);
      add(series, low, false, buy);
      add(series, high, true, buy);
      if (shape > 0.82) {
        add(series, low - width, false, !buy);
        add(series, high + width, true, !buy);
      }
    }
  }

  private Conditions code() {
    double uniform = draws.nextUniform();
    if (uniform < 0.80) {
      return ELECTRONIC;
    }
    return uniform < 0.92 ? AUCTION : uniform < 0.95 ? FLOOR : AGAINST_SINGLE;
  }

  private int strikeAt(Series series, double moneyness) {
    return series.strikeFrom(market.logForward() + moneyness * market.deviation());
  }

  private void add(Series series, int strike, boolean call, boolean buy) {
    if (strike < 0 || strike >= series.strikeCount()) {
      return;
    }
    int index = 2 * strike + (call ? 0 : 1);
    nanos[count] = at;
    size[count] = lots;
    buys[count] = buy;
    conditions[count] = code;
    next[count] = first[index];
    first[index] = count++;
  }

  /// A leg in a contract, -1 for none.
  int first(int index) {
    return first[index];
  }

  /// A further leg in the same contract, -1 for none.
  int next(int leg) {
    return next[leg];
  }

  long nanos(int leg) {
    return nanos[leg];
  }

  int size(int leg) {
    return size[leg];
  }

  boolean buys(int leg) {
    return buys[leg];
  }

  Conditions conditions(int leg) {
    return conditions[leg];
  }
}
