package io.spyglass.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The strikes in view of one date of expiry: of the series of it that expires first, the listed
/// strike nearest to the spot and [FlowRules#strikesEachSide] on either side.
///
/// It follows the spot on ticks, and renews the Greeks of the contracts in it. Owned by the
/// session's thread.
final class StrikeView {
  private final ExpiryFlow expiry;
  private @Nullable SeriesFlow centred;
  private List<ContractFlow> contracts = List.of();
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
      show(List.of(), listener);
    }
    boolean due =
        Double.isNaN(centredSpot)
            || epochNanos - centredNanos >= rules.recentreNanos()
            || Math.abs(spot - centredSpot) > rules.recentreMove();
    if (due && !Double.isNaN(spot)) {
      centredSpot = spot;
      centredNanos = epochNanos;
      List<ContractFlow> next = around(series, series.nearest(spot), rules.strikesEachSide());
      if (!next.equals(contracts)) {
        show(next, listener);
      }
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
      show(List.of(), listener);
    }
  }

  private void show(List<ContractFlow> next, FlowListener listener) {
    forget(next, listener);
    contracts = next;
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

  /// Renews the Greeks of the contracts in view.
  void renew(double forward, long epochNanos, FlowListener listener) {
    for (ContractFlow contract : contracts) {
      contract.greeks(ContractGreeks.of(contract, forward, epochNanos), epochNanos);
      listener.row(contract);
    }
  }
}
