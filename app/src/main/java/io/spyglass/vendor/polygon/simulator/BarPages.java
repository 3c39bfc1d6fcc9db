package io.spyglass.vendor.polygon.simulator;

import io.spyglass.calendar.NewYork;
import io.spyglass.model.Instrument;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Cuts the bars of a range into pages. A page ends when as many base bars (seconds, minutes or
/// days) were scanned as its limit says, or where making its days has taken long, so that a client
/// with patience for one answer gets a part.
final class BarPages {
  /// There is no further page.
  static final long LAST = Long.MIN_VALUE;

  private static final long PATIENCE_NANOS = 4_000_000_000L;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final History history;
  private final Instrument instrument;
  private final Range range;
  private final long begun = System.nanoTime();

  /// @param scanned base bars
  /// @param next the start of the first bar of the next page; in descending order of the last bar
  ///   of this one; [#LAST] for none
  record Page(List<Candle> bars, int scanned, long next) {}

  BarPages(History history, Instrument instrument, Range range) {
    this.history = history;
    this.instrument = instrument;
    this.range = range;
  }

  Page page(int limit, boolean descending) {
    LocalDate from = NewYork.date(range.fromNanos());
    LocalDate to = NewYork.date(range.toNanos() - 1);
    List<LocalDate> dates = new ArrayList<>(history.between(from, to));
    if (descending) {
      Collections.reverse(dates);
    }
    return range.span().isWithinDays()
        ? withinDays(dates, limit, descending)
        : ofDays(dates, limit, descending);
  }

  private Page withinDays(List<LocalDate> dates, int limit, boolean descending) {
    List<Candle> page = new ArrayList<>();
    int scanned = 0;
    for (LocalDate date : dates) {
      if (!page.isEmpty() && isLate()) {
        return new Page(page, scanned, descending ? last(page) : midnight(date));
      }
      List<Candle> base = base(date);
      if (descending) {
        Collections.reverse(base);
      }
      for (Candle candle : base) {
        long start = bucket(date, candle.startNanos());
        boolean isNew = page.isEmpty() || page.getLast().startNanos() != start;
        if (isNew && scanned >= limit) {
          return new Page(page, scanned, descending ? last(page) : start);
        }
        scanned++;
        merge(page, start, candle, isNew, descending);
      }
    }
    return new Page(page, scanned, LAST);
  }

  private boolean isLate() {
    return System.nanoTime() - begun > PATIENCE_NANOS;
  }

  private static long last(List<Candle> page) {
    return page.isEmpty() ? LAST : page.getLast().startNanos();
  }

  private List<Candle> base(LocalDate date) {
    long unit = range.span() == Timespan.SECOND ? SECOND_NANOS : 60 * SECOND_NANOS;
    List<Candle> base = history.bars(date, instrument, unit, range.knownNanos());
    base.removeIf(
        bar -> bar.startNanos() < range.fromNanos() || bar.startNanos() >= range.toNanos());
    return base;
  }

  private long bucket(LocalDate date, long nanos) {
    long midnight = midnight(date);
    long size = range.multiplier() * (long) range.span().seconds() * SECOND_NANOS;
    return midnight + (nanos - midnight) / size * size;
  }

  private static long midnight(LocalDate date) {
    return NewYork.epochNanos(date, LocalTime.MIDNIGHT);
  }

  private static void merge(
      List<Candle> page, long start, Candle candle, boolean isNew, boolean descending) {
    if (isNew) {
      page.add(candle.startingAt(start));
    } else if (descending) {
      Candle earlier = candle.startingAt(start);
      earlier.add(page.removeLast());
      page.add(earlier);
    } else {
      page.getLast().add(candle);
    }
  }

  private Page ofDays(List<LocalDate> dates, int limit, boolean descending) {
    List<Candle> page = new ArrayList<>();
    int scanned = 0;
    for (LocalDate date : dates) {
      long start = midnight(spanStart(date));
      boolean isNew = page.isEmpty() || page.getLast().startNanos() != start;
      if (isNew && (scanned >= limit || (scanned > 0 && isLate()))) {
        return new Page(page, scanned, descending ? last(page) : midnight(date));
      }
      Candle day = history.whole(date, instrument, range.knownNanos());
      scanned++;
      if (day.exists()) {
        merge(page, start, day, isNew, descending);
      }
    }
    return new Page(page, scanned, LAST);
  }

  /// The first date of the bar that a date lies in; bars of several spans count from the range's
  /// first.
  private LocalDate spanStart(LocalDate date) {
    Timespan span = range.span();
    LocalDate first = span.start(NewYork.date(range.fromNanos()));
    long spans = span.between(first, span.start(date)) / range.multiplier();
    return span.plus(first, spans * range.multiplier());
  }
}
