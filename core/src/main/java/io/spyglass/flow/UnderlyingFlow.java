package io.spyglass.flow;

import io.spyglass.calendar.Expiry;
import io.spyglass.calendar.Span;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import java.util.ArrayList;
import java.util.Comparator;
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

  /// A root and expiry, by the instant at which it expires.
  private record SeriesKey(long expiryNanos, String root) implements Comparable<SeriesKey> {
    private static final Comparator<SeriesKey> ORDER =
        Comparator.comparingLong(SeriesKey::expiryNanos).thenComparing(SeriesKey::root);

    @Override
    public int compareTo(SeriesKey that) {
      return ORDER.compare(this, that);
    }
  }

  private final Underlying underlying;
  private final FlowRules rules;
  private final FlowListener listener;
  private final TreeMap<SeriesKey, SeriesFlow> series = new TreeMap<>();

  private double spot = Double.NaN;
  private long publishedNanos;
  private SpotSource spotSource = SpotSource.PUBLISHED;

  private @Nullable SeriesFlow shown;
  private List<ContractFlow> inView = List.of();
  private double centredSpot = Double.NaN;
  private long centredNanos;

  UnderlyingFlow(Underlying underlying, FlowRules rules, FlowListener listener) {
    this.underlying = underlying;
    this.rules = rules;
    this.listener = listener;
  }

  ContractFlow list(OptionContract option, Span tape, Expiry expiry) {
    SeriesFlow of =
        series.computeIfAbsent(
            new SeriesKey(expiry.expiryNanos(), option.root()),
            _ -> new SeriesFlow(option, tape, expiry, this));
    ContractFlow contract = new ContractFlow(option, of);
    of.list(contract);
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
    SeriesFlow first = firstSeries();
    if (first == null) {
      return;
    }
    double parity = first.parityForward(spot);
    boolean published = epochNanos - publishedNanos <= rules.minuteQuoteMaxAgeNanos();
    if (!published && !Double.isNaN(parity)) {
      spot(parity, SpotSource.PARITY);
    }
    follow(first, epochNanos);
    double forward = Double.isNaN(parity) ? spot : parity;
    double years = first.expiry().yearsToExpiry(epochNanos);
    for (ContractFlow contract : inView) {
      contract.greeks(ContractGreeks.of(contract, forward, years), epochNanos);
      listener.row(contract);
    }
  }

  private void follow(SeriesFlow first, long epochNanos) {
    if (first != shown) {
      shown = first;
      centredSpot = Double.NaN;
      view(List.of());
    }
    boolean due =
        Double.isNaN(centredSpot)
            || epochNanos - centredNanos >= rules.recentreNanos()
            || Math.abs(spot - centredSpot) > rules.recentreMove();
    if (due && !Double.isNaN(spot)) {
      centredSpot = spot;
      centredNanos = epochNanos;
      int nearest = first.nearest(spot);
      int from = Math.max(0, nearest - rules.strikesEachSide());
      int to = Math.min(first.strikeCount() - 1, nearest + rules.strikesEachSide());
      List<ContractFlow> next = first.between(from, to);
      if (!next.equals(inView)) {
        view(next);
      }
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

  /// The series that expires first of those that trade on this day.
  private @Nullable SeriesFlow firstSeries() {
    for (SeriesFlow candidate : series.values()) {
      if (!candidate.tape().isEmpty()) {
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

  /// The series that expires first of those that trade, null before the first tick with one.
  public @Nullable SeriesFlow shown() {
    return shown;
  }

  /// The contracts at the strikes in view, strikes upwards; none before there is a spot.
  public List<ContractFlow> inView() {
    return inView;
  }

  /// Every series that is known, the one that expires first ahead.
  public List<SeriesFlow> series() {
    return new ArrayList<>(series.values());
  }
}
