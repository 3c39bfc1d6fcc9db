package io.spyglass.model;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What options are written on, by its bare symbol: `SPX`, `SPY`.
///
/// One underlying has several roots: the options of `SPX` trade as `SPX` (morning-settled) and
/// `SPXW` (evening-settled), and an adjusted series of `SPY` as `SPY1`. Any root works: trailing
/// digits mark an adjusted one, and a root without an entry of its own is its own underlying.
///
/// @param symbol upper-case letters, digits and dots, at most ten
public record Underlying(String symbol) {
  private static final Pattern SYMBOL = Pattern.compile("[A-Z][A-Z0-9.]{0,9}");

  private static final Map<String, String> BY_ROOT =
      Map.of(
          "SPXW", "SPX", "SPXPM", "SPX", "NDXP", "NDX", "RUTW", "RUT", "VIXW", "VIX", "MRUTW",
          "MRUT");

  private static final Set<String> INDICES =
      Set.of(
          "SPX", "XSP", "NDX", "XND", "RUT", "MRUT", "VIX", "VIX9D", "VIX1D", "VIX3M", "DJX", "OEX",
          "XEO");

  public Underlying {
    if (!SYMBOL.matcher(symbol).matches()) {
      throw new IllegalArgumentException(
          "'" + symbol + "' is no underlying: it wants upper-case letters, as in SPX or SPY");
    }
  }

  /// The underlying of an option root.
  public static Underlying ofRoot(String root) {
    int end = root.length();
    while (end > 1 && Character.isDigit(root.charAt(end - 1))) {
      end--;
    }
    String unadjusted = root.substring(0, end);
    return new Underlying(BY_ROOT.getOrDefault(unadjusted, unadjusted));
  }

  /// Whether options of `root` are written on this underlying.
  public boolean hasRoot(String root) {
    return symbol.equals(root) || ofRoot(root).equals(this);
  }

  /// The index or stock whose value is the spot.
  public Instrument instrument() {
    return isIndex() ? new Index(symbol) : new Stock(symbol);
  }

  /// Whether the underlying is a published index rather than a stock.
  public boolean isIndex() {
    return INDICES.contains(symbol);
  }

  @Override
  public String toString() {
    return symbol;
  }
}
