package io.spyglass.ingest;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Underlying;
import io.spyglass.net.Refusal;
import io.spyglass.vendor.polygon.BarLength;
import io.spyglass.vendor.polygon.BarRow;
import io.spyglass.vendor.polygon.Client;
import io.spyglass.vendor.polygon.ContractRow;
import io.spyglass.vendor.polygon.Pages;
import io.spyglass.vendor.polygon.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the contracts of a day that are wanted: those listed then whose strikes lie within the
/// day's range of the underlying, and some on either side.
///
/// The range is that of the underlying's bar of the day. Where the plan has none it follows from
/// put–call parity, `strike + call - put`, minute by minute: of the pair of the strike at which
/// both traded, which is found by halving, because above the money mostly the call is traded and
/// below it the put.
final class ContractSearch {
  private static final Logger LOG = LoggerFactory.getLogger(ContractSearch.class);
  private static final int MOST_PAIRS = 12;

  private final Client client;
  private final TradingCalendar calendar;
  private final Underlying underlying;
  private final LocalDate date;

  /// Lowest and highest value of a day.
  private record Range(double low, double high) {
    Range with(double value) {
      return new Range(Math.min(low, value), Math.max(high, value));
    }
  }

  ContractSearch(Client client, TradingCalendar calendar, Underlying underlying, LocalDate date) {
    this.client = client;
    this.calendar = calendar;
    this.underlying = underlying;
    this.date = date;
  }

  /// The contracts, strikes upwards, calls before puts; none where the vendor lists none.
  ///
  /// @throws Refusal where the vendor says no
  List<OptionContract> find(ContractChoice choice) throws InterruptedException {
    List<OptionContract> listed = listed(choice.expiry());
    if (choice.all() || listed.isEmpty()) {
      return listed;
    }
    Range range = range(listed);
    if (range == null) {
      LOG.warn(
          "The range of {} on {} is unknown: every contract of {} is wanted",
          underlying,
          date,
          listed.getFirst().expiry());
      return listed;
    }
    NavigableSet<Double> strikes = new TreeSet<>();
    listed.forEach(contract -> strikes.add(contract.strike()));
    double from = step(strikes, range.low(), choice.strikesEachSide(), false);
    double to = step(strikes, range.high(), choice.strikesEachSide(), true);
    return listed.stream()
        .filter(contract -> contract.strike() >= from && contract.strike() <= to)
        .toList();
  }

  /// The strike so many steps beyond the one nearest to a value.
  private static double step(
      NavigableSet<Double> strikes, double value, int steps, boolean upwards) {
    double strike = nearest(strikes, value);
    for (int i = 0; i < steps; i++) {
      Double next = upwards ? strikes.higher(strike) : strikes.lower(strike);
      strike = next == null ? strike : next;
    }
    return strike;
  }

  private static double nearest(NavigableSet<Double> strikes, double value) {
    Double below = strikes.floor(value);
    Double above = strikes.ceiling(value);
    if (below == null || above == null) {
      return below == null ? strikes.first() : strikes.last();
    }
    return value - below <= above - value ? below : above;
  }

  /// What was listed on the day and expires on a date, or on the first one that trades on the day.
  private List<OptionContract> listed(@Nullable LocalDate expiry) throws InterruptedException {
    Query query =
        Query.all()
            .with("underlying_ticker", underlying.symbol())
            .with("as_of", date)
            .with("sort", "expiration_date");
    Pages<ContractRow> pages =
        client.contracts(
            expiry == null
                ? query.with("expiration_date.gte", date)
                : query.with("expiration_date", expiry));
    List<OptionContract> listed = new ArrayList<>();
    while (pages.next()) {
      for (ContractRow row : pages.rows()) {
        OptionContract contract = contract(row);
        if (contract == null) {
          continue;
        }
        if (!listed.isEmpty() && contract.expiry().isAfter(listed.getFirst().expiry())) {
          return sorted(listed);
        }
        listed.add(contract);
      }
    }
    return sorted(listed);
  }

  private static List<OptionContract> sorted(List<OptionContract> contracts) {
    return contracts.stream().distinct().sorted().toList();
  }

  /// The contract of a row, null where it does not trade on the day.
  private @Nullable OptionContract contract(ContractRow row) {
    try {
      return row.ticker() != null
              && Instrument.parse(row.ticker()) instanceof OptionContract contract
              && contract.underlying().equals(underlying)
              && !calendar.tape(contract, date).isEmpty()
          ? contract
          : null;
    } catch (IllegalArgumentException _) {
      return null; // An adjusted series with a symbol of its own.
    }
  }

  private @Nullable Range range(List<OptionContract> listed) throws InterruptedException {
    BarRow bar = day(underlying.instrument());
    return bar == null ? byParity(listed) : new Range(bar.low(), bar.high());
  }

  /// The bar of the day, null where the plan or the vendor has none.
  private @Nullable BarRow day(Instrument instrument) throws InterruptedException {
    try {
      List<BarRow> bars = client.bars(instrument.ticker(), BarLength.DAY, date, date).all();
      return bars.isEmpty() ? null : bars.getFirst();
    } catch (Refusal refusal) {
      LOG.debug("No bar of {}: {}", instrument, refusal.getMessage());
      return null;
    }
  }

  private @Nullable Range byParity(List<OptionContract> listed) throws InterruptedException {
    List<OptionContract> calls =
        listed.stream().filter(contract -> contract.right() == Right.CALL).toList();
    int low = 0;
    int high = calls.size() - 1;
    for (int pairs = 0; low <= high && pairs < MOST_PAIRS; pairs++) {
      int middle = (low + high) >>> 1;
      OptionContract call = calls.get(middle);
      BarRow callBar = day(call);
      BarRow putBar = day(putOf(call));
      if (callBar != null && putBar != null) {
        return around(calls, call.strike() + callBar.close() - putBar.close());
      }
      if (callBar == null && putBar == null) {
        return null;
      }
      low = callBar == null ? middle + 1 : low;
      high = callBar == null ? high : middle - 1;
    }
    return null;
  }

  private static OptionContract putOf(OptionContract call) {
    return new OptionContract(call.root(), call.expiry(), Right.PUT, call.strikeMills());
  }

  private static OptionContract nearestTo(List<OptionContract> calls, double forward) {
    OptionContract nearest = calls.getFirst();
    for (OptionContract call : calls) {
      boolean isNearer = Math.abs(call.strike() - forward) < Math.abs(nearest.strike() - forward);
      nearest = isNearer ? call : nearest;
    }
    return nearest;
  }

  /// The range of the forward around a value that it had: of the strike nearest to it, and then of
  /// those nearest to the range's ends as long as they widen it.
  private Range around(List<OptionContract> calls, double forward) throws InterruptedException {
    Range range = new Range(forward, forward);
    Set<OptionContract> asked = new HashSet<>();
    for (double next = forward; asked.add(nearestTo(calls, next)); ) {
      Range wider = minutes(nearestTo(calls, next), range);
      boolean isLower = wider.low() < range.low();
      range = wider;
      next = isLower || asked.contains(nearestTo(calls, range.high())) ? range.low() : range.high();
    }
    return range;
  }

  /// A range and the values of the forward in the minutes in which both of a strike traded.
  private Range minutes(OptionContract call, Range known) throws InterruptedException {
    Map<Long, Double> puts = new HashMap<>();
    bars(putOf(call)).forEach(bar -> puts.put(bar.startMillis(), bar.close()));
    Range range = known;
    for (BarRow bar : bars(call)) {
      Double put = puts.get(bar.startMillis());
      if (put != null) {
        range = range.with(call.strike() + bar.close() - put);
      }
    }
    return range;
  }

  private List<BarRow> bars(OptionContract contract) throws InterruptedException {
    return client.bars(contract.ticker(), BarLength.MINUTE, date, date).all();
  }
}
