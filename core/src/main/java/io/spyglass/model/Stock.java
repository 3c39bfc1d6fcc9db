package io.spyglass.model;

import java.util.regex.Pattern;

/// A stock or exchange-traded fund, `SPY`.
///
/// @param symbol upper-case letters, digits and dots, at most ten
public record Stock(String symbol) implements Instrument {
  private static final Pattern SYMBOL = Pattern.compile("[A-Z][A-Z0-9.]{0,9}");

  public Stock {
    if (!SYMBOL.matcher(symbol).matches()) {
      throw new IllegalArgumentException(
          "'" + symbol + "' is no stock ticker: it wants 1 to 10 upper-case letters, as in SPY");
    }
  }

  @Override
  public String ticker() {
    return symbol;
  }

  @Override
  public String toString() {
    return symbol;
  }
}
