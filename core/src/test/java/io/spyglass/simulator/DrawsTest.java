package io.spyglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawsTest {
  @Test
  void theGeneratorIsSplitMix64() {
    Draws draws = new Draws(1234567);

    assertThat(draws.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(draws.nextLong()).isEqualTo(3203168211198807973L);
    assertThat(draws.nextLong()).isEqualTo(-8629252141511181193L);
  }

  @Test
  void aStreamBeginsAgainWithItsKey() {
    Draws draws = new Draws(5);
    double first = draws.nextUniform();
    draws.nextNormal();
    draws.restart(5);

    assertThat(draws.nextUniform()).isEqualTo(first);
  }

  @Test
  void keysOfNeighboursDiffer() {
    Set<Long> keys = new HashSet<>();
    for (long parent = 0; parent < 300; parent++) {
      for (long name = 0; name < 300; name++) {
        keys.add(Draws.key(parent, name));
      }
    }

    assertThat(keys).hasSize(90_000);
  }

  @Test
  void normalsHaveTheirMoments() {
    Draws draws = new Draws(7);
    double sum = 0;
    double squares = 0;
    double fourth = 0;
    int count = 400_000;
    for (int i = 0; i < count; i++) {
      double x = draws.nextNormal();
      sum += x;
      squares += x * x;
      fourth += x * x * x * x;
    }

    assertThat(sum / count).isCloseTo(0, within(0.006));
    assertThat(squares / count).isCloseTo(1, within(0.01));
    assertThat(fourth / count).isCloseTo(3, within(0.08));
  }

  @Test
  void poissonsHaveTheirMeanAndVariance() {
    Draws draws = new Draws(9);
    for (double mean : new double[] {0.01, 0.7, 5, 40}) {
      double sum = 0;
      double squares = 0;
      int count = 200_000;
      for (int i = 0; i < count; i++) {
        int x = draws.nextPoisson(mean);
        sum += x;
        squares += (double) x * x;
      }
      double average = sum / count;

      assertThat(average).isCloseTo(mean, within(0.03 * mean + 0.001));
      assertThat(squares / count - average * average).isCloseTo(mean, within(0.05 * mean));
    }
  }
}
