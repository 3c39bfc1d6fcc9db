package io.spyglass.vendor.polygon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last best bid and offer of one ticker.
///
/// @param epochNanos when the consolidator had it
/// @param participantNanos when the exchange had it
/// @param trfNanos when the trade reporting facility had it
public record LastQuote(
    @Wire("T") @Nullable String ticker,
    @Wire("p") double bid,
    @Wire("s") double bidSize,
    @Wire("x") int bidExchange,
    @Wire("P") double ask,
    @Wire("S") double askSize,
    @Wire("X") int askExchange,
    @Wire("c") List<Integer> conditions,
    @Wire("i") List<Integer> indicators,
    @Wire("t") long epochNanos,
    @Wire("y") long participantNanos,
    @Wire("f") long trfNanos,
    @Wire("q") long sequence,
    @Wire("z") int tape) {

  /// The same as a row of the tape.
  public QuoteRow row() {
    return new QuoteRow(
        ticker,
        bid,
        bidSize,
        bidExchange,
        ask,
        askSize,
        askExchange,
        conditions,
        indicators,
        epochNanos,
        participantNanos,
        sequence,
        tape,
        trfNanos);
  }
}
