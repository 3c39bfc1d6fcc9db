package io.spyglass.config;

import static io.spyglass.config.Setting.variable;
import static io.spyglass.config.Types.integer;
import static io.spyglass.config.Types.listOf;
import static io.spyglass.config.Types.root;
import static io.spyglass.config.Types.schedule;

import java.util.List;

/// When the chain is polled and the day consolidated, and which part of the chain.
///
/// @param dteMin fewest calendar days to expiry
/// @param dteMax most calendar days to expiry
public record PollSettings(
    Schedule polls, Schedule endOfDay, int dteMin, int dteMax, List<String> roots) {
  static final Setting<Schedule> POLL_SCHEDULE =
      variable(
          "POLL_SCHEDULE",
          schedule(),
          "30 9-16 * * 1-5",
          "When the chain is polled on session days, New York time.");
  static final Setting<Schedule> EOD_SCHEDULE =
      variable(
          "EOD_SCHEDULE",
          schedule(),
          "0 17 * * 1-5",
          "When the day is consolidated on session days, New York time.");
  static final Setting<Integer> POLL_DTE_MIN =
      variable(
          "POLL_DTE_MIN",
          integer(0, Types.LONGEST_DTE),
          "0",
          "Fewest days to expiry that are polled.");
  static final Setting<Integer> POLL_DTE_MAX =
      variable(
          "POLL_DTE_MAX",
          integer(0, Types.LONGEST_DTE),
          "45",
          "Most days to expiry that are polled.");
  static final Setting<List<String>> POLL_ROOTS =
      variable("POLL_ROOTS", listOf(root()), "SPX,SPXW", "Roots that are polled.");

  static final List<Setting<?>> ALL =
      List.of(POLL_SCHEDULE, EOD_SCHEDULE, POLL_DTE_MIN, POLL_DTE_MAX, POLL_ROOTS);

  static PollSettings of(Values values) {
    values.require(
        values.get(POLL_DTE_MIN) <= values.get(POLL_DTE_MAX),
        POLL_DTE_MIN,
        "expected at most POLL_DTE_MAX, which is " + values.get(POLL_DTE_MAX));
    return new PollSettings(
        values.get(POLL_SCHEDULE),
        values.get(EOD_SCHEDULE),
        values.get(POLL_DTE_MIN),
        values.get(POLL_DTE_MAX),
        values.get(POLL_ROOTS));
  }
}
