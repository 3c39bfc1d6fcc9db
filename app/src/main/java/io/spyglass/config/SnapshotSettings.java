package io.spyglass.config;

import static io.spyglass.config.Setting.variable;
import static io.spyglass.config.Types.integer;
import static io.spyglass.config.Types.listOf;
import static io.spyglass.config.Types.root;
import static io.spyglass.config.Types.truth;

import java.time.Duration;
import java.util.List;

/// When and of what chain snapshots are taken.
///
/// @param dteTargets calendar days to expiry
/// @param dteToleranceDays how far an expiration may be off
/// @param outsideRegularHours whether scheduled ones run outside 09:30–16:00 New York too
public record SnapshotSettings(
    Duration interval,
    String underlying,
    List<Integer> dteTargets,
    int dteToleranceDays,
    boolean outsideRegularHours) {
  static final Setting<Integer> SNAPSHOT_INTERVAL_MINUTES =
      variable(
          "SNAPSHOT_INTERVAL_MINUTES", integer(1, 1440), "5", "Minutes between chain snapshots.");
  static final Setting<String> SNAPSHOT_UNDERLYING =
      variable("SNAPSHOT_UNDERLYING", root(), "SPX", "The underlying of chain snapshots.");
  static final Setting<List<Integer>> SNAPSHOT_DTE_TARGETS =
      variable(
          "SNAPSHOT_DTE_TARGETS",
          listOf(integer(0, Types.LONGEST_DTE)),
          "3,5,7",
          "Calendar days to the expirations that are snapshotted.");
  static final Setting<Integer> SNAPSHOT_DTE_TOLERANCE_DAYS =
      variable(
          "SNAPSHOT_DTE_TOLERANCE_DAYS",
          integer(0, Types.LONGEST_DTE),
          "1",
          "How many days an expiration may be off its target.");
  static final Setting<Boolean> ALLOW_SNAPSHOT_OUTSIDE_RTH =
      variable(
          "ALLOW_SNAPSHOT_OUTSIDE_RTH",
          truth(),
          "false",
          "Whether scheduled snapshots run outside regular hours too.");

  static final List<Setting<?>> ALL =
      List.of(
          SNAPSHOT_INTERVAL_MINUTES,
          SNAPSHOT_UNDERLYING,
          SNAPSHOT_DTE_TARGETS,
          SNAPSHOT_DTE_TOLERANCE_DAYS,
          ALLOW_SNAPSHOT_OUTSIDE_RTH);

  static SnapshotSettings of(Values values) {
    return new SnapshotSettings(
        Duration.ofMinutes(values.get(SNAPSHOT_INTERVAL_MINUTES)),
        values.get(SNAPSHOT_UNDERLYING),
        values.get(SNAPSHOT_DTE_TARGETS),
        values.get(SNAPSHOT_DTE_TOLERANCE_DAYS),
        values.get(ALLOW_SNAPSHOT_OUTSIDE_RTH));
  }
}
