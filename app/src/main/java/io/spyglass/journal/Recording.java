package io.spyglass.journal;

/// Whether what happens is being recorded.
///
/// @param on false while the journal cannot be written: NOT RECORDING
/// @param sinceNanos since when this is so, by the sequencer's time; 0 at the start
/// @param reason why it is off, in plain words; empty while it is on
/// @param recordedEvents events that the journal acknowledged
/// @param lostEvents events that were handed on without having been recorded
/// @param bytes the length of the journal, 0 while it could not be opened
public record Recording(
    boolean on, long sinceNanos, String reason, long recordedEvents, long lostEvents, long bytes) {}
