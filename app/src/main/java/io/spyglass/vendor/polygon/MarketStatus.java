package io.spyglass.vendor.polygon;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which markets are open now.
///
/// @param market `open`, `closed` or `extended-hours`
/// @param serverTime with New York's offset, as in 2020-11-10T17:37:37-05:00
/// @param exchanges what `nyse`, `nasdaq` and `otc` are
/// @param currencies what `fx` and `crypto` are
/// @param indicesGroups what the publishers of indices are
public record MarketStatus(
    @Nullable String market,
    @Wire("earlyHours") @Nullable Boolean earlyHours,
    @Wire("afterHours") @Nullable Boolean afterHours,
    @Wire("serverTime") @Nullable String serverTime,
    Map<String, String> exchanges,
    Map<String, String> currencies,
    @Wire("indicesGroups") Map<String, String> indicesGroups) {}
