package io.spyglass.model;

/// Implied volatility and Greeks of a contract as a vendor computes them; `NaN` is not given.
///
/// @param contract the series
/// @param epochNanos from when they are, by the vendor
/// @param receivedNanos when this machine had them
/// @param volatility 0.20 for 20 %
/// @param delta per $1
/// @param gamma per $1
/// @param theta dollars a share and calendar day, as the vendor defines it
/// @param vega dollars a share and volatility point, as the vendor defines it
public record VendorGreeks(
    OptionContract contract,
    long epochNanos,
    long receivedNanos,
    double volatility,
    double delta,
    double gamma,
    double theta,
    double vega)
    implements MarketEvent {

  /// What is known of a contract before the vendor gave anything: time 0, all `NaN`.
  public static VendorGreeks unknown(OptionContract contract) {
    double none = Double.NaN;
    return new VendorGreeks(contract, 0, 0, none, none, none, none, none);
  }

  /// Whether the vendor gave them.
  public boolean isKnown() {
    return epochNanos != 0;
  }
}
