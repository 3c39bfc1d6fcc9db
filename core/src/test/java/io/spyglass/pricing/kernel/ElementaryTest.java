package io.spyglass.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ElementaryTest {
  private static final int SAMPLES = 4_000;

  private final Random random = new Random(7);

  @Test
  void theExponentialIsWithinOneUnitInTheLastPlace() {
    assertThat(worst(Elementary::exp, Precise::exp, () -> random.nextGaussian())).isLessThan(1);
    assertThat(worst(Elementary::exp, Precise::exp, () -> random.nextDouble(-700, 700)))
        .isLessThan(1);
  }

  @Test
  void theExponentialLessOneKeepsItsDigitsNearZero() {
    UnaryOperator<BigDecimal> truth = x -> Precise.exp(x).subtract(BigDecimal.ONE);
    assertThat(worst(Elementary::expMinusOne, truth, () -> random.nextGaussian())).isLessThan(2);
    assertThat(worst(Elementary::expMinusOne, truth, () -> random.nextGaussian() * 1e-9))
        .isLessThan(2);
    assertThat(worst(Elementary::expMinusOne, truth, () -> random.nextDouble(-90, 690)))
        .isLessThan(2);
  }

  @Test
  void theLogarithmOfARatioIsWithinTwoUnitsAlsoNearOne() {
    double worst = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double denominator = random.nextDouble(1, 10_000);
      double away = i % 3 == 0 ? 1e-7 : i % 3 == 1 ? 0.4 : 200;
      double numerator = denominator * StrictMath.exp(random.nextGaussian() * away);
      BigDecimal ratio =
          new BigDecimal(numerator).divide(new BigDecimal(denominator), Precise.DIGITS);
      double found = Elementary.logRatio(numerator, denominator);
      worst = Math.max(worst, Precise.units(found, Precise.log(ratio)));
    }

    assertThat(worst).isLessThan(2);
  }

  @Test
  void theExponentialUnderflowsGraduallyAndOverflowsToInfinity() {
    assertThat(Elementary.exp(-745)).isEqualTo(Double.MIN_VALUE);
    assertThat(Elementary.exp(-720)).isEqualTo(StrictMath.exp(-720));
    assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Elementary.exp(710)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Elementary.exp(0)).isEqualTo(1);
    assertThat(Elementary.exp(Double.NaN)).isNaN();
    assertThat(Elementary.expMinusOne(0)).isZero();
    assertThat(Elementary.expMinusOne(-800)).isEqualTo(-1);
    assertThat(Elementary.expMinusOne(Double.NaN)).isNaN();
  }

  @Test
  void theLogarithmOfEqualsIsZero() {
    assertThat(Elementary.logRatio(5_987.12, 5_987.12)).isZero();
    assertThat(Elementary.logRatio(1, 2)).isEqualTo(-StrictMath.log(2));
  }

  private double worst(
      DoubleUnaryOperator function, UnaryOperator<BigDecimal> truth, Sample argument) {
    double worst = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double x = argument.next();
      worst =
          Math.max(worst, Precise.units(function.applyAsDouble(x), truth.apply(new BigDecimal(x))));
    }
    return worst;
  }

  private interface Sample {
    double next();
  }
}
