package io.spyglass.config;

import static io.spyglass.config.Setting.variable;
import static io.spyglass.config.Types.positive;
import static io.spyglass.config.Types.truth;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Whether and how a recorded day is served in place of the live feed.
///
/// @param date empty for the last complete session
/// @param speed times the clock's; empty where nothing sets it, so that a source can bring its own
public record ReplaySettings(boolean enabled, Optional<LocalDate> date, Optional<Double> speed) {
  static final Setting<Boolean> REPLAY_MODE =
      variable("REPLAY_MODE", truth(), "false", "Serve a recorded day instead of the live feed.");
  static final Setting<LocalDate> REPLAY_DATE =
      variable(
          "REPLAY_DATE", Types.date(), "", "The day to replay; unset, the last complete session.");
  static final Setting<Double> REPLAY_SPEED =
      variable(
          "REPLAY_SPEED", positive(), "1.0", "How many times faster than the clock a replay runs.");

  static final List<Setting<?>> ALL = List.of(REPLAY_MODE, REPLAY_DATE, REPLAY_SPEED);

  static ReplaySettings of(Values values) {
    return new ReplaySettings(
        values.get(REPLAY_MODE),
        values.find(REPLAY_DATE),
        values.isGiven(REPLAY_SPEED) ? values.find(REPLAY_SPEED) : Optional.empty());
  }
}
