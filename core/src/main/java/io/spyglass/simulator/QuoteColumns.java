package io.spyglass.simulator;

import java.util.Arrays;

/// The quotes of one contract in one minute, by time. Owned by one feed.
final class QuoteColumns {
  private long[] nanos = new long[64];
  private double[] bids = new double[64];
  private double[] asks = new double[64];
  private int count;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  /// Plans a quote at an instant; [#set] fills it in once the times are in order.
  void plan(long epochNanos) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
      bids = Arrays.copyOf(bids, 2 * count);
      asks = Arrays.copyOf(asks, 2 * count);
    }
    nanos[count++] = epochNanos;
  }

  void sortTimes() {
    Arrays.sort(nanos, 0, count);
  }

  void set(int position, double bid, double ask) {
    bids[position] = bid;
    asks[position] = ask;
  }

  long nanos(int position) {
    return nanos[position];
  }

  double bid(int position) {
    return bids[position];
  }

  double ask(int position) {
    return asks[position];
  }

  /// The earliest planned instant, `Long.MAX_VALUE` for none.
  long earliest() {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      earliest = Math.min(earliest, nanos[i]);
    }
    return earliest;
  }

  /// The position of the quote in force at an instant; the first where none is yet.
  int inForce(long epochNanos) {
    int position = 0;
    while (position + 1 < count && nanos[position + 1] <= epochNanos) {
      position++;
    }
    return position;
  }
}
