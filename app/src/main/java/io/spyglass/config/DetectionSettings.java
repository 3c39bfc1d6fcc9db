package io.spyglass.config;

import static io.spyglass.config.ConfigFile.SETTINGS;
import static io.spyglass.config.Setting.key;
import static io.spyglass.config.Types.atLeast;
import static io.spyglass.config.Types.truth;

import java.util.List;

/// Whether detection runs, what becomes of its alerts, and its thresholds.
///
/// @param storeAlerts whether alerts are kept in the ledger
/// @param premiumFloor dollars
/// @param multiplierThreshold times yesterday's volume
public record DetectionSettings(
    boolean enabled,
    boolean storeAlerts,
    double volumeFloor,
    double premiumFloor,
    double deltaThreshold,
    double dormancyThreshold,
    double multiplierThreshold) {
  static final Setting<Boolean> DETECTION_ENABLED =
      key(SETTINGS, "detection.enabled", truth(), "true", "Run detection after polls.")
          .or("DETECTION_ENABLED");
  static final Setting<Boolean> ALERT_STORAGE_ENABLED =
      key(
              SETTINGS,
              "detection.alert_storage_enabled",
              truth(),
              "false",
              "Keep alerts in the ledger; otherwise they are only printed and pushed live.")
          .or("ALERT_STORAGE_ENABLED");
  static final Setting<Double> VOLUME_FLOOR =
      key(
              SETTINGS,
              "detection.volume_floor",
              atLeast(0),
              "100",
              "Volume that a contract has to exceed to be considered.")
          .or("VOLUME_FLOOR");
  static final Setting<Double> PREMIUM_FLOOR =
      key(
              SETTINGS,
              "detection.premium_floor",
              atLeast(0),
              "100000",
              "Premium in dollars that it has to exceed.")
          .or("PREMIUM_FLOOR");
  static final Setting<Double> DELTA_THRESHOLD =
      key(
              SETTINGS,
              "detection.delta_threshold",
              atLeast(0),
              "200",
              "Increase of volume over yesterday that raises the delta flag.")
          .or("DELTA_THRESHOLD");
  static final Setting<Double> DORMANCY_THRESHOLD =
      key(
              SETTINGS,
              "detection.dormancy_threshold",
              atLeast(0),
              "100",
              "Volume after a day without any that raises the dormancy flag.")
          .or("DORMANCY_THRESHOLD");
  static final Setting<Double> MULTIPLIER_THRESHOLD =
      key(
              SETTINGS,
              "detection.multiplier_threshold",
              atLeast(0),
              "5",
              "Multiple of yesterday's volume that raises the multiplier flag.")
          .or("MULTIPLIER_THRESHOLD");

  static final List<Setting<?>> ALL =
      List.of(
          DETECTION_ENABLED,
          ALERT_STORAGE_ENABLED,
          VOLUME_FLOOR,
          PREMIUM_FLOOR,
          DELTA_THRESHOLD,
          DORMANCY_THRESHOLD,
          MULTIPLIER_THRESHOLD);

  static DetectionSettings of(Values values) {
    return new DetectionSettings(
        values.get(DETECTION_ENABLED),
        values.get(ALERT_STORAGE_ENABLED),
        values.get(VOLUME_FLOOR),
        values.get(PREMIUM_FLOOR),
        values.get(DELTA_THRESHOLD),
        values.get(DORMANCY_THRESHOLD),
        values.get(MULTIPLIER_THRESHOLD));
  }
}
