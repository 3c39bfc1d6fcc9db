package io.spyglass.model;

import java.util.regex.Pattern;

/// A published index, `I:SPX`.
///
/// @param symbol the bare symbol, `SPX`: upper-case letters and digits, at most ten
public record Index(String symbol) implements Instrument {
  static final String PREFIX = "I:";

  private static final Pattern SYMBOL = Pattern.compile("[A-Z][A-Z0-9]{0,9}");

  public Index {
    if (!SYMBOL.matcher(symbol).matches()) {
      throw new IllegalArgumentException(
          "'"
              + symbol
              + "' is no index symbol: it wants 1 to 10 upper-case letters or digits, as in SPX");
    }
  }

  @Override
  public String ticker() {
    return PREFIX + symbol;
  }

  @Override
  public String toString() {
    return ticker();
  }
}
