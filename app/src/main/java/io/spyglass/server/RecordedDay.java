package io.spyglass.server;

import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.List;

/// A day that can be replayed. Immutable.
///
/// @param isComplete whether it is recorded from the opening to the close without an open hole
public record RecordedDay(
    LocalDate date, Source source, List<Underlying> underlyings, boolean isComplete) {

  /// Where a day is recorded.
  public enum Source {
    /// In the journal of a live day: everything that came, in its order.
    JOURNAL,
    /// In files of the lake.
    LAKE
  }

  /// A day whose underlyings nobody changes any more.
  public RecordedDay {
    underlyings = List.copyOf(underlyings);
  }
}
