package io.spyglass.server;

import io.spyglass.model.Underlying;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The part of an expiry's tape that there was at an instant.
///
/// @param expiry null where the underlying shows none yet
/// @param generation counts the board's resets: numbers of prints of different ones do not compare
/// @param cursor goes over its prints
record TapeStrip(
    Underlying underlying,
    @Nullable LocalDate expiry,
    long asOfNanos,
    long generation,
    TapeCursor cursor) {}
