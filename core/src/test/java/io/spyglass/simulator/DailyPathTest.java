package io.spyglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DailyPathTest {
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final LocalDate LAST = LocalDate.of(2026, 11, 20);
  private static final double YEAR = Math.sqrt(252);

  private static List<DayMove> path(long seed) {
    return DailyPath.upTo(LAST, seed, CALENDAR);
  }

  private static double dayReturn(DayMove move) {
    return StrictMath.log(move.close() / move.previousClose());
  }

  private static double[] returns(long seed) {
    return path(seed).stream().mapToDouble(DailyPathTest::dayReturn).toArray();
  }

  private static double deviation(double[] values) {
    double mean = DoubleStream.of(values).average().orElseThrow();
    return Math.sqrt(
        DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
  }

  @Test
  void everyTradingDayHasItsMoveAndNoOther() {
    List<DayMove> moves = path(1);

    assertThat(moves.getFirst().date()).isEqualTo(LocalDate.of(2020, 1, 2));
    assertThat(moves.getLast().date()).isEqualTo(LAST);
    assertThat(moves).allMatch(move -> CALENDAR.isTradingDay(move.date()));
    assertThat(moves).hasSize(1732);
  }

  @Test
  void aDayBeginsWhereTheOneBeforeItClosed() {
    List<DayMove> moves = path(1);
    for (int i = 1; i < moves.size(); i++) {
      assertThat(moves.get(i).previousClose()).isEqualTo(moves.get(i - 1).close());
    }
  }

  @Test
  void thePathWithinADayMeetsItsOpenAndItsClose() {
    Underlying spx = SimulatedMarket.SPX;
    SimulatedMarket market = SimulatedMarket.of(1, CALENDAR);
    for (String date : List.of("2020-03-16", "2023-07-03", "2026-11-20")) {
      SimulatedDay day = market.day(LocalDate.parse(date));

      assertThat(day.spot(spx, day.hours().openNanos())).isCloseTo(day.move().open(), within(1e-8));
      assertThat(day.spot(spx, day.hours().closeNanos()))
          .isCloseTo(day.move().close(), within(1e-8));
    }
  }

  @Test
  void theLevelStaysPlausibleForEverySeed() {
    for (long seed = 1; seed <= 30; seed++) {
      List<DayMove> moves = path(seed);

      assertThat(moves.getLast().close()).isBetween(4_700.0, 9_500.0);
      assertThat(moves).allMatch(move -> move.close() > 1_900);
    }
  }

  @Test
  void dailyMovesAreThoseOfAnIndex() {
    for (long seed = 1; seed <= 10; seed++) {
      double[] returns = returns(seed);
      double yearly = deviation(returns) * YEAR;
      double largest = DoubleStream.of(returns).map(Math::abs).max().orElseThrow();
      long beyondTwo = DoubleStream.of(returns).filter(x -> Math.abs(x) > 0.02).count();

      assertThat(yearly).as("yearly volatility").isBetween(0.10, 0.22);
      assertThat(largest).as("largest move").isBetween(0.022, 0.13);
      assertThat(beyondTwo).as("days beyond 2 %%").isBetween(3L, 170L);
    }
  }

  @Test
  void returnsHaveFatTailsAndVolatilityClusters() {
    double kurtosis = 0;
    double memory = 0;
    for (long seed = 1; seed <= 10; seed++) {
      double[] returns = returns(seed);
      double sd = deviation(returns);
      kurtosis += DoubleStream.of(returns).map(x -> Math.pow(x / sd, 4)).average().orElseThrow();
      memory += autocorrelationOfSizes(returns);
    }

    assertThat(kurtosis / 10).isGreaterThan(3.6);
    assertThat(memory / 10).isGreaterThan(0.04);
  }

  private static double autocorrelationOfSizes(double[] returns) {
    double[] sizes = DoubleStream.of(returns).map(Math::abs).toArray();
    double mean = DoubleStream.of(sizes).average().orElseThrow();
    double both = 0;
    double own = 0;
    for (int i = 1; i < sizes.length; i++) {
      both += (sizes[i] - mean) * (sizes[i - 1] - mean);
      own += (sizes[i] - mean) * (sizes[i] - mean);
    }
    return both / own;
  }

  @Test
  void volatilityRisesAsTheIndexFalls() {
    for (long seed = 1; seed <= 5; seed++) {
      double both = 0;
      double levels = 0;
      double vols = 0;
      for (DayMove move : path(seed)) {
        double level = dayReturn(move) / move.deviation();
        double vol = move.atClose().fast() - move.atOpen().fast();
        both += level * vol;
        levels += level * level;
        vols += vol * vol;
      }

      assertThat(both / Math.sqrt(levels * vols)).isBetween(-0.9, -0.4);
    }
  }

  @Test
  void optionsPriceSomewhatMoreThanIsRealised() {
    for (long seed = 1; seed <= 10; seed++) {
      List<DayMove> moves = path(seed);
      double priced =
          moves.stream().mapToDouble(m -> m.atOpen().forwardVariance(0)).average().orElseThrow();
      double realised =
          moves.stream().mapToDouble(m -> dayReturn(m) * dayReturn(m)).average().orElseThrow();

      assertThat(Math.sqrt(realised / priced)).isBetween(0.75, 1.08);
    }
  }

  @Test
  void theVixStaysWithinItsHistory() {
    SimulatedMarket market = SimulatedMarket.of(1, CALENDAR);
    LocalDate date = LocalDate.of(2020, 1, 6);
    double sum = 0;
    int count = 0;
    while (date.isBefore(LAST)) {
      SimulatedDay day = market.day(date);
      double vix = new VolatilityIndex(day).at(day.hours().openNanos());
      assertThat(vix).isBetween(8.5, 75.0);
      sum += vix;
      count++;
      date = CALENDAR.onOrAfter(date.plusDays(45));
    }

    assertThat(sum / count).isBetween(13.0, 24.0);
  }

  @Test
  void theVixClosesNearItsNextOpen() {
    SimulatedMarket market = SimulatedMarket.of(1, CALENDAR);
    for (LocalDate date = LocalDate.of(2026, 10, 1);
        date.isBefore(LAST);
        date = CALENDAR.next(date)) {
      SimulatedDay day = market.day(date);
      SimulatedDay next = market.day(CALENDAR.next(date));
      double close = new VolatilityIndex(day).at(day.hours().closeNanos());
      double open = new VolatilityIndex(next).at(next.hours().openNanos());
      double gap = StrictMath.log(next.move().open() / next.move().previousClose());

      assertThat(open).isBetween(close * 0.85, close * (1.15 + 8 * Math.abs(gap)));
    }
  }

  @Test
  void theDayIsMostVolatileAtItsEnds() {
    double first = 0;
    double noon = 0;
    double last = 0;
    SimulatedMarket market = SimulatedMarket.of(1, CALENDAR);
    for (LocalDate date = LocalDate.of(2026, 6, 1);
        date.isBefore(LAST);
        date = CALENDAR.next(date)) {
      SimulatedDay day = market.day(date);
      first += realised(day, 0.0);
      noon += realised(day, 0.46);
      last += realised(day, 0.92);
    }

    assertThat(first).isGreaterThan(1.5 * noon);
    assertThat(last).isGreaterThan(1.1 * noon);
  }

  /// The variance of the minutes of a twelfth of the day, in the day's own.
  private static double realised(SimulatedDay day, double from) {
    long open = day.hours().openNanos();
    long length = day.hours().closeNanos() - open;
    double sum = 0;
    for (int i = 0; i < 30; i++) {
      long at = open + (long) (length * from) + i * DayHours.MINUTE;
      double move = day.path().logLevel(at + DayHours.MINUTE) - day.path().logLevel(at);
      sum += move * move;
    }
    return sum / (day.move().deviation() * day.move().deviation());
  }
}
