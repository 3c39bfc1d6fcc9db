package io.spyglass.vendor.polygon.simulator;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.pricing.European;
import io.spyglass.pricing.EuropeanOption;
import io.spyglass.pricing.Greeks;
import io.spyglass.pricing.Market;
import io.spyglass.pricing.Parity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Implied volatilities and Greeks of a snapshot: the forward of an expiry from put-call parity
/// near the money, the volatility from the middle of the quote, at no rate. Owned by one request.
final class Valuation {
  private static final int PAIRS = 5;

  private final TradingCalendar calendar;
  private final List<OptionContract> listed;
  private final Map<Instrument, Line> lines;
  private final long nowNanos;
  private final Map<Series, Double> forwards = new HashMap<>();

  private record Series(String root, LocalDate expiry) {}

  /// Volatility and Greeks, which belong together.
  record Value(double volatility, Greeks greeks) {}

  /// @param lines the book, under its lock
  Valuation(
      TradingCalendar calendar,
      List<OptionContract> listed,
      Map<Instrument, Line> lines,
      long nowNanos) {
    this.calendar = calendar;
    this.listed = listed;
    this.lines = lines;
    this.nowNanos = nowNanos;
  }

  /// The value of a contract, null where its quote says nothing.
  @Nullable Value of(OptionContract contract, double spot) {
    Line line = lines.get(contract);
    double middle = Shot.middle(line == null ? null : line.quote);
    double years = calendar.expiry(contract).yearsToExpiry(nowNanos);
    if (Double.isNaN(middle) || years <= 0) {
      return null;
    }
    Series series = new Series(contract.root(), contract.expiry());
    double forward = forwards.computeIfAbsent(series, each -> forward(each, spot));
    Market market = new Market.Forward(forward, 0);
    EuropeanOption option = new EuropeanOption(contract.right(), contract.strike(), years);
    double volatility = European.impliedVolatility(option, market, middle).volatility();
    return Double.isNaN(volatility)
        ? null
        : new Value(volatility, European.greeks(option, market, volatility));
  }

  private double forward(Series series, double spot) {
    List<OptionContract> calls =
        listed.stream()
            .filter(each -> each.right() == Right.CALL && series.expiry().equals(each.expiry()))
            .filter(each -> series.root().equals(each.root()))
            .sorted((a, b) -> Double.compare(distance(a, spot), distance(b, spot)))
            .limit(PAIRS)
            .toList();
    double[] strikes = new double[calls.size()];
    double[] call = new double[strikes.length];
    double[] put = new double[strikes.length];
    for (int i = 0; i < strikes.length; i++) {
      OptionContract each = calls.get(i);
      strikes[i] = each.strike();
      call[i] = middle(each);
      put[i] =
          middle(new OptionContract(each.root(), each.expiry(), Right.PUT, each.strikeMills()));
    }
    double forward = Parity.forward(strikes, call, put, 1);
    return Double.isNaN(forward) ? spot : forward;
  }

  private static double distance(OptionContract contract, double spot) {
    return Math.abs(contract.strike() - spot);
  }

  private double middle(OptionContract contract) {
    Line line = lines.get(contract);
    return Shot.middle(line == null ? null : line.quote);
  }
}
