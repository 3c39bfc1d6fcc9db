package io.spyglass.model;

/// A stretch of time for which events are missing.
///
/// @param epochNanos when the hole was found or its state changed
/// @param receivedNanos the same by this machine's clock
/// @param fromNanos the last instant before it that is known to be whole
/// @param toNanos the first instant behind it that is known to be whole
/// @param reason in plain words
/// @param filled whether the missing events were fetched afterwards
public record Hole(
    long epochNanos,
    long receivedNanos,
    long fromNanos,
    long toNanos,
    String reason,
    boolean filled)
    implements MarketEvent {}
