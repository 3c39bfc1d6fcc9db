package io.spyglass.vendor.polygon;

import org.jspecify.annotations.Nullable;

/// A bar of any length.
///
/// @param ticker given where one body is about several
/// @param startMillis the first instant of the stretch
/// @param volume contracts or shares, `NaN` for an index
/// @param decimalVolume the same unrounded, where it is given
/// @param vwap volume-weighted average price
/// @param trades how many
/// @param overTheCounter null for no
/// @param dayVolume of the day so far, in snapshots
public record BarRow(
    @Wire("T") @Nullable String ticker,
    @Wire("t") long startMillis,
    @Wire("o") double open,
    @Wire("h") double high,
    @Wire("l") double low,
    @Wire("c") double close,
    @Wire("v") double volume,
    @Wire({"decimal_volume", "dv"}) double decimalVolume,
    @Wire("vw") double vwap,
    @Wire("n") long trades,
    @Wire("otc") @Nullable Boolean overTheCounter,
    @Wire("av") double dayVolume) {

  /// The volume, unrounded where that is known.
  public double exactVolume() {
    return Double.isNaN(decimalVolume) ? volume : decimalVolume;
  }
}
