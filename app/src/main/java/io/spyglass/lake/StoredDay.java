package io.spyglass.lake;

import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.List;

/// A day whose options the lake can play. Immutable.
///
/// @param underlyings of its options, in alphabetical order
/// @param isComplete whether every file of its trades, or of its bars where it has no trades, holds
///   a whole session
public record StoredDay(LocalDate date, List<Underlying> underlyings, boolean isComplete) {
  public StoredDay {
    underlyings = List.copyOf(underlyings);
  }
}
