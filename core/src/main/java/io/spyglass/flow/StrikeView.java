package io.spyglass.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The strikes in view of one date of expiry: of the series of it that expires first, the listed
/// strike nearest to the spot and [FlowRules#strikesEachSide] on either side.
///
/// It follows the spot on ticks, and renews the Greeks of the contracts in it: those within
/// [#NEAR_STRIKES] of the money of the nearest expiry each second, the others by turns, each every
/// [#TURNS] seconds, and all of them as the view moves. Owned by the session's thread.
final class StrikeView {
  private static final int NEAR_STRIKES = 3;
  private static final int TURNS = 10;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final ExpiryFlow expiry;
  private @Nullable SeriesFlow centred;
  private List<ContractFlow> contracts = List.of();
  private List<ContractFlow> near = List.of();
  private List<ContractFlow> far = List.of();
  private boolean hasMoved;
  private double centredSpot = Double.NaN;
  private long centredNanos;

  StrikeView(ExpiryFlow expiry) {
    this.expiry = expiry;
  }

  /// The contracts in view, strikes upwards, calls before puts.
  List<ContractFlow> contracts() {
    return contracts;
  }

  /// Follows the spot, where that is due.
  void follow(double spot, long epochNanos, FlowRules rules, FlowListener listener) {
    SeriesFlow series = expiry.leading();
    if (series != centred) {
      centred = series;
      centredSpot = Double.NaN;
      show(List.of(), List.of(), listener);
    }
    boolean due =
        Double.isNaN(centredSpot)
            || epochNanos - centredNanos >= rules.recentreNanos()
            || Math.abs(spot - centredSpot) > rules.recentreMove();
    if (due && !Double.isNaN(spot)) {
      centredSpot = spot;
      centredNanos = epochNanos;
      centre(series, rules, listener);
    }
  }

  private void centre(SeriesFlow series, FlowRules rules, FlowListener listener) {
    int eachSide = rules.strikesEachSide();
    int nearest = series.nearest(centredSpot);
    List<ContractFlow> next = around(series, nearest, eachSide);
    boolean isFirst = expiry.equals(expiry.underlying().shown());
    List<ContractFlow> atTheMoney =
        isFirst ? around(series, nearest, Math.min(eachSide, NEAR_STRIKES)) : List.of();
    if (!next.equals(contracts) || !atTheMoney.equals(near)) {
      if (rules.coverage() == Coverage.VIEW) {
        next.forEach(ContractFlow::watch);
      }
      show(next, atTheMoney, listener);
    }
  }

  private static List<ContractFlow> around(SeriesFlow series, int nearest, int eachSide) {
    int from = Math.max(0, nearest - eachSide);
    int to = Math.min(series.strikeCount() - 1, nearest + eachSide);
    return series.between(from, to);
  }

  /// Empties the view of an expiry that is no longer among the nearest.
  void leave(FlowListener listener) {
    if (centred != null) {
      centred = null;
      show(List.of(), List.of(), listener);
    }
  }

  private void show(List<ContractFlow> next, List<ContractFlow> atTheMoney, FlowListener listener) {
    forget(next, listener);
    near = atTheMoney;
    far = next.stream().filter(contract -> !atTheMoney.contains(contract)).toList();
    contracts = next;
    hasMoved = true;
    listener.view(expiry);
  }

  /// Takes the Greeks from contracts that leave the view: nothing renews them there.
  private void forget(List<ContractFlow> next, FlowListener listener) {
    for (ContractFlow contract : contracts) {
      if (!next.contains(contract)) {
        contract.greeks(ContractGreeks.UNKNOWN, 0);
        listener.row(contract);
      }
    }
  }

  /// Renews the Greeks of the contracts whose turn it is.
  void renew(double forward, long epochNanos, FlowListener listener) {
    for (ContractFlow contract : near) {
      renew(contract, forward, epochNanos, listener);
    }
    int step = hasMoved ? 1 : TURNS;
    int first = hasMoved ? 0 : Math.floorMod(epochNanos / SECOND_NANOS, TURNS);
    for (int i = first; i < far.size(); i += step) {
      renew(far.get(i), forward, epochNanos, listener);
    }
    hasMoved = false;
  }

  private static void renew(
      ContractFlow contract, double forward, long epochNanos, FlowListener listener) {
    contract.greeks(ContractGreeks.of(contract, forward, epochNanos), epochNanos);
    listener.row(contract);
  }
}
