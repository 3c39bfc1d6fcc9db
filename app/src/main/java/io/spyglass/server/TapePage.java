package io.spyglass.server;

import java.lang.foreign.MemorySegment;

/// Where a chunk of the tape is. Immutable once it is full, so that any thread may read it.
sealed interface TapePage permits TapeChunk, TapePage.OnDisk {

  /// A chunk in a file.
  ///
  /// @param region a mapped part of the file
  /// @param offset where in it the chunk begins
  record OnDisk(MemorySegment region, long offset) implements TapePage {}
}
