package io.spyglass.server;

import java.time.LocalDate;
import java.util.List;

/// What can be shown in the place of what is. Safe from any thread.
///
/// Each change has happened when the method returns: the stage shows what was asked for. One that
/// cannot be done throws [Unavailable] and leaves everything as it is.
public interface Programme {
  /// Nothing else can be shown.
  Programme NONE = new NoProgramme();

  /// The recorded days that can be replayed, the newest first.
  List<RecordedDay> days();

  /// Whether there is a live market to return to.
  boolean hasLive();

  /// Shows a recorded day from its beginning.
  void replay(LocalDate date);

  /// Shows the live market.
  void live();

  /// Shows the simulated market.
  void demo();
}
