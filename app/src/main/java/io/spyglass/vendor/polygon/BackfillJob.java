package io.spyglass.vendor.polygon;

import io.spyglass.model.MarketEvent;
import io.spyglass.session.Outage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A gap that is being fetched: what of each channel is still to be asked for, piece by piece, and
/// whether the vendor's history has come as far as the gap's end. Owned by the fetching thread.
final class BackfillJob {
  private static final long PIECE_NANOS = 30 * 60_000_000_000L;
  private static final int MOST_PASSES = 5;

  private final Gap gap;

  /// The channels to fetch, each with the instant up to which it was.
  private final Map<String, Long> doneNanos = new TreeMap<>();

  private final Set<String> failed = new HashSet<>();
  private @Nullable String failure;

  /// The latest event that the history has shown.
  private long shownNanos;

  private long nextNanos;
  private long dueNanos = System.nanoTime();
  private int passes;
  private int failures;
  private boolean isRefused;

  /// What is asked for at once.
  ///
  /// @param fromNanos by channel
  record Piece(Map<String, Long> fromNanos, long toNanos) {}

  BackfillJob(Gap gap) {
    this.gap = gap;
    this.shownNanos = gap.fromNanos();
    gap.fetchable().forEach(each -> doneNanos.put(each, startNanos()));
  }

  Gap gap() {
    return gap;
  }

  /// When it is to be fetched next, by [System#nanoTime].
  long dueNanos() {
    return dueNanos;
  }

  private long startNanos() {
    return gap.fromNanos() - Backfill.MARGIN_NANOS;
  }

  private long endNanos() {
    return gap.toNanos() + Backfill.OVERLAP_NANOS;
  }

  /// Begins to fetch it once more.
  void begin() {
    failed.clear();
    failure = null;
    nextNanos = doneNanos.keySet().stream().mapToLong(this::fromNanos).min().orElse(endNanos() + 1);
  }

  /// From where a channel is fetched: the history is trusted up to a little before what it showed
  /// last.
  private long fromNanos(String channel) {
    long trusted = Math.min(gap.toNanos(), shownNanos) - Backfill.OVERLAP_NANOS;
    return Math.min(doneNanos.getOrDefault(channel, endNanos()), Math.max(startNanos(), trusted));
  }

  /// The next piece to ask for, or null behind the last one.
  @Nullable Piece next() {
    if (nextNanos > endNanos()) {
      return null;
    }
    long from = nextNanos;
    long to = Math.min(endNanos(), from + PIECE_NANOS - 1);
    nextNanos = to + 1;
    Map<String, Long> channels = new TreeMap<>();
    for (String channel : doneNanos.keySet()) {
      long first = Math.max(from, fromNanos(channel));
      if (first <= to && !failed.contains(channel)) {
        channels.put(channel, first);
      }
    }
    return new Piece(channels, to);
  }

  /// A piece of a channel came.
  void fetched(String channel, Piece piece, List<MarketEvent> events) {
    doneNanos.computeIfPresent(channel, (_, done) -> Math.max(done, piece.toNanos() + 1));
    events.forEach(each -> shownNanos = Math.max(shownNanos, each.epochNanos()));
  }

  /// A channel is out of reach.
  void failed(String channel, Outage outage) {
    failed.add(channel);
    failure = String.valueOf(outage.getMessage());
  }

  /// The vendor says no to a channel: it is not asked for again.
  void refused(String channel) {
    isRefused = true;
    doneNanos.remove(channel);
  }

  /// What went wrong last, null where nothing did.
  @Nullable String failure() {
    return failure;
  }

  /// Whether nothing more can be expected: the history shows something behind the gap, or was
  /// looked at often enough.
  boolean isOver() {
    return ++passes >= MOST_PASSES || doneNanos.isEmpty() || shownNanos > gap.toNanos();
  }

  /// Whether all that counts was fetched.
  boolean isWhole() {
    return !isRefused && gap.isWholeInHistory();
  }

  /// Waits before it is fetched again, each time longer.
  void postpone(Duration first, Duration longest) {
    failures = failure == null ? 0 : failures + 1;
    double grown = first.toNanos() * StrictMath.pow(2, Math.max(passes, failures) - 1.0);
    long most = Math.max(first.toNanos(), longest.toNanos());
    dueNanos = System.nanoTime() + Math.round(Math.min(grown, (double) most));
  }
}
