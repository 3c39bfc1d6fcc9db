package io.spyglass.pricing;

import io.spyglass.pricing.kernel.Black;
import io.spyglass.pricing.kernel.BlackVolatility;
import io.spyglass.pricing.kernel.Elementary;
import io.spyglass.pricing.kernel.VolatilityStatus;

/// Values European options: terms and market in, [Black] and [BlackVolatility] applied.
public final class European {
  private European() {}

  /// The discounted price at a volatility, at the expiry instant the intrinsic value; NaN where an
  /// input is missing or the option has expired.
  public static double price(EuropeanOption option, Market market, double volatility) {
    double sign = option.sign();
    double strike = option.strike();
    double years = option.yearsToExpiry();
    return switch (market) {
      case Market.Spot(double spot, double rate, double dividendYield) ->
          Black.spotPrice(sign, spot, strike, years, volatility, rate, dividendYield);
      case Market.Forward(double forward, double rate) ->
          Elementary.exp(-rate * years) * Black.price(sign, forward, strike, years, volatility);
    };
  }

  /// The volatility at which the option is worth `price`, discounted as it is quoted.
  public static ImpliedVolatility impliedVolatility(
      EuropeanOption option, Market market, double price) {
    double sign = option.sign();
    double strike = option.strike();
    double years = option.yearsToExpiry();
    return switch (market) {
      case Market.Spot(double spot, double rate, double dividendYield) -> {
        double volatility =
            BlackVolatility.ofSpot(sign, price, spot, strike, years, rate, dividendYield);
        VolatilityStatus status =
            BlackVolatility.spotStatus(
                volatility, sign, price, spot, strike, years, rate, dividendYield);
        yield new ImpliedVolatility(volatility, status);
      }
      case Market.Forward(double forward, double rate) -> {
        double undiscounted = price * Elementary.exp(rate * years);
        double volatility = BlackVolatility.of(sign, undiscounted, forward, strike, years);
        VolatilityStatus status =
            BlackVolatility.status(volatility, sign, undiscounted, forward, strike, years);
        yield new ImpliedVolatility(volatility, status);
      }
    };
  }

  /// Price and Greeks at a volatility, in quoted units.
  public static Greeks greeks(EuropeanOption option, Market market, double volatility) {
    double sign = option.sign();
    double strike = option.strike();
    double years = option.yearsToExpiry();
    double[] values = new double[Black.GREEKS];
    switch (market) {
      case Market.Spot(double spot, double rate, double dividendYield) ->
          Black.spotGreeks(sign, spot, strike, years, volatility, rate, dividendYield, values, 0);
      case Market.Forward(double forward, double rate) ->
          Black.forwardGreeks(sign, forward, strike, years, volatility, rate, values, 0);
    }
    return Greeks.ofKernel(values, 0);
  }
}
