package io.spyglass.session;

/// Whether what happens is being recorded. Immutable.
///
/// @param on false while it cannot be: NOT RECORDING
/// @param sinceNanos since when this is so, nanoseconds since the epoch; 0 from the start
/// @param reason why it is off, in plain words; empty while it is on
/// @param recorded events of the day that are safe on the disk
/// @param lost events that went unrecorded
/// @param bytes the length of the day's record
/// @param freeBytes what the disk has left, -1 for unknown
public record RecordingState(
    boolean on,
    long sinceNanos,
    String reason,
    long recorded,
    long lost,
    long bytes,
    long freeBytes) {}
