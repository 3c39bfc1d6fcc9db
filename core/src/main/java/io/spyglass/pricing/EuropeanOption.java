package io.spyglass.pricing;

import io.spyglass.model.Right;

/// The terms of an option that is exercised at expiry or not at all.
///
/// @param strike in the unit of the underlying's level, above zero
/// @param yearsToExpiry from the moment of valuation to the expiry instant, in years of 365 ×
///   86,400 seconds; negative once expired
public record EuropeanOption(Right right, double strike, double yearsToExpiry) {
  public EuropeanOption {
    if (!(strike > 0 && strike < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("strike " + strike + " is not above zero and finite");
    }
    if (!Double.isFinite(yearsToExpiry)) {
      throw new IllegalArgumentException("time of " + yearsToExpiry + " years is not finite");
    }
  }

  /// +1 for a call, -1 for a put.
  double sign() {
    return right == Right.CALL ? 1 : -1;
  }
}
