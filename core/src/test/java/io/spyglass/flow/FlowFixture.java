package io.spyglass.flow;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A short hand for a day of SPX options: times are seconds since the tape opened.
public final class FlowFixture {
  public static final Underlying SPX = new Underlying("SPX");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  static final LocalDate NEXT = LocalDate.of(2026, 11, 23);
  static final long SECOND = 1_000_000_000L;

  /// 09:30 in New York.
  public static final long OPEN = 1_795_185_000L * SECOND;

  final List<String> told = new ArrayList<>();
  final FlowState state;

  FlowFixture() {
    this(TODAY);
  }

  FlowFixture(LocalDate date) {
    this(date, FlowRules.standard(SPX));
  }

  FlowFixture(FlowRules rules) {
    this(TODAY, rules);
  }

  private FlowFixture(LocalDate date, FlowRules rules) {
    state = new FlowState(date, TradingCalendar.standard(), Map.of(SPX, rules), new Told());
  }

  private final class Told implements FlowListener {
    @Override
    public void view(ExpiryFlow expiry) {
      told.add("view " + expiry.inView().stream().map(row -> row.contract().strike()).toList());
    }
  }

  static OptionContract call(double strike) {
    return OptionContract.of("SPXW", TODAY, Right.CALL, strike);
  }

  static OptionContract put(double strike) {
    return OptionContract.of("SPXW", TODAY, Right.PUT, strike);
  }

  static long at(double seconds) {
    return OPEN + Math.round(seconds * SECOND);
  }

  static Quote quote(OptionContract option, double seconds, double bid, double ask) {
    return new Quote(option, at(seconds), at(seconds), 0, bid, ask, 10, 10);
  }

  static Trade trade(
      OptionContract option, double seconds, double price, double size, int... codes) {
    Conditions conditions = Conditions.of(codes);
    return new Trade(option, at(seconds), at(seconds), -1, -1, price, size, 302, conditions, 0);
  }

  static Bar minute(OptionContract option, double startSeconds, double close, double volume) {
    long start = at(startSeconds);
    return new Bar(option, start, 60, start, close, close, close, close, volume, Double.NaN);
  }

  static IndexValue spx(double seconds, double value) {
    return new IndexValue(new Index("SPX"), at(seconds), at(seconds), value);
  }

  static Listing listed(OptionContract option) {
    return new Listing(option, at(-300), at(-300));
  }

  static Tick tick(double seconds) {
    return new Tick(at(seconds));
  }

  FlowFixture play(MarketEvent... events) {
    for (MarketEvent event : events) {
      state.accept(event);
    }
    return this;
  }

  UnderlyingFlow spx() {
    UnderlyingFlow flow = state.underlying(SPX);
    if (flow == null) {
      throw new AssertionError("SPX is watched");
    }
    return flow;
  }

  /// The contracts in view of the expiry shown.
  List<ContractFlow> inView() {
    ExpiryFlow shown = spx().shown();
    return shown == null ? List.of() : shown.inView();
  }

  ContractFlow row(OptionContract option) {
    return spx().expiries().stream()
        .flatMap(expiry -> expiry.contracts().stream())
        .filter(row -> row.contract().equals(option))
        .findFirst()
        .orElseThrow();
  }
}
