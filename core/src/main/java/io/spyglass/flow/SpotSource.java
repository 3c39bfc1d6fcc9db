package io.spyglass.flow;

/// Where the spot comes from.
public enum SpotSource {
  /// Published index values, or trades and bars of the stock.
  PUBLISHED,
  /// The forward that put–call parity implies, for want of a published value.
  PARITY
}
