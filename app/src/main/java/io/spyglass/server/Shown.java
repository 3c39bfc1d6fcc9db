package io.spyglass.server;

import io.spyglass.flow.ContractFlow;
import io.spyglass.flow.ExpiryFlow;
import io.spyglass.flow.Print;
import io.spyglass.flow.SideTotals;
import io.spyglass.flow.UnderlyingFlow;
import io.spyglass.model.Underlying;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is shown of one underlying: the rows of what expires first, totals, spot, view and history.
///
/// Guarded by the board's monitor; [#expiry] alone is also read by the session's thread, the only
/// one that sets it.
final class Shown {
  private static final long MINUTE = 60_000_000_000L;
  private static final Comparator<Row> BY_STRIKE = Comparator.comparing(row -> row.contract);

  final Underlying underlying;
  private @Nullable ExpiryFlow expiry;
  private final IdentityHashMap<ContractFlow, Row> byContract = new IdentityHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Row> changed = new ArrayList<>();
  private List<Row> inView = List.of();
  private double spot = Double.NaN;
  private @Nullable String spotSource;
  private final double[] totals = new double[Column.TOTALS.size()];
  private double[] callNetPremiumByMinute = new double[0];
  private double[] putNetPremiumByMinute = new double[0];
  private double[] spotByMinute = new double[0];

  private int rowsTold;
  private boolean isAnother;
  private boolean isViewMoved;
  private boolean isHeadChanged;

  Shown(Underlying underlying) {
    this.underlying = underlying;
    Arrays.fill(totals, Double.NaN);
  }

  boolean shows(ExpiryFlow other) {
    return expiry == other;
  }

  void reset() {
    expiry = null;
    spot = Double.NaN;
    spotSource = null;
    forget();
  }

  private void forget() {
    byContract.clear();
    rows.clear();
    changed.clear();
    inView = List.of();
    Arrays.fill(totals, Double.NaN);
    callNetPremiumByMinute = new double[0];
    putNetPremiumByMinute = new double[0];
    spotByMinute = new double[0];
    rowsTold = 0;
    isAnother = true;
    isHeadChanged = true;
  }

  void view(UnderlyingFlow flow) {
    ExpiryFlow shown = flow.shown();
    if (shown == null) {
      return;
    }
    if (shown != expiry) {
      show(shown);
    }
    inView = flow.inView().stream().map(this::row).toList();
    isViewMoved = true;
  }

  private void show(ExpiryFlow shown) {
    forget();
    expiry = shown;
    int minutes = minutes(shown);
    callNetPremiumByMinute = new double[minutes];
    putNetPremiumByMinute = new double[minutes];
    spotByMinute = new double[minutes];
    Arrays.fill(spotByMinute, Double.NaN);
    shown.contracts().forEach(this::change);
    total(shown);
  }

  private static int minutes(ExpiryFlow expiry) {
    return (int) (expiry.tape().nanos() / MINUTE);
  }

  void spot(UnderlyingFlow flow) {
    spot = flow.spot();
    spotSource = flow.spotSource().name().toLowerCase(Locale.ROOT);
    isHeadChanged = true;
  }

  /// Takes the numbers of a contract of the shown expiry.
  void change(ContractFlow flow) {
    Row row = row(flow);
    row.read(flow);
    if (!row.isChanged) {
      row.isChanged = true;
      changed.add(row);
    }
  }

  private Row row(ContractFlow flow) {
    Row known = byContract.get(flow);
    if (known != null) {
      return known;
    }
    Row row = new Row(rows.size(), flow.contract());
    byContract.put(flow, row);
    rows.add(row);
    return row;
  }

  /// Takes a print on the tape of the shown expiry.
  void print(Print print) {
    ExpiryFlow of = print.contract().series().group();
    double signed = print.side().sign() * print.premium();
    int minute = minute(print.epochNanos() - 1);
    if (minute >= 0) {
      Row row = row(print.contract());
      if (row.netPremiumByMinute == null) {
        row.netPremiumByMinute = new double[spotByMinute.length];
      }
      row.netPremiumByMinute[minute] += signed;
      (print.contract().isCall() ? callNetPremiumByMinute : putNetPremiumByMinute)[minute] +=
          signed;
    }
    total(of);
  }

  /// Takes the totals of the expiry, in the order of [Column#TOTALS].
  private void total(ExpiryFlow of) {
    SideTotals calls = of.calls();
    SideTotals puts = of.puts();
    int i = 0;
    totals[i++] = calls.volume();
    totals[i++] = puts.volume();
    totals[i++] = calls.premium();
    totals[i++] = puts.premium();
    totals[i++] = calls.netPremium();
    totals[i++] = puts.netPremium();
    totals[i++] = calls.volume() > 0 ? puts.volume() / calls.volume() : Double.NaN;
    totals[i++] = calls.unclassified();
    totals[i] = puts.unclassified();
    isHeadChanged = true;
  }

  /// Notes the spot of the minute that a second belongs to.
  void tick(long epochNanos) {
    int minute = minute(epochNanos - 1);
    if (minute >= 0) {
      spotByMinute[minute] = spot;
    }
  }

  /// The minute of the tape in which `epochNanos` lies; -1 outside it.
  private int minute(long epochNanos) {
    if (expiry == null || epochNanos < expiry.tape().fromNanos() - 1) {
      return -1;
    }
    long minute = (epochNanos - expiry.tape().fromNanos()) / MINUTE;
    return minute < spotByMinute.length ? (int) minute : -1;
  }

  /// Fills the sheet with what is different since the last time, and begins a new count.
  void cut(Sheet sheet) {
    sheet.clear();
    head(sheet);
    sheet.isAnother = isAnother;
    sheet.isViewMoved = isViewMoved;
    sheet.isChanged = isAnother || isViewMoved || isHeadChanged || !changed.isEmpty();
    sheet.listed.addAll(rows.subList(rowsTold, rows.size()));
    sheet.reserve(changed.size());
    for (Row row : changed) {
      row.isChanged = false;
      sheet.add(row);
    }
    changed.clear();
    rowsTold = rows.size();
    isAnother = false;
    isViewMoved = false;
    isHeadChanged = false;
  }

  /// Fills the sheet with everything, by the rows' numbers or by strike, calls before puts.
  void copy(Sheet sheet, boolean byStrike) {
    sheet.clear();
    head(sheet);
    List<Row> all = new ArrayList<>(rows);
    if (byStrike) {
      all.sort(BY_STRIKE);
    }
    sheet.listed.addAll(all);
    sheet.reserve(all.size());
    all.forEach(sheet::add);
  }

  private void head(Sheet sheet) {
    sheet.root = expiry == null ? null : expiry.leading().root();
    sheet.expiry = expiry == null ? null : expiry.date();
    sheet.spot = spot;
    sheet.spotSource = spotSource;
    System.arraycopy(totals, 0, sheet.totals, 0, totals.length);
    sheet.inView.addAll(inView);
  }

  /// A copy of the minutes up to the one in which `asOfNanos` lies.
  History history(long asOfNanos, boolean isByContract) {
    if (expiry == null) {
      return History.none(asOfNanos);
    }
    long open = expiry.tape().fromNanos();
    long begun = asOfNanos <= open ? 0 : (asOfNanos - 1 - open) / MINUTE + 1;
    int minutes = (int) Math.min(begun, spotByMinute.length);
    return new History(
        expiry.date(),
        asOfNanos,
        open,
        Arrays.copyOf(callNetPremiumByMinute, minutes),
        Arrays.copyOf(putNetPremiumByMinute, minutes),
        Arrays.copyOf(spotByMinute, minutes),
        isByContract ? historyByContract(minutes) : List.of());
  }

  private List<History.OfContract> historyByContract(int minutes) {
    List<History.OfContract> histories = new ArrayList<>();
    for (Row row : rows.stream().sorted(BY_STRIKE).toList()) {
      if (row.netPremiumByMinute != null) {
        double[] copy = Arrays.copyOf(row.netPremiumByMinute, minutes);
        histories.add(new History.OfContract(row.ticker, row.contract.strike(), copy));
      }
    }
    return histories;
  }
}
