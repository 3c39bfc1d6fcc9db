package io.spyglass.simulator;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Listing;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One day of a [SimulatedMarket]. Immutable.
public final class SimulatedDay {
  private static final long OPEN_INTEREST_PATTERN = 1;

  private final long seed;
  private final DayMove move;
  private final LocalDate previousDate;
  private final DayHours hours;
  private final DayPath path;
  private final Carry carry;
  private final Activity activity;
  private final TermStructure term;
  private final List<Series> series;

  SimulatedDay(long seed, List<DayMove> moves, TradingCalendar calendar) {
    this.seed = seed;
    this.move = moves.getLast();
    this.previousDate = calendar.previous(move.date());
    this.hours = DayHours.of(move.date(), calendar);
    this.path = new DayPath(move, hours);
    this.carry = Carry.on(move.date());
    Listings listings = new Listings(moves, hours, calendar);
    this.term = listings.term();
    this.series = listings.series();
    this.activity = new Activity(move, hours, series);
  }

  /// The trading day.
  public LocalDate date() {
    return move.date();
  }

  /// The first instant that has events: half an hour before the regular open, when listings and
  /// open interest are published.
  public long startNanos() {
    return hours.startNanos();
  }

  /// The first instant behind the last event.
  public long endNanos() {
    return hours.endNanos();
  }

  /// The level of the index, or the price of the fund, at an instant of the day: the truth behind
  /// what is published, defined from five minutes before the open on.
  public double spot(Underlying underlying, long epochNanos) {
    return path.level(epochNanos) * spotRatio(underlying);
  }

  /// Where an underlying closed on the trading day before, in whole cents.
  public double previousClose(Underlying underlying) {
    double ratio = underlying.isIndex() ? 1 : Carry.fundRatio(previousDate);
    return Math.rint(move.previousClose() * ratio * 100) / 100;
  }

  /// The contracts that are listed on an underlying, by expiry, root and strike.
  public List<Listing> listings(Underlying underlying) {
    List<Listing> listings = new ArrayList<>();
    for (Series s : seriesOf(underlying)) {
      for (int i = 0; i < s.size(); i++) {
        listings.add(new Listing(s.contract(i), startNanos(), startNanos()));
      }
    }
    return listings;
  }

  /// The open interest of the contracts that are listed on an underlying, in the order of
  /// [#listings], as of the previous close.
  public List<OpenInterest> openInterest(Underlying underlying) {
    List<OpenInterest> all = new ArrayList<>();
    for (Series s : seriesOf(underlying)) {
      all.addAll(openInterest(s));
    }
    return all;
  }

  /// The events of the day that a selection wants.
  public SimulatedFeed feed(Selection selection) {
    return new SimulatedFeed(this, selection);
  }

  List<OpenInterest> openInterest(Series s) {
    double logSpot = Formulas.log(move.previousClose() * spotRatio(s.underlying()));
    long[] open = OpenInterests.of(s, logSpot, Draws.key(seed, OPEN_INTEREST_PATTERN));
    List<OpenInterest> all = new ArrayList<>(open.length);
    for (int i = 0; i < open.length; i++) {
      all.add(new OpenInterest(s.contract(i), startNanos(), startNanos(), open[i], previousDate));
    }
    return all;
  }

  List<Series> seriesOf(Underlying underlying) {
    return series.stream().filter(s -> s.underlying().equals(underlying)).toList();
  }

  /// The price of an underlying over the level of the index.
  double spotRatio(Underlying underlying) {
    return underlying.isIndex() ? 1 : Carry.fundRatio(move.date());
  }

  List<Series> series() {
    return series;
  }

  DayMove move() {
    return move;
  }

  DayHours hours() {
    return hours;
  }

  DayPath path() {
    return path;
  }

  Carry carry() {
    return carry;
  }

  Activity activity() {
    return activity;
  }

  TermStructure term() {
    return term;
  }
}
