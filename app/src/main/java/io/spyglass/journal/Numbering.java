package io.spyglass.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Values and the numbers, from 0 in the order of their addition, that stand for them in a journal.
final class Numbering<T> {
  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> values = new ArrayList<>();
  private int kept;

  Numbering(List<T> known) {
    known.forEach(this::add);
    keep();
  }

  /// The number of `value`, or -1.
  int find(T value) {
    return numbers.getOrDefault(value, -1);
  }

  int add(T value) {
    int number = values.size();
    numbers.put(value, number);
    values.add(value);
    return number;
  }

  /// What was added is in the file.
  void keep() {
    kept = values.size();
  }

  /// Forgets what was added since the last [#keep].
  void discard() {
    List<T> added = values.subList(kept, values.size());
    added.forEach(numbers::remove);
    added.clear();
  }
}
