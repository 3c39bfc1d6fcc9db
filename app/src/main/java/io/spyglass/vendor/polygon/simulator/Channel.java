package io.spyglass.vendor.polygon.simulator;

/// What a socket can subscribe to, by the vendor's letters.
enum Channel {
  /// Trades.
  T,
  /// Quotes.
  Q,
  /// Bars of a second.
  A,
  /// Bars of a minute.
  AM,
  /// Values of indices.
  V,
  /// Bands of limit up, limit down; nothing is ever sent.
  LULD,
  /// Imbalances; for businesses.
  NOI,
  /// Fair market values; for businesses.
  FMV
}
