package io.spyglass.flow;

import static io.spyglass.flow.FlowFixture.call;
import static io.spyglass.flow.FlowFixture.put;
import static io.spyglass.flow.FlowFixture.quote;
import static io.spyglass.flow.FlowFixture.spx;
import static io.spyglass.flow.FlowFixture.tick;
import static io.spyglass.flow.FlowFixture.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import org.junit.jupiter.api.Test;

class ContractGreeksTest {
  private static final double HALF_PAST_FIFTEEN = 360 * 60;
  private static final double FORWARD = 6000;
  private static final double VOLATILITY = 0.12;

  private final FlowFixture flow = new FlowFixture();

  /// The textbook formula, by the library's own logarithm and a series for the normal integral.
  private static double worth(OptionContract option, double yearsToExpiry) {
    double total = VOLATILITY * Math.sqrt(yearsToExpiry);
    double d1 = Math.log(FORWARD / option.strike()) / total + total / 2;
    double call = FORWARD * normal(d1) - option.strike() * normal(d1 - total);
    return option.right() == Right.CALL ? call : call - FORWARD + option.strike();
  }

  private static double normal(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 200; n++) {
      term *= -x * x * (2 * n - 1) / (2.0 * n * (2 * n + 1));
      sum += term;
    }
    return 0.5 + sum / Math.sqrt(2 * Math.PI);
  }

  private void quoteChain(double seconds) {
    double years = (390 * 60 - seconds) / (365 * 86_400.0);
    for (int strike = 5990; strike <= 6010; strike += 5) {
      for (OptionContract option : new OptionContract[] {call(strike), put(strike)}) {
        double worth = worth(option, years);
        flow.play(quote(option, seconds, worth - 0.05, worth + 0.05));
      }
    }
  }

  @Test
  void halfAnHourBeforeTheEndTwelvePercentReadTwelvePercent() {
    quoteChain(HALF_PAST_FIFTEEN);
    flow.play(spx(HALF_PAST_FIFTEEN, FORWARD), tick(HALF_PAST_FIFTEEN));
    assertThat(flow.inView()).hasSize(10);
    for (ContractFlow row : flow.inView()) {
      assertThat(row.volatility()).isCloseTo(VOLATILITY, within(1e-9));
    }
    ContractFlow atTheMoney = flow.row(call(6000));
    assertThat(atTheMoney.greeks().delta()).isCloseTo(0.5, within(0.001));
    double halfHour = worth(call(6000), 1800 / (365 * 86_400.0));
    assertThat(atTheMoney.greeks().theta())
        .as("at the money a day costs price ÷ (2 × days left)")
        .isCloseTo(-halfHour / (2 * 1800 / 86_400.0), within(0.01));
  }

  @Test
  void aPrintTakesTheDeltaOfTheTickBefore() {
    quoteChain(HALF_PAST_FIFTEEN);
    flow.play(trade(call(6000), HALF_PAST_FIFTEEN, 100, 1));
    assertThat(flow.row(call(6000)).withoutDelta()).isEqualTo(1);
    assertThat(flow.row(call(6000)).netDeltaFlow()).isZero();
    flow.play(spx(HALF_PAST_FIFTEEN, FORWARD), tick(HALF_PAST_FIFTEEN));
    flow.play(trade(call(6000), HALF_PAST_FIFTEEN + 0.5, 100, 4));
    flow.play(trade(put(6000), HALF_PAST_FIFTEEN + 0.6, 0.05, 4));
    double delta = flow.row(call(6000)).greeks().delta();
    assertThat(flow.row(call(6000)).netDeltaFlow()).isEqualTo(4 * 100 * delta);
    assertThat(flow.row(put(6000)).netDeltaFlow()).as("puts sold").isPositive();
    assertThat(flow.row(call(6000)).netGammaFlow())
        .isEqualTo(4 * 100 * flow.row(call(6000)).greeks().gamma());
  }

  @Test
  void aContractInTheMoneyWhoseMiddleIsBelowItsIntrinsicValueTakesThePutsVolatility() {
    quoteChain(HALF_PAST_FIFTEEN);
    flow.play(quote(call(5990), HALF_PAST_FIFTEEN, 9.0, 10.4));
    flow.play(spx(HALF_PAST_FIFTEEN, FORWARD), tick(HALF_PAST_FIFTEEN));
    assertThat(flow.row(call(5990)).volatility()).isCloseTo(VOLATILITY, within(0.001));
  }

  @Test
  void anExpiredSeriesHasNoGreeks() {
    quoteChain(HALF_PAST_FIFTEEN);
    flow.play(spx(HALF_PAST_FIFTEEN, FORWARD), tick(HALF_PAST_FIFTEEN), tick(390 * 60));
    assertThat(flow.row(call(6000)).volatility()).isNaN();
    assertThat(flow.row(call(6000)).greeks().delta()).isNaN();
  }

  @Test
  void aContractThatLeavesTheViewLosesItsGreeks() {
    quoteChain(HALF_PAST_FIFTEEN);
    for (int strike = 6050; strike <= 6100; strike += 5) {
      flow.play(quote(call(strike), HALF_PAST_FIFTEEN, 0.05, 0.15));
    }
    flow.play(spx(HALF_PAST_FIFTEEN, FORWARD), tick(HALF_PAST_FIFTEEN));
    assertThat(flow.row(call(6000)).greeksNanos()).isPositive();
    flow.play(spx(HALF_PAST_FIFTEEN + 1, 6080), tick(HALF_PAST_FIFTEEN + 1));
    assertThat(flow.row(call(6000)).greeks().delta()).isNaN();
    assertThat(flow.row(call(6000)).greeksNanos()).isZero();
  }

  @Test
  void aQuoteThatIsMinutesOldGivesNoGreeks() {
    quoteChain(HALF_PAST_FIFTEEN);
    flow.play(spx(HALF_PAST_FIFTEEN, FORWARD), tick(HALF_PAST_FIFTEEN + 120));
    assertThat(flow.row(call(6000)).volatility()).isPositive();
    flow.play(tick(HALF_PAST_FIFTEEN + 121));
    assertThat(flow.row(call(6000)).volatility()).isNaN();
  }
}
