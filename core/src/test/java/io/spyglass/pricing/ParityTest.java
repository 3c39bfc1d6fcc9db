package io.spyglass.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.model.Right;
import org.junit.jupiter.api.Test;

class ParityTest {
  private static final double NONE = Double.NaN;

  @Test
  void theForwardBehindModelPricesComesBack() {
    Market market = new Market.Spot(6000, 0.04, 0.013);
    double discount = StrictMath.exp(-0.04 * 0.1);
    double[] strikes = {5900, 5950, 6000, 6050};
    double[] calls = prices(Right.CALL, strikes, market);
    double[] puts = prices(Right.PUT, strikes, market);

    assertThat(Parity.forward(strikes, calls, puts, discount))
        .isCloseTo(6000 * StrictMath.exp(0.027 * 0.1), within(1e-9));
  }

  @Test
  void oneWildQuoteDoesNotMoveTheMedian() {
    assertThat(
            Parity.forward(
                new double[] {5995, 6000, 6005},
                new double[] {8, 5, 900},
                new double[] {3, 5, 8},
                1))
        .isEqualTo(6000);
  }

  @Test
  void anEvenNumberOfPairsGivesTheMeanOfTheMiddleTwo() {
    assertThat(
            Parity.forward(new double[] {100, 100}, new double[] {3, 4}, new double[] {2, 2}, 0.5))
        .isEqualTo(103);
  }

  @Test
  void missingSidesAreLeftOut() {
    double[] strikes = {90, 100, 110};
    double[] puts = {1, 3, NONE};

    assertThat(Parity.forward(strikes, new double[] {NONE, 4, 2}, puts, 1)).isEqualTo(101);
    assertThat(Parity.forward(strikes, new double[] {NONE, NONE, 2}, puts, 1)).isNaN();
    assertThat(Parity.forward(new double[0], new double[0], new double[0], 1)).isNaN();
  }

  @Test
  void unequalColumnsAreRefused() {
    assertThatThrownBy(() -> Parity.forward(new double[2], new double[2], new double[1], 1))
        .hasMessage("2 strikes, 2 calls and 1 puts");
  }

  private static double[] prices(Right right, double[] strikes, Market market) {
    double[] prices = new double[strikes.length];
    for (int i = 0; i < strikes.length; i++) {
      prices[i] = European.price(new EuropeanOption(right, strikes[i], 0.1), market, 0.15);
    }
    return prices;
  }
}
