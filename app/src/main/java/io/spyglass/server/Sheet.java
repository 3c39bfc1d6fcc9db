package io.spyglass.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A copy of what the board shows of one underlying at an instant, to encode from in peace.
///
/// It is used again for the next copy, so that cutting a frame makes no garbage. Owned by the
/// thread that has it filled.
final class Sheet {
  @Nullable String root;
  @Nullable LocalDate expiry;
  double spot;
  @Nullable String spotSource;
  long asOfNanos;
  @Nullable Boolean recording;
  final double[] totals = new double[Column.TOTALS.size()];

  /// Whether another series, or a series from its beginning, took the place of the one before.
  boolean isAnother;

  /// Whether the contracts in view are others than before.
  boolean isViewMoved;

  /// The contracts in view: calls before puts, strikes upwards.
  final List<Row> inView = new ArrayList<>();

  /// The contracts that became known since the copy before.
  final List<Row> listed = new ArrayList<>();

  /// The contracts whose numbers are given.
  final List<Row> rows = new ArrayList<>();

  /// Their numbers: one array for each of [Column#OF_CONTRACT], as long as [#rows] at least.
  final double[][] columns = new double[Column.PER_ROW][0];

  /// Whether anything is different from the copy before.
  boolean isChanged;

  void clear() {
    isAnother = false;
    isViewMoved = false;
    isChanged = false;
    inView.clear();
    listed.clear();
    rows.clear();
  }

  /// Makes room for the numbers of `count` rows.
  void reserve(int count) {
    int room = columns[0].length;
    if (room < count) {
      for (int place = 0; place < columns.length; place++) {
        columns[place] = new double[Math.max(count, 2 * room)];
      }
    }
  }

  void add(Row row) {
    row.copy(asOfNanos, columns, rows.size());
    rows.add(row);
  }
}
