package io.spyglass.vendor.polygon;

import io.spyglass.model.MarketEvent;
import io.spyglass.net.Refusal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What of one kind a gap lacks: from where each channel is still to be asked for, piece by piece,
/// and when. Owned by the fetching thread.
final class BackfillJob {
  private static final long SHORTEST_PIECE_NANOS = 10 * 60_000_000_000L;

  /// A night is asked for at once.
  private static final long LONGEST_PIECE_NANOS = 16 * SHORTEST_PIECE_NANOS;

  /// So few events are worth a longer piece.
  private static final int FEW = 2000;

  /// A vendor whose history does not come as far as its socket in so many looks is not waited for.
  private static final int MOST_LOOKS = 60;

  /// What was corrected since is never found.
  private static final int LOOKS_A_WITNESS = 10;

  /// How many times the first wait nothing may come by the socket either, until there is nothing to
  /// wait for.
  static final int QUIET_WAITS = 16;

  /// Behind so many failures no wait grows.
  private static final int MOST_FAILURES = 32;

  private final Gap gap;
  private final String kind;
  private final BackfillParts parts;

  /// The channels to fetch, each with the instant from which it is not.
  private final Map<String, Long> fromNanos = new TreeMap<>();

  private final Set<String> failed = new HashSet<>();
  private @Nullable String failure;
  private @Nullable MarketEvent witness;
  private final long bornNanos;
  private long dueNanos;
  private long pieceNanos = SHORTEST_PIECE_NANOS;
  private int looks;
  private int failures;
  private boolean isRefused;

  /// What is asked for at once.
  ///
  /// @param fromNanos by channel
  record Piece(Map<String, Long> fromNanos, long toNanos) {}

  /// @param nowNanos by [System#nanoTime]
  BackfillJob(Gap gap, String kind, BackfillParts parts, long nowNanos) {
    this.gap = gap;
    this.kind = kind;
    this.parts = parts;
    this.bornNanos = nowNanos;
    this.dueNanos = nowNanos;
    for (String channel : gap.fetchable().getOrDefault(kind, Set.of())) {
      fromNanos.put(channel, gap.fromNanos() - Backfill.MARGIN_NANOS);
    }
  }

  Gap gap() {
    return gap;
  }

  /// `T`, `A` or `AM`.
  String kind() {
    return kind;
  }

  BackfillParts parts() {
    return parts;
  }

  /// When it is to be looked at next, by [System#nanoTime].
  long dueNanos() {
    return dueNanos;
  }

  private long endNanos() {
    return gap.toNanos() + Backfill.MARGIN_NANOS;
  }

  /// What tells of the history that it has come behind the gap, once it has it: the first that came
  /// by the socket far enough behind the gap; null where nothing has.
  ///
  /// @param latest what came last by the socket
  @Nullable MarketEvent witness(@Nullable MarketEvent latest) {
    boolean isStale = looks > 0 && looks % LOOKS_A_WITNESS == 0;
    if ((witness == null || isStale) && latest != null && latest.epochNanos() > endNanos()) {
      witness = latest;
    }
    return witness;
  }

  /// Whether nothing has come by the socket for so long that there is nothing to wait for.
  ///
  /// @param upFor for how long the socket has streamed
  boolean isQuiet(Duration settle, long upFor, long nowNanos) {
    return Math.min(upFor, nowNanos - bornNanos) >= QUIET_WAITS * settle.toNanos();
  }

  /// Whether the history was looked at in vain too often.
  boolean isHopeless() {
    return looks >= MOST_LOOKS;
  }

  /// Waits before it is looked at again: a little where nothing was asked, else each time longer.
  void await(Duration settle, Duration longest, boolean asked, long nowNanos) {
    looks += asked ? 1 : 0;
    double first = settle.toNanos() / 8.0;
    double grown = first * StrictMath.pow(2, Math.min(looks, Long.SIZE / 2));
    dueNanos = nowNanos + Math.round(Math.min(grown, (double) longest.toNanos()));
  }

  /// Begins to fetch.
  void begin() {
    failed.clear();
    failure = null;
  }

  /// The next piece to ask for, null where there is none or what is left has failed.
  @Nullable Piece next() {
    Map<String, Long> open = new TreeMap<>(fromNanos);
    open.keySet().removeAll(failed);
    if (open.isEmpty()) {
      return null;
    }
    long first = open.values().stream().mapToLong(each -> each).min().orElseThrow();
    long to = Math.min(endNanos(), first + pieceNanos - 1);
    open.values().removeIf(from -> from > to);
    return new Piece(open, to);
  }

  /// A piece came with so many events: where they are few the next one is longer.
  void found(int events) {
    pieceNanos =
        events < FEW ? Math.min(2 * pieceNanos, LONGEST_PIECE_NANOS) : SHORTEST_PIECE_NANOS;
  }

  /// A piece of a channel came.
  void fetched(String channel, Piece piece) {
    if (piece.toNanos >= endNanos()) {
      fromNanos.remove(channel);
    } else {
      fromNanos.put(channel, piece.toNanos + 1);
    }
  }

  /// A channel is out of reach, or the vendor says no to it.
  void failed(String channel, RuntimeException why) {
    failed.add(channel);
    failed(why);
  }

  /// The vendor is out of reach, or says no.
  void failed(RuntimeException why) {
    failure = String.valueOf(why.getMessage());
    isRefused |= why instanceof Refusal;
  }

  /// What went wrong last, null where nothing did.
  @Nullable String failure() {
    return failure;
  }

  /// Waits behind a failure, each time longer; the longest where the vendor said no: it does so by
  /// mistake as well, but seldom.
  void retry(Duration first, Duration longest, long nowNanos) {
    failures = isRefused ? MOST_FAILURES : Math.min(failures + 1, MOST_FAILURES);
    isRefused = false;
    double grown = first.toNanos() * StrictMath.pow(2, failures - 1.0);
    dueNanos = nowNanos + Math.round(Math.min(grown, (double) longest.toNanos()));
  }
}
