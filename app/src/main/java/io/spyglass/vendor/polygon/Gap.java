package io.spyglass.vendor.polygon;

import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Channels of which events are missing, from when to when, and why.
///
/// @param fromNanos the last instant before it that is known to be whole
/// @param toNanos the first instant behind it that is known to be whole
/// @param isEstimated whether no event has told the end yet
/// @param reason in plain words
/// @param channels such as `T.O:SPXW251219C06000000`
record Gap(long fromNanos, long toNanos, boolean isEstimated, String reason, Set<String> channels) {
  Gap {
    channels = Set.copyOf(channels);
  }

  /// What is told of it, while it is not filled; the times of telling are the teller's.
  Hole hole() {
    return new Hole(toNanos, MarketEvent.ABSENT, fromNanos, toNanos, reason, false);
  }

  /// The channels whose events the vendor's history has, by what they carry: `T`, `A` or `AM`.
  TreeMap<String, Set<String>> fetchable() {
    TreeMap<String, Set<String>> fetchable = new TreeMap<>();
    for (String channel : channels) {
      if (hasHistory(channel)) {
        fetchable.computeIfAbsent(Channels.kind(channel), _ -> new TreeSet<>()).add(channel);
      }
    }
    return fetchable;
  }

  /// Whether the history has all of it that counts: quotes and values are replaced by the next
  /// ones, prints and bars are not.
  boolean isWholeInHistory() {
    return channels.stream().noneMatch(each -> counts(each) && !hasHistory(each))
        && channels.stream().anyMatch(Gap::hasHistory);
  }

  /// Whether what a channel carries is missing where it did not come: prints and bars are, quotes
  /// and values are replaced by the next ones.
  static boolean counts(String channel) {
    return Set.of("T", "A", "AM").contains(Channels.kind(channel));
  }

  private static boolean hasHistory(String channel) {
    return counts(channel) && !channel.endsWith(Channels.ALL);
  }
}
