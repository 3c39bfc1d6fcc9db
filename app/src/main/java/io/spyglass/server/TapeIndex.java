package io.spyglass.server;

import io.spyglass.model.Conditions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What the prints of a tape refer to by number: the rows of their contracts, and the few different
/// conditions. Owned by the thread that appends; whoever reads holds the arrays that there were
/// when it began, whose places below those in use never change.
final class TapeIndex {
  private final Map<Conditions, Integer> numbers = new HashMap<>();
  private Conditions[] conditions = new Conditions[16];
  private Row[] rows = new Row[256];

  /// The row's own number, under which it is found from now on.
  int number(Row row) {
    int number = row.number;
    if (number >= rows.length) {
      rows = Arrays.copyOf(rows, Math.max(number + 1, 2 * rows.length));
    }
    rows[number] = row;
    return number;
  }

  int number(Conditions of) {
    Integer known = numbers.get(of);
    return known == null ? add(of) : known;
  }

  private int add(Conditions of) {
    int number = numbers.size();
    if (number == conditions.length) {
      conditions = Arrays.copyOf(conditions, 2 * number);
    }
    conditions[number] = of;
    numbers.put(of, number);
    return number;
  }

  Row[] rows() {
    return rows;
  }

  Conditions[] conditions() {
    return conditions;
  }
}
