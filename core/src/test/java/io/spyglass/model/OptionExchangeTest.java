package io.spyglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptionExchangeTest {

  @Test
  void aNumberHasAName() {
    assertThat(OptionExchange.name(302)).isEqualTo("Cboe");
    assertThat(OptionExchange.name(325)).isEqualTo("Cboe BZX");
  }

  @Test
  void aNumberWithoutANameNamesItselfAndNoneSaysNothing() {
    assertThat(OptionExchange.name(399)).isEqualTo("399");
    assertThat(OptionExchange.name(0)).isNull();
  }
}
