package io.spyglass.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every setting, in the order in which users see them. The settings of a section are declared in
/// the record that hands them out.
final class Catalogue {
  private static final List<Section> SECTIONS =
      List.of(
          new Section("Server", ServerSettings.ALL),
          new Section("Ledger", LedgerSettings.ALL),
          new Section("Vendors", VendorSettings.ALL),
          new Section("Streaming", StreamingSettings.ALL),
          new Section("Live monitor", MonitorSettings.ALL),
          new Section("Flow", FlowSettings.ALL),
          new Section("Replay", ReplaySettings.ALL),
          new Section("Chain snapshots", SnapshotSettings.ALL),
          new Section("Polls", PollSettings.ALL),
          new Section("Detection", DetectionSettings.ALL),
          new Section("Strategy", StrategySettings.ALL),
          new Section("Simulated market", SimulatorSettings.ALL),
          new Section("Calendar", CalendarSettings.ALL),
          new Section("Lake", LakeSettings.ALL),
          new Section("Retention", RetentionSettings.ALL),
          new Section("Object storage", ObjectStoreSettings.ALL),
          new Section("Notifications", NotificationSettings.ALL),
          new Section("Retries", RetryProfile.DEFAULT.all()),
          new Section("Retries of Polygon's requests", RetryProfile.POLYGON.all()));

  private static final Set<String> VARIABLES = variables(_ -> true);
  private static final Set<String> SECRETS = variables(setting -> setting.type().secret());

  private Catalogue() {}

  /// Settings that belong together, under one heading.
  record Section(String title, List<Setting<?>> settings) {}

  static List<Section> sections() {
    return SECTIONS;
  }

  static Stream<Setting<?>> settings() {
    return SECTIONS.stream().flatMap(section -> section.settings().stream());
  }

  /// The settings that a YAML file may hold.
  static List<Setting<?>> in(ConfigFile file) {
    return settings().filter(setting -> setting.file().equals(Optional.of(file))).toList();
  }

  /// The names of all variables.
  static Set<String> variables() {
    return VARIABLES;
  }

  /// Whether a variable has a `…_FILE` twin.
  static boolean isSecret(String variable) {
    return SECRETS.contains(variable);
  }

  private static Set<String> variables(Predicate<Setting<?>> wanted) {
    return settings()
        .filter(wanted)
        .flatMap(setting -> setting.variable().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
