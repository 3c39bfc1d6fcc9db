package io.spyglass.server;

import io.spyglass.flow.Print;
import java.util.Arrays;
import java.util.List;

/// What an expiry's calls and puts traded, by the minute of the tape; each minute knows by which
/// change of the board it was last altered. Guarded by the board's monitor.
///
/// A print belongs to the minute it lies in, a bar to the minute that ends with it.
final class Minutes {
  /// The sums of a minute, as documents give them.
  static final List<Column> SUMS =
      List.of(
          new Column("call_volume", 4),
          new Column("put_volume", 4),
          new Column("call_premium", 4),
          new Column("put_premium", 4),
          new Column("call_net_premium", 4),
          new Column("put_net_premium", 4));

  private static final int VOLUME = 0;
  private static final int PREMIUM = 2;
  private static final int NET_PREMIUM = 4;

  private final MinuteGrid grid;
  private final double[][] sums;
  private final long[] changedAt;
  private int begun;

  Minutes(MinuteGrid grid) {
    this.grid = grid;
    this.sums = new double[SUMS.size()][grid.count()];
    this.changedAt = new long[grid.count()];
  }

  void clear() {
    for (double[] column : sums) {
      Arrays.fill(column, 0);
    }
    begun = 0;
  }

  /// The minute of a print on the tape.
  static int minute(MinuteGrid grid, Print print) {
    return print.isBar() ? grid.minuteEnding(print.epochNanos()) : grid.minute(print.epochNanos());
  }

  /// Adds a print; gives its minute, -1 for none.
  int add(Print print, long change) {
    int minute = minute(grid, print);
    if (minute >= 0) {
      int put = print.contract().isCall() ? 0 : 1;
      sums[VOLUME + put][minute] += print.size();
      sums[PREMIUM + put][minute] += print.premium();
      sums[NET_PREMIUM + put][minute] += print.side().sign() * print.premium();
      changedAt[minute] = change;
      begun = Math.max(begun, minute + 1);
    }
    return minute;
  }

  /// How many minutes have begun by its prints.
  int begun() {
    return begun;
  }

  /// Whether a minute was altered after a change of the board.
  boolean isChanged(int minute, long since) {
    return changedAt[minute] > since;
  }

  /// Copies minutes from `first` up to and without `end` into columns.
  void copy(int first, int end, double[][] columns) {
    for (int i = 0; i < sums.length; i++) {
      System.arraycopy(sums[i], first, columns[i], 0, end - first);
    }
  }
}
