package io.spyglass.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

  /// The contracts whose numbers are given, and the numbers: [Column#PER_ROW] places a row.
  final List<Row> rows = new ArrayList<>();

  double[] values = new double[0];

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
    int wanted = count * Column.PER_ROW;
    if (values.length < wanted) {
      values = Arrays.copyOf(values, Math.max(wanted, values.length * 2));
    }
  }

  void add(Row row) {
    row.copy(asOfNanos, values, rows.size() * Column.PER_ROW);
    rows.add(row);
  }

  double value(int row, int place) {
    return values[row * Column.PER_ROW + place];
  }
}
