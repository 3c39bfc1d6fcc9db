package io.spyglass.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Hole;
import org.junit.jupiter.api.Test;

class HolesTest {
  private final Holes holes = new Holes();

  private static Hole hole(long from, long to, boolean filled) {
    return new Hole(to, to, from, to, "a ping was not answered", filled);
  }

  @Test
  void aHoleIsOneFromItsOpeningToItsFilling() {
    holes.add(hole(5, 5, false));
    assertThat(holes.open()).isEqualTo(1);
    holes.add(hole(5, 9, false));
    assertThat(holes.all()).containsExactly(hole(5, 9, false));
    holes.add(hole(5, 9, true));

    assertThat(holes.all()).containsExactly(hole(5, 9, true));
    assertThat(holes.told()).isEqualTo(1);
    assertThat(holes.open()).isZero();
  }

  @Test
  void valuesOfAnIndexAreMissedUntilTheNextOneOnly() {
    String reason = Hole.INDEX_VALUES + "the line was dead";
    holes.add(new Hole(5, 5, 5, 5, reason, false));
    assertThat(holes.open()).isEqualTo(1);
    holes.add(new Hole(9, 9, 5, 9, reason, false));

    assertThat(holes.told()).isEqualTo(1);
    assertThat(holes.open()).isZero();
  }

  @Test
  void holesOfOtherStartsStayApart() {
    holes.add(hole(5, 5, false));
    holes.add(hole(6, 6, false));
    holes.add(hole(6, 8, true));

    assertThat(holes.all()).containsExactly(hole(5, 5, false), hole(6, 8, true));
    assertThat(holes.told()).isEqualTo(2);
    assertThat(holes.open()).isEqualTo(1);
  }

  @Test
  void noMoreAreKeptThanThatAndThoseFilledGoFirst() {
    holes.add(hole(1, 2, false));
    for (int i = 1; i <= Holes.MOST; i++) {
      holes.add(hole(10L * i, 10L * i + 1, true));
    }

    assertThat(holes.all()).hasSize(Holes.MOST).contains(hole(1, 2, false));
    assertThat(holes.told()).isEqualTo(Holes.MOST + 1);
    assertThat(holes.open()).isEqualTo(1);
  }
}
