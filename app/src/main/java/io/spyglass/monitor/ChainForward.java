package io.spyglass.monitor;

import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.vendor.polygon.Snapshot;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The forward that the prices of one expiry's chain imply by put–call parity: of the strike at
/// which call and put cost most nearly the same, `strike + call - put`.
///
/// A price is the middle of bid and ask; where the plan has no quotes, of both the last one of the
/// day. It is good enough to know which strikes are at the money, and no better. Owned by one
/// thread.
final class ChainForward {
  private final Map<Double, Pair> quoted = new TreeMap<>();
  private final Map<Double, Pair> traded = new TreeMap<>();

  /// The prices of a call and a put of one strike, `NaN` while unknown.
  private static final class Pair {
    double call = Double.NaN;
    double put = Double.NaN;

    void set(OptionContract contract, double price) {
      if (contract.right() == Right.CALL) {
        call = price;
      } else {
        put = price;
      }
    }
  }

  /// Adds a contract of the expiry.
  void add(Snapshot snapshot) {
    OptionContract contract = contract(snapshot.symbol());
    if (contract == null) {
      return;
    }
    Snapshot.LastBook book = snapshot.lastQuote();
    if (book != null && book.bid() > 0 && book.ask() >= book.bid()) {
      pair(quoted, contract).set(contract, book.bid() + (book.ask() - book.bid()) / 2);
    }
    Snapshot.DaySoFar day = snapshot.day();
    if (day != null && day.close() > 0) {
      pair(traded, contract).set(contract, day.close());
    }
  }

  private static @Nullable OptionContract contract(@Nullable String ticker) {
    try {
      return ticker != null && Instrument.parse(ticker) instanceof OptionContract contract
          ? contract
          : null;
    } catch (IllegalArgumentException _) {
      return null; // An adjusted series with a symbol of its own.
    }
  }

  private static Pair pair(Map<Double, Pair> pairs, OptionContract contract) {
    return pairs.computeIfAbsent(contract.strike(), _ -> new Pair());
  }

  /// The forward; `NaN` where no strike has both prices.
  double value() {
    double byQuotes = value(quoted);
    return Double.isNaN(byQuotes) ? value(traded) : byQuotes;
  }

  private static double value(Map<Double, Pair> pairs) {
    double nearest = Double.POSITIVE_INFINITY;
    double forward = Double.NaN;
    for (Map.Entry<Double, Pair> each : pairs.entrySet()) {
      double difference = each.getValue().call - each.getValue().put;
      if (Math.abs(difference) < nearest) {
        nearest = Math.abs(difference);
        forward = each.getKey() + difference;
      }
    }
    return forward;
  }
}
