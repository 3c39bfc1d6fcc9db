package io.spyglass.server;

import io.spyglass.model.OptionContract;
import java.util.List;

/// A copy of one contract's day by the minute.
///
/// @param fromNanos when minute 0 begins
/// @param count how many minutes have begun
/// @param traded a column for each of [#TRADED]
/// @param stood a column for each of the numbers of [Samples]
/// @param spot at each minute's end
@SuppressWarnings("ArrayRecordComponent")
record ContractDay(
    OptionContract contract,
    long asOfNanos,
    long generation,
    long fromNanos,
    int count,
    double[][] traded,
    double[][] stood,
    double[] spot) {
  /// What is summed over a minute.
  static final List<Column> TRADED =
      List.of(
          new Column("volume", 4),
          new Column("bought", 4),
          new Column("sold", 4),
          new Column("unclassified", 4),
          new Column("premium", 4),
          new Column("net_premium", 4));

  /// The sums of a contract's minutes.
  static double[][] traded(ContractMinutes minutes, int count) {
    double[] volume = minutes.byMinute(ContractMinutes.VOLUME, count);
    double[] bought = minutes.byMinute(ContractMinutes.BOUGHT, count);
    double[] sold = minutes.byMinute(ContractMinutes.SOLD, count);
    double[] unclassified = new double[count];
    for (int i = 0; i < count; i++) {
      unclassified[i] = volume[i] - bought[i] - sold[i];
    }
    return new double[][] {
      volume,
      bought,
      sold,
      unclassified,
      minutes.byMinute(ContractMinutes.PREMIUM, count),
      minutes.byMinute(ContractMinutes.NET_PREMIUM, count)
    };
  }
}
