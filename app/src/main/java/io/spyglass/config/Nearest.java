package io.spyglass.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known name that a mistyped one was most likely meant to be, by Levenshtein distance.
final class Nearest {
  private Nearest() {}

  /// The closest candidate within a third of the name's length, if any.
  static Optional<String> to(String name, Collection<String> candidates) {
    return within(Math.max(1, name.length() / 3), name, candidates);
  }

  /// The closest candidate at most `limit` edits away, if any.
  static Optional<String> within(int limit, String name, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> distance(name, candidate) <= limit)
        .min(
            Comparator.comparingInt((String candidate) -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// A did-you-mean to end a message with, or nothing.
  static String hint(String name, Collection<String> candidates) {
    return to(name, candidates).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  /// Insertions, deletions and substitutions that turn one name into the other.
  static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[above.length];
      current[0] = row;
      for (int column = 1; column < current.length; column++) {
        int substitution = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                above[column - 1] + substitution, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[to.length()];
  }
}
