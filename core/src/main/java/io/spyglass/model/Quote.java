package io.spyglass.model;

/// The best bid and offer from this instant on.
///
/// A side that is not there is `NaN`; a bid of 0 is a real one.
///
/// @param instrument what is quoted
/// @param epochNanos from when it holds
/// @param receivedNanos when this machine had it
/// @param sequence the vendor's number, [MarketEvent#ABSENT] for none
/// @param bid price, `NaN` for none
/// @param ask price, `NaN` for none
/// @param bidSize contracts or shares
/// @param askSize contracts or shares
public record Quote(
    Instrument instrument,
    long epochNanos,
    long receivedNanos,
    long sequence,
    double bid,
    double ask,
    long bidSize,
    long askSize)
    implements MarketEvent {}
