package io.spyglass.flow;

import io.spyglass.pricing.European;
import io.spyglass.pricing.EuropeanOption;
import io.spyglass.pricing.Greeks;
import io.spyglass.pricing.Market;

/// The volatility that the middle of a contract's quote implies, and its Greeks at it.
///
/// @param volatility `NaN` where no quote determines it
/// @param greeks all `NaN` with it
record ContractGreeks(double volatility, Greeks greeks) {
  static final ContractGreeks UNKNOWN =
      new ContractGreeks(
          Double.NaN,
          new Greeks(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));

  /// Values a contract as a European option on the forward.
  ///
  /// Where its own middle determines no volatility (in the money, close to the expiry, the spread
  /// reaches below the intrinsic value) that of the other right at the same strike does: by parity
  /// both have the same.
  static ContractGreeks of(ContractFlow contract, double forward, long epochNanos) {
    double yearsToExpiry = contract.series().expiry().yearsToExpiry(epochNanos);
    Market market = new Market.Forward(forward, 0);
    double volatility = volatility(contract, market, epochNanos);
    ContractFlow other = contract.series().otherRight(contract);
    if (Double.isNaN(volatility) && other != null) {
      volatility = volatility(other, market, epochNanos);
    }
    if (Double.isNaN(volatility)) {
      return UNKNOWN;
    }
    return new ContractGreeks(
        volatility, European.greeks(option(contract, yearsToExpiry), market, volatility));
  }

  private static double volatility(ContractFlow contract, Market market, long epochNanos) {
    double middle = contract.middle(epochNanos);
    double yearsToExpiry = contract.series().expiry().yearsToExpiry(epochNanos);
    return Double.isNaN(middle)
        ? Double.NaN
        : European.impliedVolatility(option(contract, yearsToExpiry), market, middle).volatility();
  }

  private static EuropeanOption option(ContractFlow contract, double yearsToExpiry) {
    return new EuropeanOption(
        contract.contract().right(), contract.contract().strike(), yearsToExpiry);
  }
}
