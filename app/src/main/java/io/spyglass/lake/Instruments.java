package io.spyglass.lake;

import io.spyglass.model.Instrument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Instruments by small numbers, given in the order in which they are first seen. Owned by one
/// thread.
final class Instruments {
  private final Map<Instrument, Integer> numbers = new HashMap<>();
  private final List<Instrument> instruments = new ArrayList<>();

  /// The number of an instrument, a new one where it has none yet.
  int number(Instrument instrument) {
    Integer known = numbers.get(instrument);
    if (known != null) {
      return known;
    }
    int number = instruments.size();
    numbers.put(instrument, number);
    instruments.add(instrument);
    return number;
  }

  /// The instruments, each at its number.
  List<Instrument> all() {
    return Collections.unmodifiableList(instruments);
  }
}
