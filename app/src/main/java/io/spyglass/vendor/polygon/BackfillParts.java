package io.spyglass.vendor.polygon;

/// How many kinds of events a gap still lacks, and whether all that counts can be had. Owned by the
/// fetching thread.
final class BackfillParts {
  private int open;
  private boolean isWhole;

  /// @param open how many kinds are to be fetched
  /// @param isWhole whether nothing else counts
  BackfillParts(int open, boolean isWhole) {
    this.open = open;
    this.isWhole = isWhole;
  }

  /// Something stays missing.
  void leave() {
    isWhole = false;
  }

  /// One kind is done; whether it was the last one.
  boolean done() {
    return --open == 0;
  }

  boolean isWhole() {
    return isWhole;
  }
}
