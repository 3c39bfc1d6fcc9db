package io.spyglass.flow;

import io.spyglass.calendar.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Everything that expires on one date: its series, and what traded in their calls and puts.
///
/// On most dates it is one series; where a morning-settled and an evening-settled one bear the same
/// date (`SPX` and `SPXW` on a third Friday), or an adjusted root stands beside the usual one, they
/// are counted together. Owned by the session's thread.
public final class ExpiryFlow {
  private static final Comparator<SeriesFlow> FIRST_TO_EXPIRE =
      Comparator.comparingLong((SeriesFlow series) -> series.expiry().expiryNanos())
          .thenComparing(SeriesFlow::root);

  private final LocalDate date;
  private final List<SeriesFlow> series = new ArrayList<>();
  private final Totals calls = new Totals();
  private final Totals puts = new Totals();
  private final StrikeView view = new StrikeView(this);

  ExpiryFlow(LocalDate date) {
    this.date = date;
  }

  void add(SeriesFlow another) {
    series.add(another);
    series.sort(FIRST_TO_EXPIRE);
  }

  void list(ContractFlow contract) {
    side(contract).list();
  }

  /// Takes note that a contract of it is watched from now on.
  void watch(ContractFlow contract) {
    side(contract).watch();
  }

  void add(Print print) {
    side(print.contract()).add(print);
  }

  private Totals side(ContractFlow contract) {
    return contract.isCall() ? calls : puts;
  }

  /// The series that expires first of those that trade on the day that is watched, or the first of
  /// all where none does.
  public SeriesFlow leading() {
    for (SeriesFlow each : series) {
      if (!each.tape().isEmpty()) {
        return each;
      }
    }
    return series.getFirst();
  }

  /// Whether any of its series trades on the day that is watched.
  public boolean trades() {
    return !leading().tape().isEmpty();
  }

  /// The date in the symbols.
  public LocalDate date() {
    return date;
  }

  /// From the first to the last instant at which one of its series trades on the day.
  public Span tape() {
    Span first = leading().tape();
    long from = first.fromNanos();
    long to = first.toNanos();
    for (SeriesFlow each : series) {
      if (!each.tape().isEmpty()) {
        from = Math.min(from, each.tape().fromNanos());
        to = Math.max(to, each.tape().toNanos());
      }
    }
    return new Span(from, to);
  }

  /// Its series, the one that expires first ahead.
  public List<SeriesFlow> series() {
    return Collections.unmodifiableList(series);
  }

  /// Its contracts, series by series.
  public List<ContractFlow> contracts() {
    return series.stream().flatMap(each -> each.contracts().stream()).toList();
  }

  /// The contracts in view, strikes upwards, calls before puts; none before there is a spot, and
  /// none where the date is not among the [FlowRules#expiriesInView] nearest.
  public List<ContractFlow> inView() {
    return view.contracts();
  }

  StrikeView view() {
    return view;
  }

  /// What it is written on.
  public UnderlyingFlow underlying() {
    return leading().underlying();
  }

  /// Totals of its calls.
  public Totals calls() {
    return calls;
  }

  /// Totals of its puts.
  public Totals puts() {
    return puts;
  }

  @Override
  public String toString() {
    return leading().root() + " " + date;
  }
}
