package io.spyglass.config;

import static io.spyglass.config.ConfigFile.SETTINGS;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// How patient a vendor's stream is.
///
/// @param answer how long the vendor may take to greet, to let in, to acknowledge a subscription
/// @param ping how long after a ping or pong the next ping goes out
/// @param pong how long the vendor may take to answer a ping
/// @param silence how long nothing at all may come in trading hours while something is subscribed
/// @param firstWait before the second attempt to connect; it doubles from attempt to attempt
/// @param longestWait what the waits never exceed
/// @param stable how long a connection has to stream before the waits begin anew
/// @param coolDown the least wait once the vendor says that there are too many connections, or
///   refuses the key
/// @param settle how long the vendor's history may be behind its socket; a hole behind which
///   nothing comes by the socket for sixteen times as long is fetched without waiting for that
public record StreamingSettings(
    Duration answer,
    Duration ping,
    Duration pong,
    Duration silence,
    Duration firstWait,
    Duration longestWait,
    Duration stable,
    Duration coolDown,
    Duration settle) {
  private static final Duration SHORTEST = Duration.ofMillis(100);

  static final Setting<Duration> ANSWER_TIMEOUT =
      key(
          "answer_timeout",
          SHORTEST,
          "10s",
          "How long a vendor may take to greet, to let in, to acknowledge a subscription.");
  static final Setting<Duration> PING_INTERVAL =
      key("ping_interval", SHORTEST, "20s", "How long after a ping or its answer the next goes.");
  static final Setting<Duration> PONG_TIMEOUT =
      key("pong_timeout", SHORTEST, "20s", "How long a vendor may take to answer a ping.");
  static final Setting<Duration> SILENCE_TIMEOUT =
      key(
          "silence_timeout",
          SHORTEST,
          "15s",
          "How long nothing at all may come in trading hours before the line counts as dead.");
  static final Setting<Duration> RECONNECT_FIRST_WAIT =
      key(
          "reconnect_first_wait",
          SHORTEST,
          "1s",
          "Wait before the second attempt to connect; it doubles from attempt to attempt.");
  static final Setting<Duration> RECONNECT_LONGEST_WAIT =
      key("reconnect_longest_wait", SHORTEST, "1m", "The longest wait between attempts.");
  static final Setting<Duration> RECONNECT_STABLE_AFTER =
      key(
          "reconnect_stable_after",
          Duration.ZERO,
          "10s",
          "How long a connection has to stream before the waits begin anew.");
  static final Setting<Duration> COOL_DOWN =
      key(
          "cool_down",
          SHORTEST,
          "1m",
          "The least wait once a vendor says that there are too many connections, or refuses the"
              + " key.");
  static final Setting<Duration> HISTORY_SETTLE =
      key(
          "history_settle",
          SHORTEST,
          "15s",
          "How long a vendor's history may be behind its stream: holes are fetched once it has come"
              + " behind them, or nothing has for sixteen times as long.");

  static final List<Setting<?>> ALL =
      List.of(
          ANSWER_TIMEOUT,
          PING_INTERVAL,
          PONG_TIMEOUT,
          SILENCE_TIMEOUT,
          RECONNECT_FIRST_WAIT,
          RECONNECT_LONGEST_WAIT,
          RECONNECT_STABLE_AFTER,
          COOL_DOWN,
          HISTORY_SETTLE);

  public StreamingSettings {
    if (Stream.of(answer, ping, pong, silence, firstWait, coolDown, settle)
        .anyMatch(each -> !each.isPositive())) {
      throw new IllegalArgumentException("a time of a stream is not above zero");
    }
    if (stable.isNegative()) {
      throw new IllegalArgumentException("a time of a stream is below zero");
    }
    if (firstWait.compareTo(longestWait) > 0) {
      throw new IllegalArgumentException(
          "the first wait of " + firstWait + " is above the longest of " + longestWait);
    }
  }

  private static Setting<Duration> key(
      String name, Duration least, String fallback, String meaning) {
    Type<Duration> type = Types.duration(least, Duration.ofDays(1));
    return Setting.key(SETTINGS, "streaming." + name, type, fallback, meaning);
  }

  /// What holds where nobody sets anything.
  public static StreamingSettings standard() {
    return of(Values.unset());
  }

  static StreamingSettings of(Values values) {
    Duration first = values.get(RECONNECT_FIRST_WAIT);
    Duration longest = values.get(RECONNECT_LONGEST_WAIT);
    boolean isOrdered = first.compareTo(longest) <= 0;
    values.require(
        isOrdered, RECONNECT_FIRST_WAIT, "expected at most " + RECONNECT_LONGEST_WAIT.name());
    return new StreamingSettings(
        values.get(ANSWER_TIMEOUT),
        values.get(PING_INTERVAL),
        values.get(PONG_TIMEOUT),
        values.get(SILENCE_TIMEOUT),
        isOrdered ? first : longest,
        longest,
        values.get(RECONNECT_STABLE_AFTER),
        values.get(COOL_DOWN),
        values.get(HISTORY_SETTLE));
  }
}
