package io.spyglass.pricing;

/// What a price depends on besides the terms and the volatility.
///
/// Numbers that are missing are NaN; what follows from them is NaN too.
public sealed interface Market {

  /// The rate at which cash is discounted, per 1.00 and year, continuously compounded.
  double rate();

  /// The spot is known: the forward is S e^((r - q) T) and moves with rate and time.
  ///
  /// @param dividendYield per 1.00 and year, continuous
  record Spot(double spot, double rate, double dividendYield) implements Market {}

  /// Only the forward to the option's expiry is known, as from put-call parity. It takes the place
  /// of a spot at zero carry: Greeks are with respect to it, and it stays as time and the rate
  /// move.
  record Forward(double forward, double rate) implements Market {}
}
