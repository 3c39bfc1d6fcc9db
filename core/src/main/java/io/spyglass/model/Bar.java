package io.spyglass.model;

/// Open, high, low, close and volume of a stretch of time. It happens at the stretch's end, when it
/// is known.
///
/// @param instrument what was traded or published
/// @param startNanos the first instant of the stretch
/// @param seconds the length of the stretch, above 0
/// @param receivedNanos when this machine had it
/// @param open first price
/// @param high highest price
/// @param low lowest price
/// @param close last price
/// @param volume contracts or shares, `NaN` for an index
/// @param vwap volume-weighted average price, `NaN` where the source gives none
public record Bar(
    Instrument instrument,
    long startNanos,
    int seconds,
    long receivedNanos,
    double open,
    double high,
    double low,
    double close,
    double volume,
    double vwap)
    implements MarketEvent {
  public Bar {
    if (seconds < 1) {
      throw new IllegalArgumentException("a bar of " + seconds + " seconds");
    }
  }

  /// The end of the stretch.
  @Override
  public long epochNanos() {
    return startNanos + seconds * 1_000_000_000L;
  }
}
