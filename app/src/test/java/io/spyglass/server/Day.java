package io.spyglass.server;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.FlowRules;
import io.spyglass.flow.FlowState;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.session.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A short hand for a day of SPX options before a board: times are seconds since the tape opened.
final class Day {
  static final Underlying SPX = new Underlying("SPX");
  static final Underlying SPY = new Underlying("SPY");
  static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  static final long SECOND = 1_000_000_000L;

  /// 2026-11-20T14:30:00Z.
  static final long OPEN = 1_795_185_000L * SECOND;

  static final long CLOSE = OPEN + 390 * 60 * SECOND;

  final FlowBoard board;
  private Session session;

  Day() {
    this(Mode.REPLAY);
  }

  Day(Mode mode) {
    board = new FlowBoard(List.of(SPX, SPY), mode, TradingCalendar.standard(), DATE);
    session = session();
  }

  private Session session() {
    Map<Underlying, FlowRules> watched =
        Map.of(SPX, FlowRules.standard(SPX), SPY, FlowRules.standard(SPY));
    return new Session(new FlowState(DATE, TradingCalendar.standard(), watched, board), board);
  }

  /// Begins the day again, as a seek back does.
  void begin() {
    board.reset();
    session = session();
  }

  Day play(MarketEvent... events) {
    for (MarketEvent event : events) {
      session.accept(event);
    }
    return this;
  }

  /// A board that shows calls and puts at `strikes` strikes around 6,000, each quoted.
  Day quoted(int strikes) {
    for (int i = 0; i < strikes; i++) {
      double strike = 6000 + 5.0 * (i - strikes / 2);
      play(listed(call(strike)), listed(put(strike)));
    }
    play(spx(0, 6000));
    for (int i = 0; i < strikes; i++) {
      double strike = 6000 + 5.0 * (i - strikes / 2);
      play(quote(call(strike), 0.5, 10, 10.5), quote(put(strike), 0.5, 9, 9.5));
    }
    return play(tick(1));
  }

  static OptionContract call(double strike) {
    return OptionContract.of("SPXW", DATE, Right.CALL, strike);
  }

  static OptionContract put(double strike) {
    return OptionContract.of("SPXW", DATE, Right.PUT, strike);
  }

  static long at(double seconds) {
    return OPEN + Math.round(seconds * SECOND);
  }

  static Listing listed(OptionContract option) {
    return new Listing(option, at(-300), at(-300));
  }

  static Quote quote(OptionContract option, double seconds, double bid, double ask) {
    return new Quote(option, at(seconds), at(seconds), 0, bid, ask, 10, 20);
  }

  static Trade trade(OptionContract option, double seconds, double price, double size) {
    return new Trade(
        option, at(seconds), at(seconds), -1, -1, price, size, 302, Conditions.NONE, 0);
  }

  static OpenInterest openInterest(OptionContract option, long contracts) {
    return new OpenInterest(option, at(-200), at(-200), contracts, DATE.minusDays(1));
  }

  static IndexValue spx(double seconds, double value) {
    return new IndexValue(new Index("SPX"), at(seconds), at(seconds), value);
  }

  static Tick tick(double seconds) {
    return new Tick(at(seconds));
  }
}
