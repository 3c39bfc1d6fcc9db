package io.spyglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FormulasTest {
  @Test
  void quantilesAreTheTabledOnes() {
    assertThat(Formulas.normalQuantile(0.5)).isZero();
    assertThat(Formulas.normalQuantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
    assertThat(Formulas.normalQuantile(0.001)).isCloseTo(-3.090232306167813, within(1e-14));
    assertThat(Formulas.normalQuantile(1e-10)).isCloseTo(-6.361340902404056, within(1e-13));
  }

  @Test
  void theQuantileUndoesTheDistribution() {
    double below = 0;
    double step = 1e-4;
    for (double z = -8; z < 4; z += step) {
      below += density(z + step / 2) * step;
      if (below > 1e-3 && below < 0.999) {
        assertThat(Formulas.normalQuantile(below)).isCloseTo(z + step, within(1e-6));
      }
    }
  }

  private static double density(double z) {
    return StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
  }

  @Test
  void powersAgreeWithTheStrictOnes() {
    for (double x = 1e-9; x < 10; x *= 1.1) {
      double exact = StrictMath.pow(x, -0.3);
      assertThat(Formulas.pow(x, -0.3)).isCloseTo(exact, within(1e-13 * exact));
    }
  }
}
