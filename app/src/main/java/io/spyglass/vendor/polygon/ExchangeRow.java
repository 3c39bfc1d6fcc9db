package io.spyglass.vendor.polygon;

import org.jspecify.annotations.Nullable;

/// An exchange, trade reporting facility or consolidator.
///
/// @param id the number that prints carry
/// @param mic market identifier code, ISO 10383
public record ExchangeRow(
    int id,
    @Nullable String type,
    @Nullable String assetClass,
    @Nullable String locale,
    @Nullable String name,
    @Nullable String acronym,
    @Nullable String mic,
    @Nullable String operatingMic,
    @Nullable String participantId,
    @Nullable String url) {}
