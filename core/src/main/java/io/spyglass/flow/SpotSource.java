package io.spyglass.flow;

/// Where the spot comes from.
public enum SpotSource {
  /// Published index values, or trades and bars of the stock.
  PUBLISHED,
  /// The value that the vendor gives with the chain of options, for want of an index plan or a
  /// stock's trades.
  CHAIN,
  /// The forward that put–call parity implies, for want of both.
  PARITY
}
