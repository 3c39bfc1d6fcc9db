package io.spyglass.model;

/// The value of an underlying that a vendor gives with its chain of options.
///
/// @param underlying which
/// @param epochNanos from when it is, by the vendor
/// @param receivedNanos when this machine had it
/// @param value index points, or dollars a share, above 0
public record UnderlyingValue(
    Underlying underlying, long epochNanos, long receivedNanos, double value)
    implements MarketEvent {
  public UnderlyingValue {
    if (!(value > 0)) {
      throw new IllegalArgumentException(
          "value " + value + " of " + underlying + " is not above zero");
    }
  }
}
