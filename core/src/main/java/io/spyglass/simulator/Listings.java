package io.spyglass.simulator;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What is listed on one day. A series that is listed stays listed until it expires, and so does a
/// strike: new ones come as the index moves and the expiry nears.
final class Listings {
  private static final int FARTHEST_DAYS = 756;

  private final List<DayMove> moves;
  private final DayMove move;
  private final DayHours hours;
  private final TradingCalendar calendar;
  private final TermStructure term;

  /// @param moves every trading day's up to this one
  Listings(List<DayMove> moves, DayHours hours, TradingCalendar calendar) {
    this.moves = moves;
    this.move = moves.getLast();
    this.hours = hours;
    this.calendar = calendar;
    this.term = new TermStructure(move.atOpen(), FARTHEST_DAYS);
  }

  TermStructure term() {
    return term;
  }

  /// The series that trade on the day, by underlying, expiry and root.
  List<Series> series() {
    ExpiryRules rules = new ExpiryRules(calendar);
    List<Series> index = new ArrayList<>();
    List<Series> fund = new ArrayList<>();
    LocalDate expiry = move.date();
    for (int days = 0; days <= FARTHEST_DAYS; days++) {
      for (SeriesKind kind : rules.kinds(expiry, days)) {
        if (days > 0 || kind.settlesOnTheClose()) {
          (kind.isIndex() ? index : fund).add(series(kind, expiry, days));
        }
      }
      expiry = calendar.next(expiry);
    }
    index.addAll(fund);
    return List.copyOf(index);
  }

  private Series series(SeriesKind kind, LocalDate expiry, int days) {
    double[] strikes = kind.ladder().strikes(days, levels(kind, days));
    OptionContract any = OptionContract.of(kind.root(), expiry, Right.CALL, strikes[0]);
    Underlying underlying = any.underlying();
    boolean lastDay = days == 0 && kind.settlesOnTheClose();
    Series.Terms terms =
        new Series.Terms(
            lastDay ? hours.closeNanos() : hours.lastTradeNanos(underlying),
            calendar.expiry(any).expiryNanos(),
            term.upTo(days, kind.settlesOnTheClose()));
    return new Series(kind, expiry, days, terms, strikes, move.key());
  }

  /// The closes since the series was listed, the latest first, in units of its strikes.
  private double[] levels(SeriesKind kind, int days) {
    int ages = Math.min(kind.listedDays() - days + 1, moves.size());
    double[] levels = new double[ages];
    for (int age = 0; age < ages; age++) {
      double close = moves.get(moves.size() - 1 - age).previousClose();
      levels[age] = kind.isIndex() ? close : close / 10;
    }
    return levels;
  }
}
