package io.spyglass.simulator;

import io.spyglass.flow.TradeSide;
import io.spyglass.model.Conditions;

/// A print before it has its place in the sequence.
///
/// @param nanos when the consolidator has it
/// @param participantNanos when the exchange had it
/// @param price dollars, on the grid
/// @param size contracts
/// @param exchange the consolidator's number
/// @param conditions its codes
/// @param correction 0, or 1 for a notice of cancellation
/// @param side who crossed the spread
record Print(
    long nanos,
    long participantNanos,
    double price,
    int size,
    int exchange,
    Conditions conditions,
    int correction,
    TradeSide side) {}
