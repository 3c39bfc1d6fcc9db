package io.spyglass.server;

import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.Print;
import io.spyglass.flow.SeriesFlow;
import io.spyglass.flow.Totals;
import io.spyglass.model.OptionContract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is shown of one expiry: its rows, totals, view and minutes.
///
/// Each part remembers the board's change that altered it last, so that any number of viewers can
/// ask what is different from what they have seen. Guarded by the board's monitor.
///
/// Memory, for the 405 minutes of a long tape: 23 kB by itself; a contract 0.4 kB, another 14 kB
/// once it trades or is in view, and 52 bytes for each minute in which it trades; a print 47 bytes,
/// in pieces of 48 kB, of which the board's folder takes those beyond two million.
final class Shown {
  private static final Comparator<Row> BY_STRIKE = Comparator.comparing(row -> row.contract);

  final Watched watched;
  private final @Nullable LocalDate date;
  private @Nullable ExpiryFlow expiry;
  private @Nullable SeriesFlow leading;
  private boolean trades;
  private final IdentityHashMap<ContractFlow, Row> byContract = new IdentityHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private List<Row> inView = List.of();
  private final double[] totals = new double[Column.TOTALS.size()];
  private final Minutes minutes;
  private Tape tape;
  private @Nullable Boolean bars;

  private long begunAt;
  private long viewMovedAt;
  private long changedAt;

  /// When the first change came since the last cut, by the machine's stopwatch; 0 for none.
  private long waitingSince;

  /// @param date of the expiry; null stands for none at all
  Shown(Watched watched, @Nullable LocalDate date) {
    this.watched = watched;
    this.date = date;
    this.minutes = new Minutes(watched.grid);
    this.tape = new Tape(watched.scratch);
    Arrays.fill(totals, Double.NaN);
  }

  /// Forgets what happened.
  void reset(long change) {
    expiry = null;
    leading = null;
    byContract.clear();
    rows.clear();
    inView = List.of();
    Arrays.fill(totals, Double.NaN);
    minutes.clear();
    tape = new Tape(watched.scratch);
    bars = null;
    begunAt = change;
  }

  /// Whether something of it trades on the day.
  boolean trades() {
    return trades;
  }

  void view(ExpiryFlow flow, long change) {
    inView = flow.inView().stream().map(each -> row(each, change)).toList();
    inView.forEach(row -> row.watch(watched.grid.count()));
    viewMovedAt = change;
  }

  /// Takes the numbers of a contract.
  void change(ContractFlow flow, long change) {
    Row row = row(flow, change);
    boolean wasWatched = row.isWatched();
    row.read(flow);
    row.changedAt = change;
    if (row.isWatched() != wasWatched) {
      total(flow.series().group());
      changedAt = change;
    }
    await();
  }

  /// Takes note that a change waits to be cut.
  private void await() {
    if (waitingSince == 0) {
      waitingSince = System.nanoTime();
    }
  }

  private Row row(ContractFlow flow, long change) {
    Row known = byContract.get(flow);
    if (known != null) {
      return known;
    }
    follow(flow.series().group(), change);
    Row row = new Row(rows.size(), flow.contract());
    row.read(flow);
    row.changedAt = change;
    byContract.put(flow, row);
    rows.add(row);
    total(flow.series().group());
    changedAt = change;
    return row;
  }

  /// Looks at the expiry anew as a contract of it becomes known.
  private void follow(ExpiryFlow of, long change) {
    if (of != expiry) {
      expiry = of;
    }
    if (of.leading() != leading) {
      leading = of.leading();
      begunAt = change;
    }
    if (!trades && of.trades()) {
      trades = true;
      watched.expiriesChanged(change);
    }
  }

  /// Takes a print on the tape.
  void print(Print print, long change) {
    Row row = row(print.contract(), change);
    int minute = minutes.add(print, change);
    if (minute >= 0) {
      if (row.minutes == null) {
        row.minutes = new ContractMinutes();
        row.watch(watched.grid.count());
      }
      row.minutes.add(minute, print);
    }
    if (row.lastMinute == null) {
      row.lastMinute = new LastMinute();
    }
    row.lastMinute.add(print.epochNanos(), print.size());
    row.changedAt = change;
    tape.append(print, row);
    await();
    bars = print.isBar() || Boolean.TRUE.equals(bars);
    total(print.contract().series().group());
    changedAt = change;
  }

  /// Takes the totals of the expiry, in the order of [Column#TOTALS].
  private void total(ExpiryFlow from) {
    Totals calls = from.calls();
    Totals puts = from.puts();
    int i = 0;
    totals[i++] = calls.volume();
    totals[i++] = puts.volume();
    totals[i++] = calls.premium();
    totals[i++] = puts.premium();
    totals[i++] = calls.netPremium();
    totals[i++] = puts.netPremium();
    totals[i++] = calls.volume() > 0 ? puts.volume() / calls.volume() : Double.NaN;
    totals[i++] = calls.unclassified();
    totals[i++] = puts.unclassified();
    totals[i++] = calls.watched() + puts.watched();
    totals[i] = calls.contracts() + puts.contracts();
  }

  /// Lets what is older than a minute go as a second ends.
  void advance(long epochNanos, long change) {
    for (Row row : rows) {
      if (row.lastMinute != null && row.lastMinute.advance(epochNanos)) {
        row.changedAt = change;
      }
    }
  }

  /// Notes what the contracts stand at as a minute ends.
  void sample(int minute) {
    for (Row row : rows) {
      if (row.samples != null) {
        row.samples.take(minute, row.values);
      }
    }
  }

  /// Its prints on the tape so far.
  TapeStrip tape(long asOfNanos, long generation) {
    return new TapeStrip(watched.underlying, date, asOfNanos, generation, tape.cursor());
  }

  /// Fills the sheet with what is different from what it was filled with last.
  void cut(Sheet sheet, long change) {
    long seen = sheet.isOf(this) ? sheet.seen : 0;
    sheet.clear();
    head(sheet);
    sheet.isAnother = !sheet.isOf(this) || begunAt > seen;
    sheet.isViewMoved = viewMovedAt > seen;
    sheet.areExpiriesChanged = watched.areExpiriesChanged(seen);
    sheet.expiries = sheet.areExpiriesChanged ? watched.expiries() : List.of();
    sheet.listed.addAll(rows.subList(Math.min(sheet.told(this), rows.size()), rows.size()));
    for (Row row : rows) {
      if (row.changedAt > seen) {
        sheet.rows.add(row);
      }
    }
    sheet.copyNumbers();
    cutMinutes(sheet, seen);
    sheet.isChanged = changedAt > seen || watched.isChanged(seen) || sheet.holdsMore();
    sheet.waitingSince = waitingSince;
    waitingSince = 0;
    sheet.see(this, rows.size(), begun(), change);
  }

  private void cutMinutes(Sheet sheet, long seen) {
    int begun = begun();
    int first = Math.min(sheet.isAnother ? 0 : sheet.minutesTold(), begun);
    int end = begun;
    for (int minute = 0; minute < first; minute++) {
      if (isChanged(minute, seen)) {
        first = minute;
      }
    }
    while (end > first && !isChanged(end - 1, seen)) {
      end--;
    }
    copyMinutes(sheet, first, end);
  }

  private boolean isChanged(int minute, long seen) {
    return minutes.isChanged(minute, seen) || watched.isSpotChanged(minute, seen);
  }

  private void copyMinutes(Sheet sheet, int first, int end) {
    sheet.reserveMinutes(first, end);
    minutes.copy(first, end, sheet.minutes);
    double[] spots = sheet.minutes[Minutes.SUMS.size()];
    System.arraycopy(watched.spotByMinute(), first, spots, 0, end - first);
  }

  /// Fills the sheet with everything, by the rows' numbers or by strike, calls before puts.
  void copy(Sheet sheet, boolean byStrike) {
    sheet.clear();
    head(sheet);
    sheet.expiries = watched.expiries();
    sheet.rows.addAll(rows);
    if (byStrike) {
      sheet.rows.sort(BY_STRIKE);
    }
    sheet.listed.addAll(sheet.rows);
    sheet.copyNumbers();
    copyMinutes(sheet, 0, begun());
  }

  private void head(Sheet sheet) {
    sheet.underlying = watched.underlying;
    sheet.expiry = date;
    sheet.tapeNanos = watched.grid.fromNanos();
    sheet.root = leading == null ? null : leading.root();
    sheet.expiresNanos = leading == null ? 0 : leading.expiry().lastTradeNanos();
    sheet.tapeLast = tape.last();
    sheet.bars = bars;
    System.arraycopy(totals, 0, sheet.totals, 0, totals.length);
    sheet.inView.addAll(inView);
    watched.copy(sheet);
  }

  /// A copy of what traded by strike and time.
  Heatmap heatmap(Heatmap.Request request, long asOfNanos, long generation) {
    int length = request.stepMinutes();
    int steps = (begun() + length - 1) / length;
    HeatmapCopy copy = new HeatmapCopy(request, (watched.grid.count() + length - 1) / length);
    copy.add(rows.stream().filter(row -> row.minutes != null).sorted(BY_STRIKE).toList());
    return new Heatmap(
        date,
        asOfNanos,
        generation,
        watched.grid.fromNanos(),
        steps,
        copy.strikes,
        copy.calls,
        copy.puts);
  }

  /// A copy of one contract's day, null where the contract is not known.
  @Nullable ContractDay contract(OptionContract contract, long asOfNanos, long generation) {
    for (Row row : rows) {
      if (row.contract.equals(contract)) {
        int count = begun();
        return new ContractDay(
            contract,
            asOfNanos,
            generation,
            watched.grid.fromNanos(),
            count,
            row.traded(count),
            row.stood(count, watched.sampled()),
            Arrays.copyOf(watched.spotByMinute(), count));
      }
    }
    return null;
  }

  /// A copy of the minutes of each contract that traded, by strike.
  List<NetPremiums> histories() {
    int count = begun();
    return rows.stream()
        .filter(row -> row.minutes != null)
        .sorted(BY_STRIKE)
        .map(row -> history(row, count))
        .toList();
  }

  private static NetPremiums history(Row row, int count) {
    double[] netPremium =
        row.minutes == null
            ? new double[count]
            : row.minutes.byMinute(ContractMinutes.NET_PREMIUM, count);
    return new NetPremiums(row.ticker, row.contract.strike(), netPremium);
  }

  /// How many minutes of its tape have begun.
  private int begun() {
    if (expiry == null) {
      return 0;
    }
    int last = MinuteGrid.of(expiry.tape()).count();
    return Math.min(Math.max(watched.begun(), minutes.begun()), last);
  }
}
