package io.spyglass.model;

/// A print, as delivered.
///
/// @param instrument what was traded
/// @param epochNanos when the consolidator (SIP) had it
/// @param receivedNanos when this machine had it
/// @param participantNanos when the exchange had it, [MarketEvent#ABSENT] for unknown
/// @param sequence the vendor's number, [MarketEvent#ABSENT] for none
/// @param price dollars
/// @param size contracts or shares, may be fractional
/// @param exchange the vendor's exchange number, 0 for unknown
/// @param conditions the codes of the print
/// @param correction 0 for none, above 0 for corrected or cancelled later, [MarketEvent#ABSENT] for
///   unknown
public record Trade(
    Instrument instrument,
    long epochNanos,
    long receivedNanos,
    long participantNanos,
    long sequence,
    double price,
    double size,
    int exchange,
    Conditions conditions,
    int correction)
    implements MarketEvent {}
