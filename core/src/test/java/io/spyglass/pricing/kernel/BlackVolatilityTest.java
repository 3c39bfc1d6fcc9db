package io.spyglass.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BlackVolatilityTest {
  private static final double CALL = 1;
  private static final double PUT = -1;
  private static final double MINUTE = 1 / 525_600.0;

  @Test
  void aVolatilityComesBackThroughItsPriceAcrossTheWholePlane() {
    Random random = new Random(11);
    double worst = 0;
    for (int i = 0; i < 300_000; i++) {
      double total = 1e-5 * StrictMath.exp(random.nextDouble() * StrictMath.log(1e6));
      double h = i % 3 == 0 ? StrictMath.exp(random.nextDouble(-16, 3)) : random.nextDouble(0, 37);
      double x = h * total;
      if (x > 20) {
        continue;
      }
      double strike = StrictMath.exp(random.nextBoolean() ? x : -x);
      worst = Math.max(worst, roundTrip(strike > 1 ? CALL : PUT, strike, total));
    }

    assertThat(worst).as("error over (1 + P/(σ vega)) 2^-52").isLessThan(8);
  }

  /// The error of a round trip over what the rounding of the price allows; 0 where there is no
  /// price.
  private static double roundTrip(double sign, double strike, double total) {
    double[] greeks = new double[Black.GREEKS];
    Black.forwardGreeks(sign, 1, strike, 0.25, 2 * total, 0, greeks, 0);
    double price = Black.price(sign, 1, strike, 0.25, 2 * total);
    if (price < 1e-290) {
      return 0;
    }
    double attainable = (1 + price / (2 * total * greeks[Black.VEGA])) * 0x1p-52;
    double found = BlackVolatility.of(sign, price, 1, strike, 0.25);
    if (Double.isNaN(found)) {
      assertThat(attainable).as("strike %s, σ√T %s", strike, total).isGreaterThan(0x1p-12);
      return 0;
    }
    return Math.abs(found / (2 * total) - 1) / attainable;
  }

  @Test
  void theGridThatPapersCompareOnComesBackToTwelveDigits() {
    int rows = 0;
    double worst = 0;
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 40; j++) {
        for (int k = 0; k < 40; k++) {
          double strike = 105 + i * (800 - 105) / 39.0;
          double years = 0.01 + j * (2 - 0.01) / 39;
          double volatility = 0.01 + k * (0.99 - 0.01) / 39;
          double price = Black.spotPrice(CALL, 100, strike, years, volatility, 0.03, 0);
          if (price > 1e-20) {
            rows++;
            double found = BlackVolatility.ofSpot(CALL, price, 100, strike, years, 0.03, 0);
            worst = Math.max(worst, Math.abs(found / volatility - 1));
          }
        }
      }
    }

    assertThat(rows).isEqualTo(51_321);
    assertThat(worst).isLessThan(4e-15);
  }

  @Test
  void thirtyMinutesBeforeTheCloseTwelvePercentIsTwelvePercent() {
    double years = 30 * MINUTE;
    for (double strike : new double[] {5980, 5995, 6000, 6005, 6025}) {
      double sign = strike >= 6000 ? CALL : PUT;
      double price = Black.price(sign, 6000, strike, years, 0.12);

      assertThat(BlackVolatility.of(sign, price, 6000, strike, years))
          .isCloseTo(0.12, within(1e-15));
    }
  }

  @Test
  void theLastMinutesOfADayRoundTripOnSpotToo() {
    for (int minutes = 390; minutes > 0; minutes--) {
      for (double strike = 5990; strike <= 6010; strike += 2.5) {
        double price = Black.spotPrice(PUT, 6000, strike, minutes * MINUTE, 0.15, 0.04, 0.013);
        double found =
            BlackVolatility.ofSpot(PUT, price, 6000, strike, minutes * MINUTE, 0.04, 0.013);
        double total = 0.15 * StrictMath.sqrt(minutes * MINUTE);
        double h = StrictMath.log(6000 / strike) / total;
        double worth = 6000 * total * 0.3989 * StrictMath.exp(-h * h / 2);
        if (price * 0x1p-52 < worth * 0x1p-13) {
          assertThat(found)
              .as("%d minutes, strike %s", minutes, strike)
              .isCloseTo(0.15, within(0.15 * 16 * 0x1p-52 * (1 + price / worth)));
        }
      }
    }
  }

  @Test
  void aPriceWithoutVolatilitySaysWhy() {
    double nan = Double.NaN;
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(status(CALL, 9.99, 100, 90, 1)).isEqualTo(VolatilityStatus.BELOW_INTRINSIC);
    assertThat(status(PUT, -0.01, 100, 90, 1)).isEqualTo(VolatilityStatus.BELOW_INTRINSIC);
    assertThat(status(CALL, 100, 100, 90, 1)).isEqualTo(VolatilityStatus.ABOVE_BOUND);
    assertThat(status(PUT, 95, 100, 90, 1)).isEqualTo(VolatilityStatus.ABOVE_BOUND);
    assertThat(status(PUT, infinity, 100, 90, 1)).isEqualTo(VolatilityStatus.ABOVE_BOUND);
    assertThat(status(CALL, 12, 100, 90, 0)).isEqualTo(VolatilityStatus.NO_TIME);
    assertThat(status(CALL, 12, 100, 90, -1)).isEqualTo(VolatilityStatus.NO_TIME);
    assertThat(status(CALL, 12, 0, 90, 1)).isEqualTo(VolatilityStatus.OUT_OF_RANGE);
    assertThat(status(CALL, 12, 100, -90, 1)).isEqualTo(VolatilityStatus.OUT_OF_RANGE);
    assertThat(status(CALL, 12, infinity, 90, 1)).isEqualTo(VolatilityStatus.OUT_OF_RANGE);
    assertThat(status(CALL, 12, 100, 90, infinity)).isEqualTo(VolatilityStatus.OUT_OF_RANGE);
    assertThat(status(CALL, nan, 100, 90, 1)).isEqualTo(VolatilityStatus.NOT_A_NUMBER);
    assertThat(status(CALL, 12, nan, 90, 1)).isEqualTo(VolatilityStatus.NOT_A_NUMBER);
    assertThat(status(CALL, 12, 100, nan, 1)).isEqualTo(VolatilityStatus.NOT_A_NUMBER);
    assertThat(status(CALL, 12, 100, 90, nan)).isEqualTo(VolatilityStatus.NOT_A_NUMBER);
    assertThat(status(CALL, 12, 100, 90, 1)).isEqualTo(VolatilityStatus.OK);
  }

  @Test
  void aPriceAtOrWithinRoundingOfIntrinsicOrBoundDeterminesNothing() {
    assertThat(status(CALL, 10, 100, 90, 1)).isEqualTo(VolatilityStatus.UNDETERMINED);
    assertThat(status(CALL, Math.nextUp(10.0), 100, 90, 1))
        .isEqualTo(VolatilityStatus.UNDETERMINED);
    assertThat(status(CALL, Math.nextDown(10.0), 100, 90, 1))
        .isEqualTo(VolatilityStatus.UNDETERMINED);
    assertThat(status(CALL, 0, 100, 110, 1)).isEqualTo(VolatilityStatus.UNDETERMINED);
    assertThat(status(CALL, Math.nextDown(100.0), 100, 110, 1))
        .isEqualTo(VolatilityStatus.UNDETERMINED);
  }

  @Test
  void aDeepCallWhoseTimeValueIsLostInItsPriceDeterminesNothing() {
    double price = Black.price(CALL, 6000, 3000, 1 / 365.0, 0.15);

    assertThat(status(CALL, price, 6000, 3000, 1 / 365.0)).isEqualTo(VolatilityStatus.UNDETERMINED);
  }

  @Property(tries = 20_000)
  void whateverComesInComesOutAsAVolatilityOrAReason(
      @ForAll double price,
      @ForAll double forward,
      @ForAll double strike,
      @ForAll double years,
      @ForAll boolean call) {
    double sign = call ? CALL : PUT;
    double found = BlackVolatility.of(sign, price, forward, strike, years);
    VolatilityStatus status = BlackVolatility.status(found, sign, price, forward, strike, years);

    assertThat(Double.isNaN(found)).isEqualTo(status != VolatilityStatus.OK);
    if (status == VolatilityStatus.OK) {
      assertThat(found).isPositive().isFinite();
    }
  }

  @Property(tries = 20_000)
  void anyPriceBetweenIntrinsicAndBoundIsReproducedOrUndetermined(
      @ForAll @DoubleRange(min = 1, max = 10_000) double strike,
      @ForAll @DoubleRange(min = 0, max = 100) double price) {
    double found = BlackVolatility.of(CALL, price, 100, strike, 0.5);

    if (!Double.isNaN(found)) {
      assertThat(Black.price(CALL, 100, strike, 0.5, found))
          .isCloseTo(price, within(Math.max(price, 1e-300) * 1e-12));
    }
  }

  private static VolatilityStatus status(
      double sign, double price, double forward, double strike, double years) {
    double found = BlackVolatility.of(sign, price, forward, strike, years);
    return BlackVolatility.status(found, sign, price, forward, strike, years);
  }
}
