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

/// The flow in the options of one underlying: its spot, and its series by date of expiry.
///
/// Each of the [FlowRules#expiriesInView] dates that come first has strikes in view: those listed
/// nearest to the spot. On ticks the views follow the spot, and the Greeks of the contracts in view
/// are computed anew. What left a view keeps its totals. Owned by the session's thread.
public final class UnderlyingFlow {

  private final Underlying underlying;
  private final FlowRules rules;
  private final FlowListener listener;
  private final TreeMap<LocalDate, ExpiryFlow> expiries = new TreeMap<>();

  private double spot = Double.NaN;
  private long publishedNanos;
  private long spotSinceNanos;
  private SpotSource spotSource = SpotSource.PUBLISHED;

  private @Nullable ExpiryFlow shown;

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

  /// Takes a value that was published at `epochNanos` and says what holds since `sinceNanos`,
  /// unless a later one is known.
  void published(long epochNanos, long sinceNanos, double value, SpotSource source) {
    if (epochNanos >= publishedNanos) {
      publishedNanos = epochNanos;
      spot(value, source, sinceNanos);
    }
  }

  /// Takes a value that the chain's prices imply, where there is no better one: none was published
  /// of late, and the quotes of the session imply none.
  void implied(long epochNanos, double value) {
    boolean published = epochNanos - publishedNanos <= rules.minuteQuoteMaxAgeNanos();
    boolean found = epochNanos - spotSinceNanos <= rules.quoteMaxAgeNanos();
    if (!published && !found) {
      spot(value, SpotSource.PARITY, epochNanos);
    }
  }

  private void spot(double value, SpotSource source, long sinceNanos) {
    spotSinceNanos = sinceNanos;
    if (value != spot || source != spotSource) {
      spot = value;
      spotSource = source;
      listener.spot(this);
    }
  }

  /// Lets a second pass: finds the spot where none is published, follows it with the views of the
  /// nearest expiries, renews the Greeks of the contracts in view.
  void tick(long epochNanos) {
    int nearest = 0;
    for (ExpiryFlow expiry : expiries.values()) {
      if (expiry.trades()) {
        tick(expiry, nearest, epochNanos);
        nearest++;
      }
    }
  }

  /// @param place how many expiries come before this one
  private void tick(ExpiryFlow expiry, int place, long epochNanos) {
    if (place >= rules.expiriesInView()) {
      expiry.view().leave(listener);
      return;
    }
    double parity = expiry.leading().parityForward(spot, epochNanos);
    if (place == 0) {
      shown = expiry;
      boolean published = epochNanos - publishedNanos <= rules.minuteQuoteMaxAgeNanos();
      if (!published && !Double.isNaN(parity)) {
        spot(parity, SpotSource.PARITY, epochNanos);
      }
    }
    expiry.view().follow(spot, epochNanos, rules, listener);
    expiry.view().renew(Double.isNaN(parity) ? spot : parity, epochNanos, listener);
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

  /// Since when it holds: when it was published or found, of a minute bar its start; 0 while
  /// unknown.
  public long spotSinceNanos() {
    return spotSinceNanos;
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

  /// Everything known, by date of expiry.
  public List<ExpiryFlow> expiries() {
    return new ArrayList<>(expiries.values());
  }
}
