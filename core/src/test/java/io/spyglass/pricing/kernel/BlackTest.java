package io.spyglass.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class BlackTest {
  private static final double CALL = 1;
  private static final double PUT = -1;

  @Property
  void callLessPutIsForwardLessStrike(
      @ForAll @DoubleRange(min = 50, max = 200) double forward,
      @ForAll @DoubleRange(min = 50, max = 200) double strike,
      @ForAll @Scale(8) @DoubleRange(min = 1e-8, max = 10) double years,
      @ForAll @DoubleRange(min = 0.01, max = 3) double volatility) {
    double call = Black.price(CALL, forward, strike, years, volatility);
    double put = Black.price(PUT, forward, strike, years, volatility);

    assertThat(call - put).isCloseTo(forward - strike, within(1e-13));
  }

  @Property
  void aCallIsAPutWithForwardAndStrikeExchanged(
      @ForAll @DoubleRange(min = 50, max = 200) double forward,
      @ForAll @DoubleRange(min = 50, max = 200) double strike,
      @ForAll @Scale(8) @DoubleRange(min = 1e-4, max = 4) double total) {
    double call = Black.price(CALL, forward, strike, 1, total);
    double put = Black.price(PUT, strike, forward, 1, total);

    double distance = StrictMath.log(forward / strike) / total;
    assertThat(call).isCloseTo(put, within(put * 1e-15 * (4 + distance * distance)));
  }

  @Property
  void priceStaysBetweenIntrinsicAndBoundAndGrowsWithVolatility(
      @ForAll @DoubleRange(min = 1, max = 400) double strike,
      @ForAll @Scale(8) @DoubleRange(min = 1e-8, max = 10) double years,
      @ForAll @DoubleRange(min = 0, max = 5) double volatility) {
    double price = Black.price(CALL, 100, strike, years, volatility);

    assertThat(price).isBetween(Math.max(100 - strike, 0), 100.0);
    assertThat(Black.price(CALL, 100, strike, years, volatility * 1.001))
        .isGreaterThanOrEqualTo(price * (1 - 4 * 0x1p-53));
  }

  @Property
  void doublingTheUnitDoublesThePriceExactly(
      @ForAll @DoubleRange(min = 50, max = 200) double forward,
      @ForAll @DoubleRange(min = 50, max = 200) double strike,
      @ForAll @DoubleRange(min = 0.05, max = 4) double total) {
    assertThat(Black.price(PUT, 2 * forward, 2 * strike, 1, total))
        .isEqualTo(2 * Black.price(PUT, forward, strike, 1, total));
  }

  @Property
  void deltasOfCallAndPutAddUpAndTheOtherGreeksAgree(
      @ForAll @DoubleRange(min = 50, max = 200) double spot,
      @ForAll @DoubleRange(min = 50, max = 200) double strike,
      @ForAll @Scale(8) @DoubleRange(min = 1e-4, max = 4) double years) {
    double[] call = greeks(CALL, spot, strike, years, 0.3);
    double[] put = greeks(PUT, spot, strike, years, 0.3);

    assertThat(call[Black.DELTA] - put[Black.DELTA])
        .isCloseTo(StrictMath.exp(-0.01 * years), within(1e-14));
    assertThat(call[Black.GAMMA]).isEqualTo(put[Black.GAMMA]);
    assertThat(call[Black.VEGA]).isEqualTo(put[Black.VEGA]);
    assertThat(call[Black.RHO] - put[Black.RHO])
        .isCloseTo(strike * years * StrictMath.exp(-0.05 * years), within(1e-11));
  }

  @Property
  void greeksAreTheSlopesOfThePrice(
      @ForAll @DoubleRange(min = 70, max = 140) double strike,
      @ForAll @DoubleRange(min = 0.01, max = 3) double years,
      @ForAll @DoubleRange(min = 0.1, max = 0.8) double volatility) {
    double step = 1e-4;
    double[] found = greeks(CALL, 100, strike, years, volatility);

    assertThat(found[Black.DELTA])
        .isCloseTo(
            slope(
                spot(100 + step, strike, years, volatility, 0.05),
                spot(100 - step, strike, years, volatility, 0.05),
                step),
            within(1e-6));
    assertThat(found[Black.GAMMA])
        .isCloseTo(
            slope(
                greeks(CALL, 100 + step, strike, years, volatility)[Black.DELTA],
                greeks(CALL, 100 - step, strike, years, volatility)[Black.DELTA],
                step),
            within(1e-6));
    assertThat(found[Black.VEGA])
        .isCloseTo(
            slope(
                spot(100, strike, years, volatility + step, 0.05),
                spot(100, strike, years, volatility - step, 0.05),
                step),
            within(1e-3));
    assertThat(found[Black.THETA])
        .isCloseTo(
            slope(
                spot(100, strike, years - step, volatility, 0.05),
                spot(100, strike, years + step, volatility, 0.05),
                step),
            within(1e-2));
    assertThat(found[Black.RHO])
        .isCloseTo(
            slope(
                spot(100, strike, years, volatility, 0.05 + step),
                spot(100, strike, years, volatility, 0.05 - step),
                step),
            within(1e-3));
  }

  @Test
  void thetaOneSecondBeforeExpiryIsWhatTheLastHalfSecondCosts() {
    double second = 1 / 31_536_000.0;
    double[] found = new double[Black.GREEKS];
    for (double strike : new double[] {6000, 6000.1, 5999.7}) {
      Black.forwardGreeks(CALL, 6000, strike, second, 0.12, 0, found, 0);
      double step = second * 1e-4;
      double after = Black.price(CALL, 6000, strike, second - step, 0.12);
      double before = Black.price(CALL, 6000, strike, second + step, 0.12);

      assertThat(found[Black.THETA] * 2 * step / (after - before)).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void withoutTimeOrVolatilityThePriceIsTheIntrinsicValue() {
    assertThat(Black.price(CALL, 100, 90, 0, 0.2)).isEqualTo(10);
    assertThat(Black.price(PUT, 100, 90, 0, 0.2)).isZero();
    assertThat(Black.price(PUT, 100, 130, 1, 0)).isEqualTo(30);
    assertThat(Black.price(CALL, 100, 100, 1, 0)).isZero();
  }

  @Test
  void withoutEndThePriceIsItsBound() {
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(Black.price(CALL, 100, 130, 1, infinity)).isEqualTo(100);
    assertThat(Black.price(PUT, 100, 130, infinity, 0.2)).isEqualTo(130);
  }

  @Test
  void whatIsNoNumberOrOutOfRangeGivesNoNumber() {
    double nan = Double.NaN;
    assertThat(Black.price(CALL, nan, 100, 1, 0.2)).isNaN();
    assertThat(Black.price(CALL, 100, nan, 1, 0.2)).isNaN();
    assertThat(Black.price(CALL, 100, 100, nan, 0.2)).isNaN();
    assertThat(Black.price(CALL, 100, 100, 1, nan)).isNaN();
    assertThat(Black.price(CALL, 100, 100, -1e-9, 0.2)).isNaN();
    assertThat(Black.price(CALL, 100, 100, 1, -0.2)).isNaN();
    assertThat(Black.price(CALL, 0, 100, 1, 0.2)).isNaN();
    assertThat(Black.price(CALL, -100, -100, 1, 0.2)).isNaN();
    assertThat(Black.price(CALL, Double.POSITIVE_INFINITY, 100, 1, 0.2)).isNaN();
    assertThat(Black.spotPrice(CALL, 100, 100, 1, 0.2, nan, 0)).isNaN();
    assertThat(greeks(CALL, 100, 100, 0, 0.2)).containsOnly(nan);
    assertThat(greeks(CALL, 100, 100, 1, 0)).containsOnly(nan);
    assertThat(greeks(CALL, 100, 0, 1, 0.2)).containsOnly(nan);
  }

  @Test
  void greeksAreWrittenWhereTheyAreAskedForAndNowhereElse() {
    double[] out = new double[Black.GREEKS + 4];
    Arrays.fill(out, 7);

    Black.forwardGreeks(CALL, 100, 110, 0.5, 0.2, 0.03, out, 2);

    assertThat(out[2 + Black.PRICE])
        .isEqualTo(Elementary.exp(-0.03 * 0.5) * Black.price(CALL, 100, 110, 0.5, 0.2));
    assertThat(new double[] {out[0], out[1], out[8], out[9]}).containsOnly(7);
    assertThat(Arrays.copyOfRange(out, 2, 8)).doesNotContain(7);
  }

  @Test
  void resultsHaveTheseBitsOnEveryMachine() {
    long hash = 0;
    double[] out = new double[Black.GREEKS];
    for (int i = 0; i < 4_000; i++) {
      double strike = 20 + 0.1 * (i * 37 % 2_000);
      double years = (1 + i * i % 10_007) / 5_000.0;
      double volatility = 0.02 + (i % 97) * 0.013;
      double sign = i % 2 == 0 ? CALL : PUT;
      Black.spotGreeks(sign, 100, strike, years, volatility, 0.04, 0.015, out, 0);
      for (double value : out) {
        hash = 31 * hash + Double.doubleToRawLongBits(value);
      }
      double price = Black.price(sign, 100, strike, years, volatility);
      double back = BlackVolatility.of(sign, price, 100, strike, years);
      hash = 31 * hash + (Double.isNaN(back) ? 0 : Double.doubleToRawLongBits(back));
    }

    assertThat(hash).isEqualTo(-6184647391560097747L);
  }

  private static double slope(double above, double below, double step) {
    return (above - below) / (2 * step);
  }

  private static double spot(
      double spot, double strike, double years, double volatility, double rate) {
    return Black.spotPrice(CALL, spot, strike, years, volatility, rate, 0.01);
  }

  private static double[] greeks(
      double sign, double spot, double strike, double years, double volatility) {
    double[] out = new double[Black.GREEKS];
    Black.spotGreeks(sign, spot, strike, years, volatility, 0.05, 0.01, out, 0);
    return out;
  }
}
