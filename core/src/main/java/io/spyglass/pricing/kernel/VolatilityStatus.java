package io.spyglass.pricing.kernel;

/// Why a price has, or has not, an implied volatility. Where several apply, the first below counts.
public enum VolatilityStatus {
  /// There is a volatility, and the price determines it.
  OK,

  /// An argument is NaN.
  NOT_A_NUMBER,

  /// Forward or strike is not above zero and finite, their ratio is beyond 2^±1000, or the time is
  /// infinite.
  OUT_OF_RANGE,

  /// The time to expiry is zero or negative.
  NO_TIME,

  /// The price is below the intrinsic value of the forward, by more than rounding.
  BELOW_INTRINSIC,

  /// The price is at or above its bound: the forward for a call, the strike for a put.
  ABOVE_BOUND,

  /// One unit in the last place of the price moves the volatility by more than 1 part in 1,024, so
  /// the price says nothing about it: at or within rounding of the intrinsic value or of the bound.
  UNDETERMINED
}
