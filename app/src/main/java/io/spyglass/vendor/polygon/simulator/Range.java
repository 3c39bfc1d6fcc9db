package io.spyglass.vendor.polygon.simulator;

/// Which bars are asked for.
///
/// @param fromNanos the first instant
/// @param toNanos the first instant behind
/// @param multiplier how many spans a bar has
record Range(long fromNanos, long toNanos, int multiplier, Timespan span) {}
