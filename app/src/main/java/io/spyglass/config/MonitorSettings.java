package io.spyglass.config;

import static io.spyglass.config.ConfigFile.SETTINGS;
import static io.spyglass.config.Setting.key;
import static io.spyglass.config.Types.duration;

import java.time.Duration;
import java.util.List;

/// The pace of the live monitor.
///
/// @param chainRefresh between two requests for the chain: open interest and the vendor's Greeks
/// @param underlyingRefresh between two requests for the chain's value of the underlying, where no
///   index values come
/// @param cacheInterval between two writings of the day's caches
public record MonitorSettings(
    Duration chainRefresh, Duration underlyingRefresh, Duration cacheInterval) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  static final Setting<Duration> CHAIN_REFRESH =
      key(
          SETTINGS,
          "monitor.chain_refresh",
          duration(SHORTEST, LONGEST),
          "60s",
          "How often the chain of the expiries in view is asked for: open interest and the vendor's"
              + " Greeks.");
  static final Setting<Duration> UNDERLYING_REFRESH =
      key(
          SETTINGS,
          "monitor.underlying_refresh",
          duration(SHORTEST, LONGEST),
          "5s",
          "How often the chain's value of the underlying is asked for, where no index values come.");
  static final Setting<Duration> CACHE_INTERVAL =
      key(
          SETTINGS,
          "monitor.cache_interval",
          duration(SHORTEST, LONGEST),
          "30m",
          "How often what was captured of the day is written to the trade and quote caches.");

  static final List<Setting<?>> ALL = List.of(CHAIN_REFRESH, UNDERLYING_REFRESH, CACHE_INTERVAL);

  public MonitorSettings {
    for (Duration each : List.of(chainRefresh, underlyingRefresh, cacheInterval)) {
      if (!each.isPositive()) {
        throw new IllegalArgumentException("a time of the monitor is not above zero");
      }
    }
  }

  /// What holds where nobody sets anything.
  public static MonitorSettings standard() {
    return of(Values.unset());
  }

  static MonitorSettings of(Values values) {
    return new MonitorSettings(
        values.get(CHAIN_REFRESH), values.get(UNDERLYING_REFRESH), values.get(CACHE_INTERVAL));
  }
}
