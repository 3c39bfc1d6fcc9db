package io.spyglass.vendor.polygon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A print of the tape.
///
/// @param ticker where the endpoint gives it
/// @param size contracts or shares
/// @param decimalSize the same unrounded, where it is given
/// @param correction above 0 for corrected or cancelled later
/// @param sipTimestamp nanoseconds
/// @param participantTimestamp nanoseconds
/// @param sequenceNumber may be 0, which says nothing
/// @param trfTimestamp nanoseconds, of the trade reporting facility
public record TradeRow(
    @Nullable String ticker,
    @Nullable String id,
    double price,
    double size,
    double decimalSize,
    int exchange,
    List<Integer> conditions,
    int correction,
    long sipTimestamp,
    long participantTimestamp,
    long sequenceNumber,
    int tape,
    long trfId,
    long trfTimestamp) {

  /// The size, unrounded where that is known.
  public double exactSize() {
    return Double.isNaN(decimalSize) ? size : decimalSize;
  }
}
