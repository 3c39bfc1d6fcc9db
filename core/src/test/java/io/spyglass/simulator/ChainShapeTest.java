package io.spyglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.IndexValue;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.simulator.Selection.Kind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a chain of quotes looks like at one instant. Volatilities come from quotes by bisection on
/// `StrictMath` formulas of the test's own.
class ChainShapeTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
  private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 4);
  private static final LocalDate MONTH = LocalDate.of(2026, 12, 18);

  private static SimulatedDay day;
  private static Map<OptionContract, Quote> noon;

  @BeforeAll
  static void takeTheBookAtNoon() {
    day = SimulatedMarket.of(1, TradingCalendar.standard()).day(DATE);
    noon = Events.book(day, Selection.of(SimulatedMarket.SPX).between(at("09:25"), at("12:00")));
  }

  private static long at(String time) {
    return NewYork.epochNanos(DATE, LocalTime.parse(time));
  }

  private static double spot(String time) {
    return day.spot(SimulatedMarket.SPX, at(time));
  }

  /// The quotes of one right of one series by strike.
  private static NavigableMap<Double, Quote> side(
      Map<OptionContract, Quote> book, String root, LocalDate expiry, Right right) {
    NavigableMap<Double, Quote> side = new TreeMap<>();
    book.forEach((c, quote) -> {
      if (c.root().equals(root) && c.expiry().equals(expiry) && c.right() == right) {
        side.put(c.strike(), quote);
      }
    });
    return side;
  }

  private static double years(LocalDate expiry, String time) {
    long close = NewYork.epochNanos(expiry, LocalTime.of(16, 0));
    return (close - at(time)) / (365.0 * 86_400 * 1e9);
  }

  /// The forward that calls and puts near the money agree on.
  private static double forward(String root, LocalDate expiry) {
    NavigableMap<Double, Quote> calls = side(noon, root, expiry, Right.CALL);
    NavigableMap<Double, Quote> puts = side(noon, root, expiry, Right.PUT);
    double sum = 0;
    int count = 0;
    for (double strike : calls.subMap(spot("12:00") - 30, spot("12:00") + 30).keySet()) {
      double difference = Events.mid(calls.get(strike)) - Events.mid(puts.get(strike));
      sum += strike + difference * day.carry().discount(-years(expiry, "12:00"));
      count++;
    }
    return sum / count;
  }

  /// The volatility at the middle of the out-of-the-money quote nearest to a moneyness.
  private static double volatility(String root, LocalDate expiry, double moneyness) {
    double forward = forward(root, expiry);
    Right right = moneyness < 1 ? Right.PUT : Right.CALL;
    NavigableMap<Double, Quote> side = side(noon, root, expiry, right);
    double strike = side.ceilingKey(forward * moneyness);
    double years = years(expiry, "12:00");
    double price = Events.mid(side.get(strike)) / day.carry().discount(years);
    return implied(right, forward, strike, years, price);
  }

  private static double implied(
      Right right, double forward, double strike, double years, double price) {
    double low = 0.001;
    double high = 5;
    for (int i = 0; i < 80; i++) {
      double vol = (low + high) / 2;
      if (black(right, forward, strike, vol * Math.sqrt(years)) < price) {
        low = vol;
      } else {
        high = vol;
      }
    }
    return low;
  }

  private static double black(Right right, double forward, double strike, double deviation) {
    double d1 = StrictMath.log(forward / strike) / deviation + deviation / 2;
    double sign = right == Right.CALL ? 1 : -1;
    return sign * (forward * normal(sign * d1) - strike * normal(sign * (d1 - deviation)));
  }

  /// The normal distribution by Simpson's rule.
  private static double normal(double x) {
    if (x < -9) {
      return 0;
    }
    int steps = 400;
    double width = (x + 9) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double z = -9 + i * width;
      double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * StrictMath.exp(-z * z / 2);
    }
    return sum * width / 3 / StrictMath.sqrt(2 * StrictMath.PI);
  }

  @Test
  void putsFarBelowCarryMoreVolatilityThanCallsAbove() {
    double below = volatility("SPXW", FRIDAY, 0.95);
    double at = volatility("SPXW", FRIDAY, 1.0);
    double above = volatility("SPXW", FRIDAY, 1.03);

    assertThat(below).isGreaterThan(at * 1.15);
    assertThat(above).isLessThan(at);
    assertThat(above).isGreaterThan(at * 0.6);
  }

  @Test
  void theSkewIsSteeperTheNearerTheExpiry() {
    double near = skew("SPXW", LocalDate.of(2026, 11, 19));
    double middle = skew("SPXW", FRIDAY);
    double far = skew("SPXW", LocalDate.of(2026, 12, 31));

    assertThat(near).isGreaterThan(middle);
    assertThat(middle).isGreaterThan(far);
    assertThat(far).isBetween(0.2, 1.5);
  }

  /// The fall of volatility from 1 % below to 1 % above the forward, by log-moneyness.
  private static double skew(String root, LocalDate expiry) {
    return (volatility(root, expiry, 0.99) - volatility(root, expiry, 1.01)) / 0.02;
  }

  @Test
  void theTermStructureIsSmoothAndItsTotalVarianceGrows() {
    double before = 0;
    List<Double> volatilities = new ArrayList<>();
    for (String expiry :
        List.of(
            "2026-11-18",
            "2026-11-19",
            "2026-11-20",
            "2026-11-25",
            "2026-12-04",
            "2026-12-18",
            "2026-12-31")) {
      LocalDate date = LocalDate.parse(expiry);
      double vol = volatility("SPXW", date, 1.0);
      double total = vol * vol * years(date, "12:00");
      assertThat(total).as(expiry).isGreaterThan(before);
      before = total;
      volatilities.add(vol);
    }

    assertThat(volatilities).allMatch(vol -> vol > 0.05 && vol < 0.8);
  }

  @Test
  void noVerticalIsGivenAway() {
    List<Quote> calls = nearTheMoney(Right.CALL);
    List<Quote> puts = nearTheMoney(Right.PUT);
    for (int i = 1; i < calls.size(); i++) {
      assertThat(calls.get(i).bid()).isLessThanOrEqualTo(calls.get(i - 1).ask());
      assertThat(puts.get(i).ask()).isGreaterThanOrEqualTo(puts.get(i - 1).bid());
    }
  }

  /// The quotes of a right within 2 % of the forward, strikes ascending.
  private static List<Quote> nearTheMoney(Right right) {
    double forward = forward("SPXW", FRIDAY);
    return List.copyOf(
        side(noon, "SPXW", FRIDAY, right).subMap(0.98 * forward, 1.02 * forward).values());
  }

  @Test
  void noButterflyIsGivenAwayBySmilesOfAnyVariance() {
    Smile smile = Smile.of(day.move());
    for (double theta = 1e-9; theta < 0.5; theta *= 1.3) {
      double slope = smile.slope(theta);
      double both = theta * (1 + Math.abs(smile.skew()));

      assertThat(both * slope).isLessThan(4);
      assertThat(both * slope * slope).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void callsAndPutsKeepParityWithinTheirSpreads() {
    for (LocalDate expiry : List.of(DATE, LocalDate.of(2026, 11, 19), FRIDAY, MONTH)) {
      double forward = forward("SPXW", expiry);
      double discount = day.carry().discount(years(expiry, "12:00"));
      NavigableMap<Double, Quote> calls = side(noon, "SPXW", expiry, Right.CALL);
      NavigableMap<Double, Quote> puts = side(noon, "SPXW", expiry, Right.PUT);
      int kept = 0;
      int pairs = 0;
      for (double strike : calls.subMap(0.985 * forward, 1.015 * forward).keySet()) {
        Quote call = calls.get(strike);
        Quote put = puts.get(strike);
        double gap = Events.mid(call) - Events.mid(put) - discount * (forward - strike);
        double spreads = call.ask() - call.bid() + put.ask() - put.bid();
        kept += Math.abs(gap) <= spreads / 2 + 0.1 ? 1 : 0;
        pairs++;
      }

      assertThat(pairs).isGreaterThan(30);
      assertThat((double) kept / pairs).as("parity of %s", expiry).isGreaterThan(0.9);
    }
  }

  @Test
  void theForwardIsWhatCarryMakesOfTheSpot() {
    double carried =
        spot("12:00")
            * StrictMath.exp(
                day.carry().logForward(SimulatedMarket.SPX, DATE, FRIDAY, years(FRIDAY, "12:00")));

    assertThat(forward("SPXW", FRIDAY)).isCloseTo(carried, within(1.5));
  }

  @Test
  void spreadsWidenInTheWings() {
    NavigableMap<Double, Quote> calls = side(noon, "SPXW", FRIDAY, Right.CALL);
    double money = calls.ceilingKey(spot("12:00"));
    double above = calls.ceilingKey(1.035 * spot("12:00"));
    double inside = calls.floorKey(0.93 * spot("12:00"));

    assertThat(relativeSpread(calls.get(above)))
        .isGreaterThan(3 * relativeSpread(calls.get(money)));
    assertThat(spread(calls.get(inside))).isGreaterThan(3 * spread(calls.get(money)));
  }

  private static double spread(Quote quote) {
    return quote.ask() - quote.bid();
  }

  private static double relativeSpread(Quote quote) {
    return spread(quote) / Events.mid(quote);
  }

  @Test
  void spreadsWidenAtTheOpenAndTowardsTheClose() {
    double open = averageSpread("09:31", "09:33");
    double midday = averageSpread("12:30", "12:32");
    double close = averageSpread("15:57", "15:59");

    assertThat(open).isGreaterThan(1.5 * midday);
    assertThat(close).isGreaterThan(1.3 * midday);
  }

  private static double averageSpread(String from, String to) {
    double spot = spot(from);
    return Events.book(
            day, Selection.of(SimulatedMarket.SPX).expiring(FRIDAY).between(at(from), at(to)))
        .entrySet()
        .stream()
        .filter(entry -> Math.abs(entry.getKey().strike() / spot - 1) < 0.01)
        .mapToDouble(entry -> spread(entry.getValue()))
        .average()
        .orElseThrow();
  }

  @Test
  void anExpiringSeriesEndsAtItsIntrinsicValue() {
    double settlement = spot("16:00");
    Map<OptionContract, Quote> last =
        Events.book(
            day,
            Selection.of(SimulatedMarket.SPX).expiring(DATE).between(at("15:59"), at("16:00")));

    assertThat(last).hasSizeGreaterThan(50);
    last.forEach((contract, quote) -> {
      boolean call = contract.right() == Right.CALL;
      double inner = call ? settlement - contract.strike() : contract.strike() - settlement;
      assertThat(Events.mid(quote))
          .as(contract.toString())
          .isCloseTo(Math.max(0, inner), within(5.0));
    });
  }

  @Test
  void theWingsOfAnExpiringSeriesHaveNoBidLateInTheDay() {
    Map<OptionContract, Quote> late =
        Events.book(
            day,
            Selection.of(SimulatedMarket.SPX).expiring(DATE).between(at("15:00"), at("15:50")));
    OptionContract far = wing(late);

    assertThat(late.get(far).bid()).isZero();
    assertThat(late.get(far).bidSize()).isZero();
    assertThat(late.get(far).ask()).isEqualTo(0.05);
  }

  private static OptionContract wing(Map<OptionContract, Quote> book) {
    return book.keySet().stream()
        .filter(c -> c.right() == Right.CALL && c.strike() > 1.03 * spot("15:50"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theVixIsTheVolatilityOfTheStripOfQuotes() {
    double published =
        Events.all(
                day,
                Selection.of(SimulatedMarket.SPX).only(Kind.VIX).between(at("11:59"), at("12:00")))
            .stream()
            .mapToDouble(event -> ((IndexValue) event).value())
            .average()
            .orElseThrow();

    double strip = 100 * Math.sqrt(stripVariance(MONTH));

    assertThat(strip).isCloseTo(published, within(0.05 * published));
  }

  /// The variance a year by the published index's sum over the quotes of one expiry.
  private static double stripVariance(LocalDate expiry) {
    double forward = forward("SPXW", expiry);
    double years = years(expiry, "12:00");
    NavigableMap<Double, Quote> puts = side(noon, "SPXW", expiry, Right.PUT);
    NavigableMap<Double, Quote> calls = side(noon, "SPXW", expiry, Right.CALL);
    double central = puts.floorKey(forward);
    List<Double> strikes = new ArrayList<>(puts.keySet());
    double sum = 0;
    for (int i = 1; i + 1 < strikes.size(); i++) {
      double strike = strikes.get(i);
      Quote quote = strike < central ? puts.get(strike) : calls.get(strike);
      if (quote != null && quote.bid() > 0) {
        double step = (strikes.get(i + 1) - strikes.get(i - 1)) / 2;
        sum += step / strike / strike * Events.mid(quote);
      }
    }
    double growth = 1 / day.carry().discount(years);
    return 2 / years * growth * sum - Math.pow(forward / central - 1, 2) / years;
  }
}
