package io.spyglass.config;

import static io.spyglass.config.Types.atLeast;
import static io.spyglass.config.Types.integer;

import java.time.Duration;
import java.util.List;

/// How a failed request is tried again.
///
/// @param maxAttempts tries in all
/// @param firstWait before the second try
/// @param longestWait what the waits never exceed
/// @param growth what each wait is multiplied by
/// @param jitter whether a wait is drawn at random up to its length
/// @param statusCodes codes (`429`) and classes (`5xx`) that are tried again
public record RetryProfile(
    int maxAttempts,
    Duration firstWait,
    Duration longestWait,
    double growth,
    boolean jitter,
    List<String> statusCodes) {
  static final Keys DEFAULT = new Keys("default", "3", "30");
  static final Keys POLYGON = new Keys("polygon", "5", "60");

  /// Whether an answer of this status is tried again.
  public boolean retries(int status) {
    return statusCodes.contains(Integer.toString(status))
        || statusCodes.contains(status / 100 + "xx");
  }

  static RetryProfile of(Values values, Keys keys) {
    double first = values.get(keys.firstWait);
    double longest = values.get(keys.longestWait);
    values.require(first <= longest, keys.firstWait, "expected at most " + keys.longestWait.name());
    return new RetryProfile(
        values.get(keys.maxAttempts),
        seconds(first),
        seconds(longest),
        values.get(keys.growth),
        values.get(keys.jitter),
        values.get(keys.statusCodes));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /// The settings of one profile.
  record Keys(
      Setting<Integer> maxAttempts,
      Setting<Double> firstWait,
      Setting<Double> longestWait,
      Setting<Double> growth,
      Setting<Boolean> jitter,
      Setting<List<String>> statusCodes) {
    private Keys(String profile, String attempts, String longestWait) {
      this(
          key(profile, "max_attempts", integer(1, 100), attempts, "Tries in all."),
          key(profile, "initial_wait_seconds", atLeast(0), "1", "Wait before the second try."),
          key(profile, "max_wait_seconds", atLeast(0), longestWait, "The longest wait."),
          key(profile, "exponential_base", atLeast(1), "2", "What each wait is multiplied by."),
          key(profile, "jitter", Types.truth(), "true", "Draw each wait at random up to it."),
          key(
              profile,
              "retry_on_status_codes",
              Types.listOf(Types.status()),
              "429,5xx",
              "Answers that are tried again."));
    }

    private static <T> Setting<T> key(
        String profile, String name, Type<T> type, String fallback, String meaning) {
      String key = "retry." + profile + "." + name;
      return Setting.key(ConfigFile.RETRY_POLICY, key, type, fallback, meaning);
    }

    List<Setting<?>> all() {
      return List.of(maxAttempts, firstWait, longestWait, growth, jitter, statusCodes);
    }
  }
}
