package io.spyglass.model;

/// Something that is quoted, traded or published under a ticker.
public sealed interface Instrument permits OptionContract, Stock, Index {

  /// The ticker as Polygon spells it and the lake stores it: `O:SPXW251219C06000000`, `SPY`,
  /// `I:SPX`.
  String ticker();

  /// The instrument that `ticker` names; the inverse of [#ticker], and for options every spelling
  /// that [OptionContract#parse] takes.
  ///
  /// @throws IllegalArgumentException for a text that is no ticker
  static Instrument parse(String ticker) {
    if (ticker.startsWith(Index.PREFIX)) {
      return new Index(ticker.substring(Index.PREFIX.length()));
    }
    boolean option =
        ticker.startsWith(OptionContract.POLYGON_PREFIX)
            || ticker.length() > OptionContract.TAIL_LENGTH;
    return option ? OptionContract.parse(ticker) : new Stock(ticker);
  }
}
