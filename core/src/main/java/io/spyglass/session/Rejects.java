package io.spyglass.session;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Bad data that was left out, by reason. What is bad is counted and never stops a stream.
///
/// Thread-safe. A reason is one of a few fixed texts, so that the memory is bounded.
public final class Rejects {
  private final Map<String, Tally> byReason = new TreeMap<>();

  /// How often something was left out, and the first example of it.
  ///
  /// @param count 1 or more
  /// @param firstExample where it was (file, line, offset) or what it was
  public record Tally(long count, String firstExample) {}

  /// Counts one more.
  ///
  /// @param reason in a few words, the same for everything that is bad in the same way
  /// @param example asked for the first time only
  public synchronized void add(String reason, Supplier<String> example) {
    Tally known = byReason.get(reason);
    byReason.put(
        reason,
        known == null
            ? new Tally(1, example.get())
            : new Tally(known.count() + 1, known.firstExample()));
  }

  /// Everything so far, by reason in alphabetical order.
  public synchronized Map<String, Tally> tallies() {
    return new TreeMap<>(byReason);
  }

  /// How many in all.
  public synchronized long count() {
    return byReason.values().stream().mapToLong(Tally::count).sum();
  }
}
