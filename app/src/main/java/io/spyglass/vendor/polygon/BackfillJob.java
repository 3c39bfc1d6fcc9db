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

/// A gap that is being fetched: what of each channel is still to be asked for, piece by piece.
///
/// The vendor's history may be behind its socket. A channel's answer is trusted up to its own last
/// event, and up to what the history had shown of any channel before it was asked; the channel is
/// asked again until it is trusted a little beyond the gap. An event that comes again by that is
/// not handed over again. Owned by the fetching thread.
final class BackfillJob {
  private static final long PIECE_NANOS = 30 * 60_000_000_000L;
  private static final int MOST_PASSES = 12;

  private final Gap gap;
  private final Map<String, Progress> open = new TreeMap<>();
  private final Set<String> failed = new HashSet<>();
  private @Nullable String failure;

  /// The latest event that the history has shown of any channel.
  private long shownNanos;

  private long nextNanos;
  private long dueNanos = System.nanoTime();
  private int passes;
  private int failures;
  private boolean isRefused;

  /// How far a channel is.
  private static final class Progress {
    /// From where it is asked for.
    private long fromNanos;

    private long trustedNanos;

    /// What of it was handed over from there on.
    private final Set<Key> handed = new HashSet<>();

    Progress(long fromNanos) {
      this.fromNanos = fromNanos;
      this.trustedNanos = fromNanos;
    }
  }

  private record Key(long epochNanos, long sequence) {
    static Key of(MarketEvent event) {
      return new Key(event.epochNanos(), event.sequence());
    }
  }

  /// What is asked for at once.
  ///
  /// @param fromNanos by channel
  /// @param shownNanos what the history had shown by then
  record Piece(Map<String, Long> fromNanos, long toNanos, long shownNanos) {}

  BackfillJob(Gap gap) {
    this.gap = gap;
    this.shownNanos = startNanos();
    gap.fetchable().forEach(each -> open.put(each, new Progress(startNanos())));
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
    nextNanos =
        open.values().stream().mapToLong(each -> each.fromNanos).min().orElse(endNanos() + 1);
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
    open.forEach((channel, progress) -> {
      if (progress.fromNanos <= to && !failed.contains(channel)) {
        channels.put(channel, Math.max(from, progress.fromNanos));
      }
    });
    return new Piece(channels, to, shownNanos);
  }

  /// A piece of a channel came: what of it is handed over.
  List<MarketEvent> fetched(String channel, Piece piece, List<MarketEvent> events) {
    Progress progress = open.get(channel);
    if (progress == null) {
      return List.of();
    }
    List<MarketEvent> fresh =
        events.stream().filter(each -> !progress.handed.contains(Key.of(each))).toList();
    long last = events.stream().mapToLong(MarketEvent::epochNanos).max().orElse(piece.shownNanos);
    progress.trustedNanos = Math.max(progress.trustedNanos, Math.max(last, piece.shownNanos));
    shownNanos = Math.max(shownNanos, last);
    long done = Math.min(piece.toNanos + 1, progress.trustedNanos - Backfill.OVERLAP_NANOS);
    progress.fromNanos = Math.max(progress.fromNanos, done);
    fresh.forEach(each -> progress.handed.add(Key.of(each)));
    progress.handed.removeIf(each -> each.epochNanos < progress.fromNanos);
    return fresh;
  }

  /// A channel is out of reach.
  void failed(String channel, Outage outage) {
    failed.add(channel);
    failure = String.valueOf(outage.getMessage());
  }

  /// The vendor says no to a channel: it is not asked for again.
  void refused(String channel) {
    isRefused = true;
    open.remove(channel);
  }

  /// What went wrong last, null where nothing did.
  @Nullable String failure() {
    return failure;
  }

  /// Whether nothing more can be expected once a pass is over in which nothing went wrong: every
  /// channel is trusted, or was asked often enough.
  boolean isOver() {
    long enough = gap.toNanos() + Backfill.MARGIN_NANOS;
    open.values().removeIf(each -> each.trustedNanos > enough);
    return open.isEmpty() || ++passes >= MOST_PASSES;
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
