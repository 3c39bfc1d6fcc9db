package io.spyglass.server;

import io.spyglass.calendar.Span;
import io.spyglass.calendar.TradingHours;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.model.Underlying;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the board keeps of one underlying: its spot, and what is shown of each expiry of its
/// options. Guarded by the board's monitor.
final class Watched {
  final Underlying underlying;
  final MinuteGrid grid;

  /// Where prints go that memory is not for, null for nowhere.
  final @Nullable Path scratch;

  private final Span regular;
  private final TreeMap<LocalDate, Shown> expiries = new TreeMap<>();
  private final Shown nothing;

  private @Nullable UnderlyingFlow flow;
  private double spot = Double.NaN;
  private @Nullable String spotSource;
  private double open = Double.NaN;
  private double previousClose = Double.NaN;
  private final double[] spotByMinute;
  private final long[] spotChangedAt;
  private int begun;
  private int sampled;
  private long changedAt;
  private long expiriesChangedAt;

  Watched(Underlying underlying, TradingHours hours, @Nullable Path scratch) {
    this.scratch = scratch;
    this.underlying = underlying;
    this.grid = MinuteGrid.of(hours.tape());
    this.regular = hours.regular();
    this.spotByMinute = new double[grid.count()];
    this.spotChangedAt = new long[grid.count()];
    this.nothing = new Shown(this, null);
    Arrays.fill(spotByMinute, Double.NaN);
  }

  /// Forgets what happened, not which expiries there are.
  void reset(long change) {
    flow = null;
    spot = Double.NaN;
    spotSource = null;
    open = Double.NaN;
    Arrays.fill(spotByMinute, Double.NaN);
    begun = 0;
    sampled = 0;
    changedAt = change;
    nothing.reset(change);
    expiries.values().forEach(each -> each.reset(change));
  }

  void previousClose(double value, long change) {
    previousClose = value;
    changedAt = change;
  }

  /// What is shown of an expiry that a contract is known of.
  Shown known(LocalDate date) {
    return expiries.computeIfAbsent(date, _ -> new Shown(this, date));
  }

  /// What is shown of an expiry, of the first that trades where none is named; of none at all where
  /// it is not known.
  Shown shown(@Nullable LocalDate date) {
    if (date != null) {
      return expiries.getOrDefault(date, nothing);
    }
    for (Shown each : expiries.values()) {
      if (each.trades()) {
        return each;
      }
    }
    return nothing;
  }

  /// The expiries that can be asked for, the nearest first.
  List<LocalDate> expiries() {
    return expiries.entrySet().stream()
        .filter(each -> each.getValue().trades())
        .map(each -> each.getKey())
        .toList();
  }

  /// Takes note that an expiry can be asked for from now on.
  void expiriesChanged(long change) {
    expiriesChangedAt = change;
  }

  boolean areExpiriesChanged(long since) {
    return expiriesChangedAt > since;
  }

  void spot(UnderlyingFlow of, long change) {
    flow = of;
    spot = of.spot();
    spotSource = of.spotSource().name().toLowerCase(Locale.ROOT);
    noteOpen(of);
    changedAt = change;
  }

  private void noteOpen(UnderlyingFlow of) {
    if (Double.isNaN(open) && regular.contains(of.spotSinceNanos())) {
      open = of.spot();
    }
  }

  /// Lets the last minute go on by a second, notes the spot of the minute that it ends in, and at a
  /// minute's end what the contracts stand at.
  void tick(long epochNanos, long change) {
    if (flow != null) {
      noteOpen(flow);
    }
    expiries.values().forEach(each -> each.advance(epochNanos, change));
    int minute = grid.minuteEnding(epochNanos);
    if (minute < 0) {
      return;
    }
    if (minute >= begun || Double.compare(spotByMinute[minute], spot) != 0) {
      spotByMinute[minute] = spot;
      spotChangedAt[minute] = change;
      begun = Math.max(begun, minute + 1);
    }
    if (epochNanos % MinuteGrid.MINUTE_NANOS == 0) {
      sampled = minute + 1;
      expiries.values().forEach(each -> each.sample(minute));
    }
  }

  /// How many minutes have begun by the clock.
  int begun() {
    return begun;
  }

  /// Up to which minute contracts were sampled.
  int sampled() {
    return sampled;
  }

  boolean isSpotChanged(int minute, long since) {
    return spotChangedAt[minute] > since;
  }

  boolean isChanged(long since) {
    return changedAt > since;
  }

  double[] spotByMinute() {
    return spotByMinute;
  }

  void copy(Sheet sheet) {
    sheet.spot = spot;
    sheet.spotSource = spotSource;
    sheet.open = open;
    sheet.previousClose = previousClose;
  }
}
