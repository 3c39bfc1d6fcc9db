package io.spyglass.vendor.polygon;

import org.jspecify.annotations.Nullable;

/// A day of one ticker, before and after hours too.
///
/// @param from the date, or midnight of it
/// @param volume contracts or shares, `NaN` for an index
public record DayRow(
    @Nullable String status,
    @Nullable String requestId,
    @Nullable String from,
    @Nullable String symbol,
    double open,
    double high,
    double low,
    double close,
    double volume,
    @Wire({"decimal_volume", "dv"}) double decimalVolume,
    @Wire("afterHours") double afterHours,
    @Wire("preMarket") double preMarket,
    @Wire("otc") @Nullable Boolean overTheCounter) {}
