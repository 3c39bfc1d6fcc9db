package io.spyglass.model;

/// A published value of an index.
///
/// @param index which
/// @param epochNanos when it was computed
/// @param receivedNanos when this machine had it
/// @param value points, above 0
public record IndexValue(Index index, long epochNanos, long receivedNanos, double value)
    implements MarketEvent {
  public IndexValue {
    if (!(value > 0)) {
      throw new IllegalArgumentException("value " + value + " of " + index + " is not above zero");
    }
  }
}
