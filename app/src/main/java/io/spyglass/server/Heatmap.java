package io.spyglass.server;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A copy of what traded by strike and time: the cells of calls and of puts that have prints.
///
/// @param expiry null where nothing is known yet
/// @param fromNanos when step 0 begins
/// @param steps how many have begun
/// @param strikes those at which something traded, upwards
record Heatmap(
    @Nullable LocalDate expiry,
    long asOfNanos,
    long generation,
    long fromNanos,
    int steps,
    List<Double> strikes,
    Cells calls,
    Cells puts) {

  /// What is summed in a cell.
  enum Measure {
    NET_PREMIUM(ContractMinutes.NET_PREMIUM),
    PREMIUM(ContractMinutes.PREMIUM),
    VOLUME(ContractMinutes.VOLUME),
    DELTA_FLOW(ContractMinutes.DELTA_FLOW);

    /// The sum of [ContractMinutes] that it is.
    final int sum;

    Measure(int sum) {
      this.sum = sum;
    }

    /// The word in requests and documents, `net_premium`.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is asked for.
  ///
  /// @param stepMinutes minutes that a step lasts
  /// @param since the first step wanted
  record Request(Measure measure, int stepMinutes, int since) {}

  /// Cells by columns: place i of each belongs to one cell.
  static final class Cells {
    private int[] strikes = new int[64];
    private int[] steps = new int[64];
    private double[] values = new double[64];
    private int size;

    void add(int strike, int step, double value) {
      if (size == values.length) {
        strikes = Arrays.copyOf(strikes, 2 * size);
        steps = Arrays.copyOf(steps, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      strikes[size] = strike;
      steps[size] = step;
      values[size] = value;
      size++;
    }

    int size() {
      return size;
    }

    /// The place of a cell's strike among the strikes.
    int strike(int cell) {
      return strikes[cell];
    }

    int step(int cell) {
      return steps[cell];
    }

    double[] values() {
      return values;
    }
  }
}
