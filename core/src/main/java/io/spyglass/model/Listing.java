package io.spyglass.model;

/// A contract is listed for trading.
///
/// @param contract the series
/// @param epochNanos from when it is known to be listed
/// @param receivedNanos when this machine had it
public record Listing(OptionContract contract, long epochNanos, long receivedNanos)
    implements MarketEvent {}
