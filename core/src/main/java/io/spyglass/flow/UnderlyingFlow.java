package io.spyglass.flow;

import io.spyglass.calendar.Expiry;
import io.spyglass.calendar.Span;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The flow in the options of one underlying: its spot, its series, the strikes in view.
///
/// In view are the listed strikes nearest to the spot in the series that expires first: the nearest
/// one and [FlowRules#strikesEachSide] on either side. On ticks the view follows the spot, and the
/// Greeks of the contracts in view are computed anew. What left the view keeps its totals. Owned by
/// the session's thread.
public final class UnderlyingFlow {

  private final Underlying underlying;
  private final FlowRules rules;
  private final FlowListener listener;
  private final TreeMap<LocalDate, ExpiryFlow> expiries = new TreeMap<>();

  private double spot = Double.NaN;
  private long publishedNanos;
  private SpotSource spotSource = SpotSource.PUBLISHED;

  private @Nullable ExpiryFlow shown;
  private @Nullable SeriesFlow centred;
  private List<ContractFlow> inView = List.of();
  private double centredSpot = Double.NaN;
  private long centredNanos;

  UnderlyingFlow(Underlying underlying, FlowRules rules, FlowListener listener) {
    this.underlying = underlying;
    this.rules = rules;
    this.listener = listener;
  }

  ContractFlow list(OptionContract option, Span tape, Expiry expiry) {
    ExpiryFlow group = expiries.computeIfAbsent(option.expiry(), ExpiryFlow::new);
    SeriesFlow series = null;
    for (SeriesFlow each : group.series()) {
      series = each.root().equals(option.root()) ? each : series;
    }
    if (series == null) {
      series = new SeriesFlow(option, tape, expiry, this, group);
      group.add(series);
    }
    ContractFlow contract = new ContractFlow(option, series);
    series.list(contract);
    return contract;
  }

  void published(long epochNanos, double value) {
    publishedNanos = epochNanos;
    spot(value, SpotSource.PUBLISHED);
  }

  private void spot(double value, SpotSource source) {
    if (value != spot || source != spotSource) {
      spot = value;
      spotSource = source;
      listener.spot(this);
    }
  }

  /// Lets a second pass: finds the spot where none is published, follows it with the view, renews
  /// the Greeks of the contracts in view.
  void tick(long epochNanos) {
    ExpiryFlow first = firstToExpire();
    if (first == null) {
      return;
    }
    SeriesFlow series = first.leading();
    double parity = series.parityForward(spot, epochNanos);
    boolean published = epochNanos - publishedNanos <= rules.minuteQuoteMaxAgeNanos();
    if (!published && !Double.isNaN(parity)) {
      spot(parity, SpotSource.PARITY);
    }
    follow(first, series, epochNanos);
    double forward = Double.isNaN(parity) ? spot : parity;
    for (ContractFlow contract : inView) {
      contract.greeks(ContractGreeks.of(contract, forward, epochNanos), epochNanos);
      listener.row(contract);
    }
  }

  private void follow(ExpiryFlow first, SeriesFlow series, long epochNanos) {
    if (first != shown || series != centred) {
      shown = first;
      centred = series;
      centredSpot = Double.NaN;
      view(List.of());
    }
    boolean due =
        Double.isNaN(centredSpot)
            || epochNanos - centredNanos >= rules.recentreNanos()
            || Math.abs(spot - centredSpot) > rules.recentreMove();
    if (due && !Double.isNaN(spot)) {
      centre(series, epochNanos);
    }
  }

  private void centre(SeriesFlow series, long epochNanos) {
    centredSpot = spot;
    centredNanos = epochNanos;
    int nearest = series.nearest(spot);
    int from = Math.max(0, nearest - rules.strikesEachSide());
    int to = Math.min(series.strikeCount() - 1, nearest + rules.strikesEachSide());
    List<ContractFlow> next = series.between(from, to);
    if (!next.equals(inView)) {
      view(next);
    }
  }

  private void view(List<ContractFlow> next) {
    forget(next);
    inView = next;
    listener.view(this);
  }

  /// Takes the Greeks from contracts that leave the view: nothing renews them there.
  private void forget(List<ContractFlow> next) {
    for (ContractFlow contract : inView) {
      if (!next.contains(contract)) {
        contract.greeks(ContractGreeks.UNKNOWN, 0);
        listener.row(contract);
      }
    }
  }

  /// The first date of those on which something expires that trades on this day.
  private @Nullable ExpiryFlow firstToExpire() {
    for (ExpiryFlow candidate : expiries.values()) {
      if (candidate.trades()) {
        return candidate;
      }
    }
    return null;
  }

  /// What the options are written on.
  public Underlying underlying() {
    return underlying;
  }

  /// How it is watched.
  public FlowRules rules() {
    return rules;
  }

  /// The spot, `NaN` while it is unknown.
  public double spot() {
    return spot;
  }

  /// Where the spot comes from.
  public SpotSource spotSource() {
    return spotSource;
  }

  /// What expires first of all that trades on the day, null before the first tick with any of it.
  /// It stays shown after it expired.
  public @Nullable ExpiryFlow shown() {
    return shown;
  }

  /// The contracts at the strikes in view, strikes upwards; none before there is a spot.
  public List<ContractFlow> inView() {
    return inView;
  }

  /// Everything known, by date of expiry.
  public List<ExpiryFlow> expiries() {
    return new ArrayList<>(expiries.values());
  }
}
