package io.spyglass.vendor.polygon;

import io.spyglass.model.MarketEvent;
import io.spyglass.vendor.polygon.EventTime.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is wanted and does not come: for each channel since when, and why.
///
/// A channel is unheard from the moment it is wanted until the vendor acknowledges it or sends
/// something of it, and again from the last event on when the connection is lost. What was unheard
/// is a [Gap] once it is heard again, is no longer wanted, or the stream ends; but for a channel
/// that was acknowledged as soon as it was wanted. Pure; owned by the stream's thread.
final class Missing {
  private static final String UNACKNOWLEDGED = "the vendor did not acknowledge it";

  /// The stretches that are over, and whose they are, until an end is known.
  private final Map<Stretch, Set<String>> over = new LinkedHashMap<>();

  private final Map<String, Stretch> unheard = new HashMap<>();
  private final Set<String> heard = new HashSet<>();

  /// Up to where channels lack nothing though no event has told it: the ends of their last gaps.
  private final Map<String, Long> wholeNanos = new HashMap<>();

  private int changes;

  /// Something that is missing.
  ///
  /// @param why null while nothing has gone wrong
  private record Stretch(Mark from, @Nullable String why) {}

  /// Something that has begun to be missing, to be told of.
  ///
  /// @param isEstimated whether no event tells since when
  record Opened(long fromNanos, String why, boolean isEstimated) {
    static Opened at(Mark from, String why, EventTime time) {
      boolean isEstimated = from.epochNanos() == MarketEvent.ABSENT;
      return new Opened(time.known(from).epochNanos(), why, isEstimated);
    }
  }

  /// These channels are wanted from now on, and no others.
  void want(Set<String> channels, Mark now) {
    boolean _ = want(channels, now, null);
  }

  /// The same, where those that were not wanted before have been missing for a while, if prints or
  /// bars are among them. Gives whether they are.
  ///
  /// @param since from when they are missing
  /// @param why null where they are not, once they are heard at once
  boolean want(Set<String> channels, Mark since, @Nullable String why) {
    for (String channel : List.copyOf(unheard.keySet())) {
      if (!channels.contains(channel)) {
        boolean _ = end(channel);
      }
    }
    heard.retainAll(channels);
    wholeNanos.keySet().retainAll(channels);
    Set<String> added = new HashSet<>(channels);
    added.removeAll(heard);
    added.removeAll(unheard.keySet());
    boolean isMore = why != null && added.stream().anyMatch(Gap::counts);
    added.forEach(each -> unheard.put(each, new Stretch(since, isMore ? why : null)));
    return isMore;
  }

  /// The connection is lost, and nothing came behind an instant. What was over without an end goes
  /// on. Gives what is missing that was not before.
  Set<Opened> lost(Mark latest, String why, EventTime time) {
    over.forEach((stretch, channels) -> {
      for (String channel : channels) {
        if (heard.remove(channel)) {
          unheard.put(channel, stretch);
        }
      }
      channels.removeIf(unheard::containsKey);
    });
    over.values().removeIf(Set::isEmpty);
    Set<Opened> opened = spoil(Set.copyOf(unheard.keySet()), why, time);
    SortedMap<Long, Mark> begun = new TreeMap<>();
    for (String channel : heard) {
      Mark from = whole(channel, latest);
      begun.put(from.epochNanos(), from);
      unheard.put(channel, new Stretch(from, why));
    }
    heard.clear();
    begun.values().forEach(from -> opened.add(Opened.at(from, why, time)));
    return opened;
  }

  private Mark whole(String channel, Mark latest) {
    long whole = wholeNanos.getOrDefault(channel, (long) MarketEvent.ABSENT);
    boolean isLater = latest.epochNanos() != MarketEvent.ABSENT && whole > latest.epochNanos();
    return isLater ? new Mark(whole, latest.steadyNanos(), latest.wallNanos()) : latest;
  }

  /// Acknowledgements did not come in time. Gives what is missing that was not before, as [#lost]
  /// does.
  Set<Opened> overdue(Set<String> channels, EventTime time) {
    return spoil(channels, UNACKNOWLEDGED + " (" + example(channels) + ")", time);
  }

  /// Something has gone wrong with channels that are not heard. That is to be told of those whose
  /// prints or bars are missing by it.
  private Set<Opened> spoil(Set<String> channels, String why, EventTime time) {
    Set<Opened> opened = new LinkedHashSet<>();
    for (String channel : channels) {
      Stretch stretch = unheard.get(channel);
      if (stretch == null || stretch.why() != null) {
        continue;
      }
      unheard.put(channel, new Stretch(stretch.from(), why));
      if (Gap.counts(channel)) {
        opened.add(Opened.at(stretch.from(), why, time));
      }
    }
    return opened;
  }

  /// Whether there is anything that is not heard.
  boolean isAny() {
    return !unheard.isEmpty();
  }

  /// A channel is heard from here on; false where it was before, or is not wanted.
  boolean heard(String channel) {
    return end(channel) && heard.add(channel);
  }

  private boolean end(String channel) {
    Stretch stretch = unheard.remove(channel);
    if (stretch != null && stretch.why() != null) {
      changes++;
      over.computeIfAbsent(stretch, _ -> new HashSet<>()).add(channel);
    }
    return stretch != null;
  }

  /// Whether some stretch is over and waits for its end.
  boolean isOver() {
    return !over.isEmpty();
  }

  /// How many channels are not heard, or have a stretch that waits for its end.
  int count() {
    return unheard.size() + over.values().stream().mapToInt(Set::size).sum();
  }

  /// How many channels' stretches were over so far.
  int changes() {
    return changes;
  }

  /// What is over, up to an instant that is whole again.
  ///
  /// @param isEstimated whether no event has told that instant
  List<Gap> gaps(EventTime time, long toNanos, boolean isEstimated) {
    List<Gap> gaps = new ArrayList<>();
    over.forEach((stretch, channels) -> {
      long from = time.since(stretch.from(), toNanos);
      long to = Math.max(from, toNanos);
      if (isEstimated) {
        channels.forEach(channel -> wholeNanos.put(channel, to));
      }
      gaps.add(new Gap(from, to, isEstimated, String.valueOf(stretch.why()), channels));
    });
    over.clear();
    return gaps;
  }

  /// What is missing now that the stream ends.
  List<Gap> end(EventTime time) {
    List.copyOf(unheard.keySet()).forEach(this::end);
    return gaps(time, time.mostNanos(), true);
  }

  private static String example(Set<String> channels) {
    String first = new TreeSet<>(channels).getFirst();
    return channels.size() == 1 ? first : first + " and " + (channels.size() - 1) + " more";
  }
}
