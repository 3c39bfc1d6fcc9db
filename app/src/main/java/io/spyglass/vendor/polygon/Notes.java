package io.spyglass.vendor.polygon;

import io.spyglass.session.Rejects;
import java.util.Set;
import java.util.TreeSet;

/// What was odd in bodies: fields of the wrong kind, counted, and names that no record holds, each
/// once. Thread-safe; the memory is bounded.
final class Notes {
  private static final int MOST_NAMES = 256;
  private static final int LONGEST_NAME = 64;

  private final Rejects rejects;
  private final Set<String> unknown = new TreeSet<>();

  Notes(Rejects rejects) {
    this.rejects = rejects;
  }

  /// Counts a field whose value is of another kind; it is as if it were missing.
  void wrongKind(String field) {
    rejects.add("a field of the wrong kind", () -> bounded(field));
  }

  /// Remembers a field that nothing here holds.
  synchronized void unknown(String field) {
    if (unknown.size() < MOST_NAMES) {
      unknown.add(bounded(field));
    }
  }

  private static String bounded(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  /// The names that no record holds, in alphabetical order, at most 256 of them.
  synchronized Set<String> unknown() {
    return new TreeSet<>(unknown);
  }
}
