package io.spyglass.server;

import io.spyglass.flow.Print;
import java.util.Arrays;

/// What one contract traded, by the minute: a cell for each minute with prints on the tape, in the
/// order of time. A cell takes 52 bytes, and there is none before the first print. Guarded by the
/// board's monitor.
final class ContractMinutes {
  static final int VOLUME = 0;
  static final int BOUGHT = 1;
  static final int SOLD = 2;
  static final int PREMIUM = 3;
  static final int NET_PREMIUM = 4;
  static final int DELTA_FLOW = 5;
  private static final int SUMS = 6;
  private static final int FIRST_CELLS = 4;

  private int[] minutes = new int[FIRST_CELLS];
  private final double[][] sums = new double[SUMS][FIRST_CELLS];
  private int size;

  /// Adds a print of a minute.
  void add(int minute, Print print) {
    int cell = cell(minute);
    int sign = print.side().sign();
    double deltaFlow = print.deltaFlow();
    sums[VOLUME][cell] += print.size();
    sums[BOUGHT][cell] += sign > 0 ? print.size() : 0;
    sums[SOLD][cell] += sign < 0 ? print.size() : 0;
    sums[PREMIUM][cell] += print.premium();
    sums[NET_PREMIUM][cell] += sign * print.premium();
    sums[DELTA_FLOW][cell] += Double.isNaN(deltaFlow) ? 0 : deltaFlow;
  }

  /// The place of a minute's cell, which is made where there is none. Prints come in the order of
  /// time, so that it is the last one or a new one behind it; a bar among trades is its neighbour.
  private int cell(int minute) {
    int cell = size;
    while (cell > 0 && minutes[cell - 1] > minute) {
      cell--;
    }
    if (cell > 0 && minutes[cell - 1] == minute) {
      return cell - 1;
    }
    insert(cell, minute);
    return cell;
  }

  private void insert(int cell, int minute) {
    if (size == minutes.length) {
      minutes = Arrays.copyOf(minutes, 2 * size);
      for (int i = 0; i < SUMS; i++) {
        sums[i] = Arrays.copyOf(sums[i], 2 * size);
      }
    }
    System.arraycopy(minutes, cell, minutes, cell + 1, size - cell);
    minutes[cell] = minute;
    for (double[] column : sums) {
      System.arraycopy(column, cell, column, cell + 1, size - cell);
      column[cell] = 0;
    }
    size++;
  }

  /// How many minutes have prints.
  int size() {
    return size;
  }

  /// The minute of a cell.
  int minute(int cell) {
    return minutes[cell];
  }

  /// A sum of a cell.
  double sum(int which, int cell) {
    return sums[which][cell];
  }

  /// A sum by the minute, 0 where nothing traded.
  double[] byMinute(int which, int count) {
    double[] values = new double[count];
    for (int cell = 0; cell < size && minutes[cell] < count; cell++) {
      values[minutes[cell]] = sums[which][cell];
    }
    return values;
  }
}
