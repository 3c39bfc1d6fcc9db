package io.spyglass.ingest;

/// How often something happened, and where first.
///
/// @param count 1 or more
/// @param firstExample file, entry and line, as far as they apply
public record Tally(long count, String firstExample) {
  /// One more of it.
  Tally again() {
    return new Tally(count + 1, firstExample);
  }
}
