package io.spyglass.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SPY",
        "BRK.B",
        "I:SPX",
        "I:VIX9D",
        "O:SPXW251219C06000000",
        "O:SPY1251219P00600000"
      })
  void aTickerParsesBackToItsInstrument(String ticker) {
    assertThat(Instrument.parse(ticker).ticker()).isEqualTo(ticker);
  }

  @Test
  void aTickersShapeTellsItsKind() {
    assertThat(Instrument.parse("SPX")).isEqualTo(new Stock("SPX"));
    assertThat(Instrument.parse("I:SPX")).isEqualTo(new Index("SPX"));
    assertThat(Instrument.parse("SPX251219C06000000")).isInstanceOf(OptionContract.class);
    assertThat(Instrument.parse("SPX   251219C06000000")).isInstanceOf(OptionContract.class);
  }

  @Test
  void aBadTickerIsNamedByTheKindItsShapeMeant() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Instrument.parse("spy"))
        .withMessageStartingWith("'spy' is no stock ticker: it wants");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Instrument.parse(""))
        .withMessageStartingWith("'' is no stock ticker: it wants");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Instrument.parse("I:"))
        .withMessageStartingWith("'' is no index symbol: it wants");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Instrument.parse("O:SPX"))
        .withMessageStartingWith("'O:SPX' is no option symbol (it has 3 characters)");
  }
}
