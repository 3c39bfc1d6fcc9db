package io.spyglass.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything the platform was told, checked and built once at the start.
///
/// Precedence: flag, process environment, `.env` of the working directory or else of its parent,
/// YAML in the configuration directory, default. Where anything is wrong nothing is built.
/// Immutable.
public final class Settings {
  private final Values values;
  private final ServerSettings server;
  private final LedgerSettings ledger;
  private final VendorSettings vendors;
  private final StreamingSettings streaming;
  private final MonitorSettings monitor;
  private final FlowSettings flow;
  private final ReplaySettings replay;
  private final SnapshotSettings snapshots;
  private final PollSettings polls;
  private final DetectionSettings detection;
  private final StrategySettings strategy;
  private final SimulatorSettings simulator;
  private final CalendarSettings calendar;
  private final LakeSettings lake;
  private final RetentionSettings retention;
  private final ObjectStoreSettings objectStore;
  private final NotificationSettings notifications;
  private final RetryProfile usualRetry;
  private final RetryProfile polygonRetry;

  private Settings(Values values) {
    this.values = values;
    this.server = ServerSettings.of(values);
    this.ledger = LedgerSettings.of(values);
    this.vendors = VendorSettings.of(values);
    this.streaming = StreamingSettings.of(values);
    this.monitor = MonitorSettings.of(values);
    this.flow = FlowSettings.of(values);
    this.replay = ReplaySettings.of(values);
    this.snapshots = SnapshotSettings.of(values);
    this.polls = PollSettings.of(values);
    this.detection = DetectionSettings.of(values);
    this.strategy = StrategySettings.of(values);
    this.simulator = SimulatorSettings.of(values);
    this.calendar = CalendarSettings.of(values);
    this.lake = LakeSettings.of(values);
    this.retention = RetentionSettings.of(values);
    this.objectStore = ObjectStoreSettings.of(values);
    this.notifications = NotificationSettings.of(values);
    this.usualRetry = RetryProfile.of(values, RetryProfile.DEFAULT);
    this.polygonRetry = RetryProfile.of(values, RetryProfile.POLYGON);
  }

  /// What an inspection found.
  ///
  /// @param settings empty where there are problems
  /// @param problems all that is wrong
  /// @param warnings what looks like a mistake but stops nothing
  public record Inspection(
      Optional<Settings> settings, List<Problem> problems, List<Problem> warnings) {
    /// The settings.
    ///
    /// @throws BadConfiguration if there are problems
    public Settings orThrow() {
      return settings.orElseThrow(() -> new BadConfiguration(problems));
    }
  }

  /// One setting as `config show` prints it.
  ///
  /// @param value a number, text, truth value, list or map, secrets redacted; null where unset
  /// @param origin flag, environment, file and line, or default
  public record Shown(
      String name, Optional<String> variable, @Nullable Object value, String origin) {}

  /// Reads and checks everything.
  public static Inspection inspect(Sources sources) {
    Loader loader = new Loader(sources);
    Values values = loader.values();
    Optional<Settings> settings =
        loader.problems().isEmpty() ? Optional.of(new Settings(values)) : Optional.empty();
    List<Problem> problems = loader.problems();
    return new Inspection(settings.filter(_ -> problems.isEmpty()), problems, loader.warnings());
  }

  /// Reads and checks everything.
  ///
  /// @throws BadConfiguration if anything is wrong
  public static Settings load(Sources sources) {
    return inspect(sources).orThrow();
  }

  /// Every setting with its effective value.
  public List<Shown> shown() {
    return Catalogue.settings().map(this::shown).toList();
  }

  private Shown shown(Setting<?> setting) {
    return new Shown(
        setting.name(), setting.variable(), values.plain(setting), values.origin(setting));
  }

  /// Every secret that is set, for redaction.
  public List<Secret> secrets() {
    return Catalogue.settings()
        .flatMap(setting -> values.find(setting).stream())
        .flatMap(value ->
            switch (value) {
              case Secret secret -> Stream.of(secret);
              case DatabaseUrl.Postgres database -> database.password().stream();
              default -> Stream.<Secret>empty();
            })
        .toList();
  }

  public ServerSettings server() {
    return server;
  }

  public LedgerSettings ledger() {
    return ledger;
  }

  public VendorSettings vendors() {
    return vendors;
  }

  public StreamingSettings streaming() {
    return streaming;
  }

  public MonitorSettings monitor() {
    return monitor;
  }

  public FlowSettings flow() {
    return flow;
  }

  public ReplaySettings replay() {
    return replay;
  }

  public SnapshotSettings snapshots() {
    return snapshots;
  }

  public PollSettings polls() {
    return polls;
  }

  public DetectionSettings detection() {
    return detection;
  }

  public StrategySettings strategy() {
    return strategy;
  }

  public SimulatorSettings simulator() {
    return simulator;
  }

  public CalendarSettings calendar() {
    return calendar;
  }

  public LakeSettings lake() {
    return lake;
  }

  public RetentionSettings retention() {
    return retention;
  }

  public ObjectStoreSettings objectStore() {
    return objectStore;
  }

  public NotificationSettings notifications() {
    return notifications;
  }

  /// The retry profile of everything that has none of its own.
  public RetryProfile usualRetry() {
    return usualRetry;
  }

  public RetryProfile polygonRetry() {
    return polygonRetry;
  }
}
