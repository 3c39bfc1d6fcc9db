package io.spyglass.journal;

/// The first byte of every record in a block; the table is in the package's documentation.
final class Kind {
  static final int INSTRUMENT = 1;
  static final int CONDITIONS = 2;
  static final int LISTING = 3;
  static final int OPEN_INTEREST = 4;
  static final int QUOTE = 5;
  static final int INDEX_VALUE = 6;
  static final int BAR = 7;
  static final int TRADE = 8;
  static final int NEWS = 9;
  static final int HOLE = 10;
  static final int TICK = 11;
  static final int UNDERLYING_VALUE = 12;
  static final int VENDOR_GREEKS = 13;

  /// Bytes of a [#QUOTE].
  static final int QUOTE_BYTES = 61;

  /// Bytes of a [#TRADE].
  static final int TRADE_BYTES = 65;

  private Kind() {}
}
