package io.spyglass.model;

/// The value of an underlying that a vendor gives with its chain of options, or that the chain's
/// prices imply.
///
/// @param underlying which
/// @param epochNanos from when it is, by the vendor
/// @param receivedNanos when this machine had it
/// @param value index points, or dollars a share, above 0
/// @param isImplied whether put–call parity of the chain's prices gave it, and not the vendor
public record UnderlyingValue(
    Underlying underlying, long epochNanos, long receivedNanos, double value, boolean isImplied)
    implements MarketEvent {
  public UnderlyingValue {
    if (!(value > 0)) {
      throw new IllegalArgumentException(
          "value " + value + " of " + underlying + " is not above zero");
    }
  }

  /// A value that the vendor gives.
  public UnderlyingValue(Underlying underlying, long epochNanos, long receivedNanos, double value) {
    this(underlying, epochNanos, receivedNanos, value, false);
  }
}
