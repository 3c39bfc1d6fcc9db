package io.spyglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  @Test
  void codesKeepTheirOrder() {
    Conditions conditions = Conditions.of(232, 209, 7);
    assertThat(conditions.toList()).containsExactly(232, 209, 7);
    assertThat(conditions.count()).isEqualTo(3);
    assertThat(conditions.code(1)).isEqualTo(209);
    assertThat(conditions).hasToString("[232, 209, 7]");
  }

  @Test
  void aMaskHasTheBitOfEachOptionCodeAndOfNoOther() {
    assertThat(Conditions.of(200, 207, 263).mask()).isEqualTo(1L | 1L << 7 | 1L << 63);
    assertThat(Conditions.of(199, 264, -1, 0).mask()).isZero();
    assertThat(Conditions.maskOf(201, 203)).isEqualTo(0b1010);
    assertThat(Conditions.NONE.mask()).isZero();
  }

  @Test
  void aSingleOptionCodeIsSharedAndNoneIsNone() {
    assertThat(Conditions.of(227)).isSameAs(Conditions.of(227));
    assertThat(Conditions.of()).isSameAs(Conditions.NONE);
    assertThat(Conditions.of(14)).isEqualTo(Conditions.of(14)).hasSameHashCodeAs(Conditions.of(14));
  }

  @Test
  void equalityGoesByCodesAndTheirOrder() {
    assertThat(Conditions.of(201, 202)).isEqualTo(Conditions.of(201, 202));
    assertThat(Conditions.of(201, 202)).isNotEqualTo(Conditions.of(202, 201));
    assertThat(Conditions.of(201)).isNotEqualTo(List.of(201));
  }

  @Test
  void laterChangesOfTheArrayDoNotReachIn() {
    int[] codes = {201, 202};
    Conditions conditions = Conditions.of(codes);
    codes[0] = 250;
    assertThat(conditions.toList()).containsExactly(201, 202);
  }

  @Test
  void everyCodeHasAName() {
    assertThat(Conditions.of(219, 232, 7).names())
        .containsExactly("Sweep", "Multi-leg", "Condition 7");
    assertThat(Conditions.NONE.names()).isEmpty();
  }
}
