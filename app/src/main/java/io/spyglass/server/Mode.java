package io.spyglass.server;

import java.util.Locale;

/// What kind of market is shown.
public enum Mode {
  /// The market as it happens.
  LIVE,
  /// The market with the vendor's delay.
  DELAYED,
  /// A recorded day.
  REPLAY,
  /// The simulated market.
  DEMO,
  /// Nothing: there is no key to a market, and no day was asked for.
  OFFLINE;

  /// The word in documents: `live`, `delayed`, `replay`, `demo`, `offline`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
