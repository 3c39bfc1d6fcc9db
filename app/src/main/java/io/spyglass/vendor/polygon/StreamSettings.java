package io.spyglass.vendor.polygon;

import java.time.Duration;

/// How patient a [Stream] is.
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
/// @param settle when, behind a hole, its prints are fetched for the second and last time: the
///   vendor's history may be a little behind its socket
public record StreamSettings(
    Duration answer,
    Duration ping,
    Duration pong,
    Duration silence,
    Duration firstWait,
    Duration longestWait,
    Duration stable,
    Duration coolDown,
    Duration settle) {

  public StreamSettings {
    if (firstWait.compareTo(longestWait) > 0) {
      throw new IllegalArgumentException(
          "the first wait of " + firstWait + " is above the longest of " + longestWait);
    }
  }

  /// What suits the vendor.
  public static StreamSettings standard() {
    return new StreamSettings(
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        Duration.ofSeconds(15),
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofSeconds(15));
  }
}
