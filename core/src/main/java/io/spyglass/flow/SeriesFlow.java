package io.spyglass.flow;

import io.spyglass.calendar.Expiry;
import io.spyglass.calendar.Span;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.pricing.Parity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The contracts of one root and expiry: their strikes in order.
///
/// Owned by the session's thread.
public final class SeriesFlow {
  /// Pairs on each side of the money that are asked for the forward.
  private static final int PARITY_NEIGHBOURS = 2;

  private final String root;
  private final LocalDate date;
  private final Span tape;
  private final Expiry expiry;
  private final UnderlyingFlow underlying;
  private final ExpiryFlow group;
  private final List<Strike> strikes = new ArrayList<>();
  private final List<ContractFlow> contracts = new ArrayList<>();

  /// A listed strike with the contracts known at it.
  private static final class Strike {
    final long mills;
    @Nullable ContractFlow call;
    @Nullable ContractFlow put;

    Strike(long mills) {
      this.mills = mills;
    }

    double value() {
      return mills / 1000.0;
    }
  }

  SeriesFlow(
      OptionContract first, Span tape, Expiry expiry, UnderlyingFlow underlying, ExpiryFlow group) {
    this.root = first.root();
    this.date = first.expiry();
    this.tape = tape;
    this.expiry = expiry;
    this.underlying = underlying;
    this.group = group;
  }

  void list(ContractFlow contract) {
    group.list(contract);
    contracts.add(contract);
    long mills = contract.contract().strikeMills();
    int at = find(mills);
    if (at < 0) {
      at = -at - 1;
      strikes.add(at, new Strike(mills));
    }
    if (contract.contract().right() == Right.CALL) {
      strikes.get(at).call = contract;
    } else {
      strikes.get(at).put = contract;
    }
  }

  private int find(long mills) {
    int low = 0;
    int high = strikes.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long at = strikes.get(middle).mills;
      if (at == mills) {
        return middle;
      }
      if (at < mills) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }

  /// The place of the listed strike nearest to `spot`, the lower of two equally near; -1 for none.
  int nearest(double spot) {
    int at = find(Math.round(spot * 1000));
    if (at >= 0 || strikes.isEmpty()) {
      return at >= 0 ? at : -1;
    }
    int above = -at - 1;
    if (above == 0 || above == strikes.size()) {
      return above == 0 ? 0 : above - 1;
    }
    double up = strikes.get(above).value() - spot;
    double down = spot - strikes.get(above - 1).value();
    return up < down ? above : above - 1;
  }

  /// The contracts at the strikes from place `from` to place `to`, both included: calls before
  /// puts, strikes upwards.
  List<ContractFlow> between(int from, int to) {
    List<ContractFlow> between = new ArrayList<>();
    for (Strike strike : strikes.subList(from, to + 1)) {
      if (strike.call != null) {
        between.add(strike.call);
      }
      if (strike.put != null) {
        between.add(strike.put);
      }
    }
    return between;
  }

  /// The put at the strike of a call, the call at that of a put, or null where it is not known.
  @Nullable ContractFlow otherRight(ContractFlow contract) {
    int place = find(contract.contract().strikeMills());
    if (place < 0) {
      return null;
    }
    return contract.isCall() ? strikes.get(place).put : strikes.get(place).call;
  }

  int strikeCount() {
    return strikes.size();
  }

  double strike(int place) {
    return strikes.get(place).value();
  }

  /// The forward that put–call parity implies: strike + call - put, the middle of what the pairs at
  /// the strike nearest to `spot` and its neighbours say, or at any strike where call and put are
  /// closest for an unknown spot; `NaN` without a pair of two-sided quotes.
  ///
  /// The discount is taken as 1: over the days of the series shown it is below the quotes' own
  /// rounding. O(1) with a spot, O(strikes) without.
  double parityForward(double spot, long epochNanos) {
    int centre = Double.isNaN(spot) ? closestPair(epochNanos) : nearest(spot);
    if (centre < 0) {
      return Double.NaN;
    }
    int from = Math.max(0, centre - PARITY_NEIGHBOURS);
    int count = Math.min(strikes.size(), centre + PARITY_NEIGHBOURS + 1) - from;
    double[] values = new double[count];
    double[] calls = new double[count];
    double[] puts = new double[count];
    for (int i = 0; i < count; i++) {
      Strike strike = strikes.get(from + i);
      values[i] = strike.value();
      calls[i] = middle(strike.call, epochNanos);
      puts[i] = middle(strike.put, epochNanos);
    }
    return Parity.forward(values, calls, puts, 1);
  }

  private static double middle(@Nullable ContractFlow contract, long epochNanos) {
    return contract == null ? Double.NaN : contract.middle(epochNanos);
  }

  private int closestPair(long epochNanos) {
    int closest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < strikes.size(); i++) {
      Strike strike = strikes.get(i);
      double apart = Math.abs(middle(strike.call, epochNanos) - middle(strike.put, epochNanos));
      if (apart < least) {
        least = apart;
        closest = i;
      }
    }
    return closest;
  }

  /// The root of its symbols, `SPXW`.
  public String root() {
    return root;
  }

  /// The date in its symbols.
  public LocalDate date() {
    return date;
  }

  /// When its prints count on the day that is watched; empty where it no longer trades.
  public Span tape() {
    return tape;
  }

  /// When it stops trading and expires.
  public Expiry expiry() {
    return expiry;
  }

  /// Everything that expires on the same date.
  public ExpiryFlow group() {
    return group;
  }

  /// What it is written on.
  public UnderlyingFlow underlying() {
    return underlying;
  }

  /// Its contracts, in the order in which they became known.
  public List<ContractFlow> contracts() {
    return Collections.unmodifiableList(contracts);
  }

  @Override
  public String toString() {
    return root + " " + date;
  }
}
