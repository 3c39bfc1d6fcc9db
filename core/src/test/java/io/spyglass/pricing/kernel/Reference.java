package io.spyglass.pricing.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/// A row of `reference.csv`: inputs as doubles, results to 25 digits.
record Reference(
    String line,
    boolean onForward,
    double sign,
    double level,
    double strike,
    double years,
    double volatility,
    double rate,
    double dividendYield,
    BigDecimal undiscounted,
    List<BigDecimal> greeks) {

  static List<Reference> rows() {
    try (InputStream file = Reference.class.getResourceAsStream("reference.csv")) {
      return new String(file.readAllBytes(), UTF_8).lines().skip(1).map(Reference::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reference parse(String line) {
    String[] cells = line.split(",");
    double[] in = Arrays.stream(cells, 2, 8).mapToDouble(Double::parseDouble).toArray();
    return new Reference(
        line,
        cells[0].equals("F"),
        cells[1].equals("C") ? 1 : -1,
        in[0],
        in[1],
        in[2],
        in[3],
        in[4],
        in[5],
        new BigDecimal(cells[8]),
        Arrays.stream(cells, 10, 16).map(BigDecimal::new).toList());
  }

  double[] kernelGreeks() {
    double[] out = new double[Black.GREEKS];
    if (onForward) {
      Black.forwardGreeks(sign, level, strike, years, volatility, rate, out, 0);
    } else {
      Black.spotGreeks(sign, level, strike, years, volatility, rate, dividendYield, out, 0);
    }
    return out;
  }

  /// h² of the class comment of [Black].
  double squaredDistance() {
    double drift = onForward ? 0 : (rate - dividendYield) * years;
    double x = StrictMath.log(level / strike) + drift;
    return x * x / (volatility * volatility * years);
  }

  /// The relative error of a volatility that one rounding of the price makes, and one of its own,
  /// in units of 2^-52: 1 + P/(σ vega).
  double attainable() {
    BigDecimal worth = greeks.get(Black.VEGA).multiply(new BigDecimal(volatility));
    return 1 + greeks.get(Black.PRICE).divide(worth, Precise.DIGITS).doubleValue();
  }

  /// The volatility that the rounded price implies.
  double impliedVolatility() {
    return onForward
        ? BlackVolatility.of(sign, undiscounted.doubleValue(), level, strike, years)
        : BlackVolatility.ofSpot(
            sign, greeks.get(Black.PRICE).doubleValue(), level, strike, years, rate, dividendYield);
  }
}
