package io.spyglass.vendor.polygon.simulator;

/// Which bars are asked for.
///
/// @param fromNanos the first instant
/// @param toNanos the first instant behind
/// @param knownNanos what happened later is not known
/// @param multiplier how many spans a bar has
record Range(long fromNanos, long toNanos, long knownNanos, int multiplier, Timespan span) {}
