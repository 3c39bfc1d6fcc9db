package io.spyglass.vendor.polygon;

import org.jspecify.annotations.Nullable;

/// Where a stock stands.
///
/// @param minute the last one
/// @param previousDay the trading day before
/// @param change of today, dollars
/// @param updatedNanos when
/// @param fmv fair market value, as business plans have it
public record StockSnapshot(
    @Nullable String ticker,
    @Nullable BarRow day,
    @Wire("min") @Nullable BarRow minute,
    @Wire("prevDay") @Nullable BarRow previousDay,
    @Wire("lastQuote") @Nullable LastQuote lastQuote,
    @Wire("lastTrade") @Nullable LastTrade lastTrade,
    @Wire("todaysChange") double change,
    @Wire("todaysChangePerc") double changePercent,
    @Wire("updated") long updatedNanos,
    double fmv) {}
