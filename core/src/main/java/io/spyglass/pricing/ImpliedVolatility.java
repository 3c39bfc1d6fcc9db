package io.spyglass.pricing;

import io.spyglass.pricing.kernel.VolatilityStatus;

/// The volatility that a price implies.
///
/// @param volatility per 1.00 and root year; NaN unless the status is `OK`
/// @param status why there is none
public record ImpliedVolatility(double volatility, VolatilityStatus status) {
  public ImpliedVolatility {
    if (Double.isNaN(volatility) == (status == VolatilityStatus.OK)) {
      throw new IllegalArgumentException("volatility " + volatility + " with status " + status);
    }
  }
}
