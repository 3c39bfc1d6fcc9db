package io.spyglass.vendor.polygon;

import io.spyglass.net.Redaction;
import io.spyglass.session.Rejects;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// What was odd in the vendor's answers: what was left out, counted by reason with an example, and
/// names that no record holds, each once. What is told of it is short and holds no secret.
/// Thread-safe; the memory is bounded.
final class Notes {
  private static final int MOST_NAMES = 256;
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_EXAMPLE = 200;

  private final Rejects rejects;
  private final Redaction redaction;
  private final Map<String, String> unknown = new HashMap<>();

  /// @param redaction knows what the vendor may echo
  Notes(Rejects rejects, Redaction redaction) {
    this.rejects = rejects;
    this.redaction = redaction;
  }

  /// Counts something that was left out.
  void reject(String reason, Supplier<String> example) {
    rejects.add(reason, () -> redaction.apply(example.get(), LONGEST_EXAMPLE));
  }

  /// Counts a field whose value is of another kind; it is as if it were missing.
  void wrongKind(String field) {
    reject("a field of the wrong kind", () -> field);
  }

  /// Remembers a field that nothing here holds.
  synchronized void unknown(String field) {
    if (unknown.size() < MOST_NAMES) {
      String _ = unknown.computeIfAbsent(bounded(field), _ -> redaction.apply(field, LONGEST_NAME));
    }
  }

  private static String bounded(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  /// The names that no record holds, in alphabetical order, at most 256 of them.
  synchronized Set<String> unknown() {
    return new TreeSet<>(unknown.values());
  }
}
