package io.spyglass.vendor.polygon;

import org.jspecify.annotations.Nullable;

/// A day on which an exchange is closed or closes early.
///
/// @param exchange `NYSE`, `NASDAQ` or `OTC`
/// @param date as in 2025-12-24
/// @param status `closed` or `early-close`
/// @param open of a short day, UTC
/// @param close of a short day, UTC
public record Holiday(
    @Nullable String exchange,
    @Nullable String name,
    @Nullable String date,
    @Nullable String status,
    @Nullable String open,
    @Nullable String close) {}
