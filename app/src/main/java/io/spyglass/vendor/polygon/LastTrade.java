package io.spyglass.vendor.polygon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last print of one ticker.
///
/// @param decimalSize the size unrounded, where it is given
/// @param epochNanos when the consolidator had it
/// @param participantNanos when the exchange had it
/// @param trfNanos when the trade reporting facility had it
/// @param trf the facility's number
public record LastTrade(
    @Wire("T") @Nullable String ticker,
    @Wire("i") @Nullable String id,
    @Wire("p") double price,
    @Wire("s") double size,
    @Wire({"decimal_size", "ds"}) double decimalSize,
    @Wire("x") int exchange,
    @Wire("c") List<Integer> conditions,
    @Wire("e") int correction,
    @Wire("t") long epochNanos,
    @Wire("y") long participantNanos,
    @Wire("f") long trfNanos,
    @Wire("q") long sequence,
    @Wire("r") long trf,
    @Wire("z") int tape) {

  /// The same as a row of the tape.
  public TradeRow row() {
    return new TradeRow(
        ticker,
        id,
        price,
        size,
        decimalSize,
        exchange,
        conditions,
        correction,
        epochNanos,
        participantNanos,
        sequence,
        tape,
        trf,
        trfNanos);
  }
}
