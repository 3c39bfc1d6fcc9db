package io.spyglass.lake;

import java.nio.file.Path;

/// What a write did to one file of the lake.
///
/// @param file the lake's file
/// @param rows how many rows it holds now; 0 where it was skipped
/// @param change what happened
/// @param note why, in a sentence; empty for nothing to say
public record StoredFile(Path file, long rows, Change change, String note) {

  /// What can happen to a file.
  public enum Change {
    /// It was not there before.
    CREATED,
    /// New rows went in beside or over the old ones, by key.
    MERGED,
    /// It holds the new rows only.
    REPLACED,
    /// It stays as it was, because it holds more: finer bars, or the whole session.
    SKIPPED
  }
}
