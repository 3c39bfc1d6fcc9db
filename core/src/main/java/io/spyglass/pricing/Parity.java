package io.spyglass.pricing;

import java.util.Arrays;

/// Put-call parity of European options: C - P = D (F - K), with D the discount factor.
public final class Parity {
  private Parity() {}

  /// The forward that a call and a put of one strike and expiry imply: K + (C - P) / D.
  public static double forward(double strike, double call, double put, double discount) {
    return strike + (call - put) / discount;
  }

  /// The median of the forwards that pairs of one expiry imply; of an even number, the mean of the
  /// two in the middle. A pair with a NaN is left out; NaN if none is left.
  ///
  /// Prices are midpoints, best of strikes near the money, where both spreads are narrow.
  ///
  /// @param strikes each pair's strike
  /// @param calls each pair's call price, as long as `strikes`
  /// @param puts each pair's put price, as long as `strikes`
  public static double forward(double[] strikes, double[] calls, double[] puts, double discount) {
    if (calls.length != strikes.length || puts.length != strikes.length) {
      throw new IllegalArgumentException(
          strikes.length + " strikes, " + calls.length + " calls and " + puts.length + " puts");
    }
    double[] forwards = new double[strikes.length];
    int count = 0;
    for (int i = 0; i < strikes.length; i++) {
      double forward = forward(strikes[i], calls[i], puts[i], discount);
      if (!Double.isNaN(forward)) {
        forwards[count++] = forward;
      }
    }
    Arrays.sort(forwards, 0, count);
    int middle = count / 2;
    if (count == 0) {
      return Double.NaN;
    }
    return count % 2 == 1
        ? forwards[middle]
        : forwards[middle - 1] + (forwards[middle] - forwards[middle - 1]) / 2;
  }
}
