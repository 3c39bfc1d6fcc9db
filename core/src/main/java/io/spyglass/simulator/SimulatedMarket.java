package io.spyglass.simulator;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.List;

/// A market of S&P 500 options that a seed makes: index, volatility, SPX, SPXW and SPY options,
/// their quotes and trades, the VIX, news. For each trading day since 2020-01-02; one day goes on
/// where the one before it closed.
///
/// It is a function of seed and date, equal to the bit on every machine. Immutable.
public final class SimulatedMarket {
  /// The index.
  public static final Underlying SPX = new Underlying("SPX");

  /// The fund that follows it.
  public static final Underlying SPY = new Underlying("SPY");

  /// What is simulated.
  public static final List<Underlying> UNDERLYINGS = List.of(SPX, SPY);

  private final long seed;
  private final TradingCalendar calendar;

  private SimulatedMarket(long seed, TradingCalendar calendar) {
    this.seed = seed;
    this.calendar = calendar;
  }

  /// The market of a seed, open on the days of a calendar.
  public static SimulatedMarket of(long seed, TradingCalendar calendar) {
    return new SimulatedMarket(seed, calendar);
  }

  /// The seed.
  public long seed() {
    return seed;
  }

  /// A trading day.
  ///
  /// @throws IllegalArgumentException for a date before 2020-01-02 or without trading, naming the
  ///   nearest dates that do
  public SimulatedDay day(LocalDate date) {
    if (date.isBefore(DailyPath.FIRST_DAY)) {
      throw new IllegalArgumentException(
          "the simulated market begins on " + DailyPath.FIRST_DAY + ", there is no " + date);
    }
    if (!calendar.isTradingDay(date)) {
      throw new IllegalArgumentException(
          date
              + " is no trading day: the one before it is "
              + calendar.previous(date)
              + ", the next "
              + calendar.next(date));
    }
    return new SimulatedDay(seed, DailyPath.upTo(date, seed, calendar), calendar);
  }
}
