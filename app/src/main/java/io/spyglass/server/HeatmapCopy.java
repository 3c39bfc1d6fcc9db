package io.spyglass.server;

import io.spyglass.model.Right;
import java.util.ArrayList;
import java.util.List;

/// Sums the minutes of contracts to the cells of a [Heatmap]. Contracts of two roots at one strike
/// are summed together. Used under the board's monitor, once.
final class HeatmapCopy {
  private final Heatmap.Request request;
  private final double[] callSums;
  private final double[] putSums;
  private final boolean[] hasCalls;
  private final boolean[] hasPuts;
  final List<Double> strikes = new ArrayList<>();
  final Heatmap.Cells calls = new Heatmap.Cells();
  final Heatmap.Cells puts = new Heatmap.Cells();

  /// @param steps how many there are at most
  HeatmapCopy(Heatmap.Request request, int steps) {
    this.request = request;
    this.callSums = new double[steps];
    this.putSums = new double[steps];
    this.hasCalls = new boolean[steps];
    this.hasPuts = new boolean[steps];
  }

  /// Adds the contracts that traded, strikes upwards.
  void add(List<Row> byStrike) {
    for (Row row : byStrike) {
      double strike = row.contract.strike();
      if (strikes.isEmpty() || strikes.getLast() != strike) {
        finishStrike();
        strikes.add(strike);
      }
      add(row);
    }
    finishStrike();
  }

  private void add(Row row) {
    ContractMinutes minutes = row.minutes;
    if (minutes == null) {
      return;
    }
    boolean isCall = row.contract.right() == Right.CALL;
    double[] sums = isCall ? callSums : putSums;
    boolean[] has = isCall ? hasCalls : hasPuts;
    for (int cell = minutes.size() - 1; cell >= 0; cell--) {
      int step = minutes.minute(cell) / request.stepMinutes();
      if (step < request.since()) {
        return;
      }
      sums[step] += minutes.sum(request.measure().sum, cell);
      has[step] = true;
    }
  }

  private void finishStrike() {
    finish(callSums, hasCalls, calls);
    finish(putSums, hasPuts, puts);
  }

  private void finish(double[] sums, boolean[] has, Heatmap.Cells cells) {
    for (int step = 0; step < sums.length; step++) {
      if (has[step]) {
        cells.add(strikes.size() - 1, step, sums[step]);
        has[step] = false;
        sums[step] = 0;
      }
    }
  }
}
