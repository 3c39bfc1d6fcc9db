package io.spyglass.simulator;

/// Where trades happen, by the consolidator's exchange numbers: SPX and SPXW on Cboe alone, SPY
/// options on all option exchanges, the fund's shares on the stock exchanges.
final class Venues {
  private static final int CBOE = 302;
  private static final int[] OPTION_VENUES = {
    302, 304, 308, 312, 313, 316, 322, 323, 325, 301, 307, 300, 309, 315, 319, 320, 303, 318
  };
  private static final double[] OPTION_SHARES = {
    0.13, 0.09, 0.08, 0.08, 0.12, 0.10, 0.04, 0.11, 0.06, 0.05, 0.03, 0.03, 0.02, 0.02, 0.01, 0.015,
    0.01, 0.005
  };
  private static final int[] STOCK_VENUES = {4, 12, 11, 19, 10, 15, 8, 20};
  private static final double[] STOCK_SHARES = {0.38, 0.20, 0.14, 0.10, 0.06, 0.05, 0.04, 0.03};

  private Venues() {}

  /// The exchange of an option trade.
  static int option(boolean index, Draws draws) {
    return index ? CBOE : drawn(OPTION_VENUES, OPTION_SHARES, draws.nextUniform());
  }

  /// The `position`-th exchange that a sweep reaches which began at `first`.
  static int swept(int first, int position) {
    int at = 0;
    while (OPTION_VENUES[at] != first) {
      at++;
    }
    return OPTION_VENUES[(at + position) % OPTION_VENUES.length];
  }

  /// The exchange of a trade in the fund's shares; 4 is off exchange.
  static int stock(Draws draws) {
    return drawn(STOCK_VENUES, STOCK_SHARES, draws.nextUniform());
  }

  private static int drawn(int[] venues, double[] shares, double uniform) {
    double left = uniform;
    for (int i = 0; i < venues.length; i++) {
      left -= shares[i];
      if (left < 0) {
        return venues[i];
      }
    }
    return venues[0];
  }
}
