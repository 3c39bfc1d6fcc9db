package io.spyglass.server;

import io.spyglass.model.Underlying;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a viewer looks at.
///
/// @param expiry null for the first of the day
record Look(Underlying underlying, @Nullable LocalDate expiry) {

  /// Whether a board shows it.
  boolean isOn(FlowBoard board) {
    return board.underlyings().contains(underlying)
        && (expiry == null || board.expiries(underlying).contains(expiry));
  }
}
