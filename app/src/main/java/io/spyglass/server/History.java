package io.spyglass.server;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The minutes of a tape so far: dollars bought less sold in each, and the spot at its end (`NaN`
/// for unknown).
///
/// @param expiry of the series, null for none yet
/// @param openNanos when the first minute begins
/// @param contracts the same of each contract that traded, by strike
@SuppressWarnings("ArrayRecordComponent")
record History(
    @Nullable LocalDate expiry,
    long asOfNanos,
    long openNanos,
    double[] callNetPremium,
    double[] putNetPremium,
    double[] spot,
    List<OfContract> contracts) {

  /// One contract's part.
  @SuppressWarnings("ArrayRecordComponent")
  record OfContract(String ticker, double strike, double[] netPremium) {}

  static History none(long asOfNanos) {
    return new History(null, asOfNanos, 0, new double[0], new double[0], new double[0], List.of());
  }
}
