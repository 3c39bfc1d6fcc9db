package io.spyglass.vendor.polygon;

import java.util.Set;
import java.util.TreeSet;

/// Channels of which events are missing, from when to when, and why.
///
/// @param fromNanos the last instant before it that is known to be whole
/// @param toNanos the first instant behind it that is known to be whole
/// @param reason in plain words
/// @param channels such as `T.O:SPXW251219C06000000`
record Gap(long fromNanos, long toNanos, String reason, Set<String> channels) {
  Gap {
    channels = Set.copyOf(channels);
  }

  /// The channels whose events the vendor's history has, in a fixed order.
  Set<String> fetchable() {
    Set<String> fetchable = new TreeSet<>();
    channels.stream().filter(Gap::hasHistory).forEach(fetchable::add);
    return fetchable;
  }

  /// Whether the history has all of it that counts: quotes and values are replaced by the next
  /// ones, prints and bars are not.
  boolean isWholeInHistory() {
    return channels.stream().noneMatch(each -> counts(each) && !hasHistory(each))
        && channels.stream().anyMatch(Gap::hasHistory);
  }

  private static boolean counts(String channel) {
    return channel.startsWith("T.") || channel.startsWith("A.") || channel.startsWith("AM.");
  }

  private static boolean hasHistory(String channel) {
    return counts(channel) && !channel.endsWith(".*");
  }
}
