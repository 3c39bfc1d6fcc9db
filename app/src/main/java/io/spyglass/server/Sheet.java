package io.spyglass.server;

import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A copy of what the board shows of one expiry at an instant, to encode from in peace, and a
/// memory of what was copied, so that the next copy can be of what changed.
///
/// It is used again for the next copy, so that cutting a frame makes little garbage. Owned by the
/// thread that has it filled.
final class Sheet {
  @Nullable Underlying underlying;
  @Nullable String root;
  @Nullable LocalDate expiry;
  long expiresNanos;
  List<LocalDate> expiries = List.of();
  double spot;
  @Nullable String spotSource;
  double open;
  double previousClose;
  @Nullable Boolean bars;
  long generation;
  long tapeLast;

  /// When minute 0 begins.
  long tapeNanos;

  long asOfNanos;
  @Nullable Boolean recording;

  /// How many holes in the feed were told, and how many of them are open.
  long holes;

  long openHoles;
  final double[] totals = new double[Column.TOTALS.size()];

  /// Whether another series, or a series from its beginning, took the place of the one before.
  boolean isAnother;

  /// Whether the contracts in view are others than before.
  boolean isViewMoved;

  boolean areExpiriesChanged;

  /// The contracts in view: calls before puts, strikes upwards.
  final List<Row> inView = new ArrayList<>();

  /// The contracts that became known since the copy before.
  final List<Row> listed = new ArrayList<>();

  /// The contracts whose numbers are given.
  final List<Row> rows = new ArrayList<>();

  /// Their numbers: one array for each of [Column#OF_CONTRACT], as long as [#rows] at least.
  final double[][] columns = new double[Column.PER_ROW][0];

  /// The minutes given: the first, and how many.
  int firstMinute;

  int minuteCount;

  /// Their numbers: one array for each of [Minutes#SUMS], then the spot.
  final double[][] minutes = new double[Minutes.SUMS.size() + 1][0];

  /// Whether anything is different from the copy before.
  boolean isChanged;

  /// When the first of the changes came, by the machine's stopwatch; 0 for unknown.
  long waitingSince;

  /// The last change of the board that was copied.
  long seen;

  private @Nullable Shown of;
  private int rowsTold;
  private int minutesTold;

  void clear() {
    isAnother = false;
    isViewMoved = false;
    areExpiriesChanged = false;
    isChanged = false;
    inView.clear();
    listed.clear();
    rows.clear();
  }

  /// Whether the copy before was of the same.
  boolean isOf(Shown shown) {
    return of == shown;
  }

  /// How many of its contracts were copied before.
  int told(Shown shown) {
    return of == shown && !isAnother ? rowsTold : 0;
  }

  /// How many of its minutes were copied before.
  int minutesTold() {
    return minutesTold;
  }

  /// Remembers what was copied.
  void see(Shown shown, int rowCount, int begun, long change) {
    of = shown;
    rowsTold = rowCount;
    minutesTold = begun;
    seen = change;
  }

  /// Whether there is more than the head.
  boolean holdsMore() {
    return isAnother
        || isViewMoved
        || areExpiriesChanged
        || !listed.isEmpty()
        || !rows.isEmpty()
        || minuteCount > 0;
  }

  /// Copies the numbers of the rows.
  void copyNumbers() {
    int room = columns[0].length;
    if (room < rows.size()) {
      for (int place = 0; place < columns.length; place++) {
        columns[place] = new double[Math.max(rows.size(), 2 * room)];
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).copy(asOfNanos, columns, i);
    }
  }

  /// Makes room for the minutes from `first` up to and without `end`.
  void reserveMinutes(int first, int end) {
    firstMinute = first;
    minuteCount = end - first;
    if (minutes[0].length < minuteCount) {
      for (int i = 0; i < minutes.length; i++) {
        minutes[i] = new double[minuteCount];
      }
    }
  }
}
