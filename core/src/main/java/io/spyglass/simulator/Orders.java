package io.spyglass.simulator;

import java.util.Arrays;

/// The orders that arrive in one contract in one minute, by time: single ones, and legs of packages
/// by their number. Owned by one feed.
final class Orders {
  /// In the place of a leg's number: a single order.
  static final int SINGLE = -1;

  private long[] nanos = new long[64];
  private int[] legs = new int[64];
  private int count;

  void clear() {
    count = 0;
  }

  void add(long epochNanos, int leg) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
      legs = Arrays.copyOf(legs, 2 * count);
    }
    nanos[count] = epochNanos;
    legs[count++] = leg;
  }

  /// By insertion: there are few.
  void sort() {
    for (int i = 1; i < count; i++) {
      long time = nanos[i];
      int leg = legs[i];
      int at = i;
      for (; at > 0 && nanos[at - 1] > time; at--) {
        nanos[at] = nanos[at - 1];
        legs[at] = legs[at - 1];
      }
      nanos[at] = time;
      legs[at] = leg;
    }
  }

  int count() {
    return count;
  }

  long nanos(int position) {
    return nanos[position];
  }

  int leg(int position) {
    return legs[position];
  }
}
