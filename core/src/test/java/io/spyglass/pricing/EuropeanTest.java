package io.spyglass.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.model.Right;
import io.spyglass.pricing.kernel.VolatilityStatus;
import org.junit.jupiter.api.Test;

class EuropeanTest {
  /// J. Hull, Options, Futures, and Other Derivatives: 42, 40, 10 %, 20 %, half a year.
  private static final Market HULL = new Market.Spot(42, 0.1, 0);

  @Test
  void hullsExampleComesOut() {
    assertThat(European.price(option(Right.CALL, 40, 0.5), HULL, 0.2))
        .isCloseTo(4.76, within(5e-3));
    assertThat(European.price(option(Right.PUT, 40, 0.5), HULL, 0.2)).isCloseTo(0.81, within(5e-3));
  }

  @Test
  void hullsGreeksComeOutInQuotedUnits() {
    // Chapter "The Greek letters": 49, 50, 5 %, 20 %, 20 weeks.
    Greeks greeks =
        European.greeks(option(Right.CALL, 50, 0.3846), new Market.Spot(49, 0.05, 0), 0.2);

    assertThat(greeks.price()).isCloseTo(2.40, within(5e-3));
    assertThat(greeks.delta()).isCloseTo(0.522, within(5e-4));
    assertThat(greeks.gamma()).isCloseTo(0.066, within(5e-4));
    assertThat(greeks.vega()).isCloseTo(0.121, within(5e-4));
    assertThat(greeks.theta()).isCloseTo(-4.31 / 365, within(5e-5));
    assertThat(greeks.rho()).isCloseTo(0.0891, within(5e-5));
  }

  @Test
  void spotAndItsForwardGiveTheSamePriceAndVolatility() {
    EuropeanOption option = option(Right.PUT, 610, 0.75);
    Market spot = new Market.Spot(600, 0.043, 0.013);
    Market forward = new Market.Forward(600 * StrictMath.exp(0.03 * 0.75), 0.043);
    double price = European.price(option, spot, 0.17);

    assertThat(European.price(option, forward, 0.17)).isCloseTo(price, within(1e-12));
    assertThat(European.impliedVolatility(option, forward, price).volatility())
        .isCloseTo(0.17, within(1e-14));
    assertThat(European.impliedVolatility(option, spot, price).volatility())
        .isCloseTo(0.17, within(1e-15));
  }

  @Test
  void onAForwardGreeksAreThoseOfASpotWithoutCarryAndRhoIsDiscountingAlone() {
    EuropeanOption option = option(Right.CALL, 6050, 0.25);
    Greeks forward = European.greeks(option, new Market.Forward(6000, 0.04), 0.15);
    Greeks spot = European.greeks(option, new Market.Spot(6000, 0.04, 0.04), 0.15);

    assertThat(forward.delta()).isEqualTo(spot.delta());
    assertThat(forward.gamma()).isEqualTo(spot.gamma());
    assertThat(forward.vega()).isEqualTo(spot.vega());
    assertThat(forward.theta()).isEqualTo(spot.theta());
    assertThat(forward.rho()).isCloseTo(-0.25 * forward.price() / 100, within(1e-15));
  }

  @Test
  void thetaHalfAnHourBeforeTheCloseIsWhatTheNextMinuteCosts() {
    double minute = 1 / 525_600.0;
    Market market = new Market.Forward(6000, 0.04);
    Greeks greeks = European.greeks(option(Right.CALL, 6000, 30 * minute), market, 0.12);
    double before = European.price(option(Right.CALL, 6000, 30.5 * minute), market, 0.12);
    double after = European.price(option(Right.CALL, 6000, 29.5 * minute), market, 0.12);

    double aDay = (after - before) * 1440;
    assertThat(greeks.theta() / aDay).isCloseTo(1, within(1e-4));
    // Clamping the time to a day would make it about √48 times smaller.
    assertThat(greeks.theta()).isBetween(-53.0, -51.0);
  }

  @Test
  void anExpiredOptionHasNoVolatilityAndNoGreeks() {
    EuropeanOption expired = option(Right.CALL, 5990, 0);
    Market market = new Market.Forward(6000, 0.04);

    assertThat(European.price(expired, market, 0.2)).isEqualTo(10);
    assertThat(European.impliedVolatility(expired, market, 10).status())
        .isEqualTo(VolatilityStatus.NO_TIME);
    assertThat(European.greeks(expired, market, 0.2).delta()).isNaN();
  }

  @Test
  void aMissingMarketGivesAMissingAnswer() {
    EuropeanOption option = option(Right.CALL, 5990, 0.1);
    Market missing = new Market.Forward(Double.NaN, 0.04);

    assertThat(European.price(option, missing, 0.2)).isNaN();
    assertThat(European.impliedVolatility(option, missing, 20).status())
        .isEqualTo(VolatilityStatus.NOT_A_NUMBER);
    assertThat(
            European.impliedVolatility(option, new Market.Spot(6000, Double.NaN, 0), 20).status())
        .isEqualTo(VolatilityStatus.NOT_A_NUMBER);
    assertThat(European.greeks(option, missing, 0.2).gamma()).isNaN();
  }

  @Test
  void termsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> option(Right.CALL, 0, 1)).hasMessageContaining("strike 0.0");
    assertThatThrownBy(() -> option(Right.CALL, Double.NaN, 1)).hasMessageContaining("strike NaN");
    assertThatThrownBy(() -> option(Right.CALL, 100, Double.NaN)).hasMessageContaining("NaN years");
    assertThatThrownBy(() -> new ImpliedVolatility(Double.NaN, VolatilityStatus.OK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static EuropeanOption option(Right right, double strike, double years) {
    return new EuropeanOption(right, strike, years);
  }
}
