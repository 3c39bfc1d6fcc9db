package io.spyglass.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnderlyingTest {

  @ParameterizedTest
  @CsvSource({
    "SPX, SPX",
    "SPXW, SPX",
    "SPXPM, SPX",
    "SPY, SPY",
    "SPY1, SPY",
    "SPY12, SPY",
    "NDXP, NDX",
    "RUTW, RUT",
    "VIXW, VIX",
    "SPXW1, SPX",
    "AAPL, AAPL",
    "AAPL7, AAPL",
    "XSP, XSP"
  })
  void aRootBelongsToItsUnderlying(String root, String symbol) {
    Underlying underlying = new Underlying(symbol);
    assertThat(Underlying.ofRoot(root)).isEqualTo(underlying);
    assertThat(underlying.hasRoot(root)).isTrue();
  }

  @Test
  void aRootOfAnotherUnderlyingIsNotItsOwn() {
    assertThat(new Underlying("SPY").hasRoot("SPX")).isFalse();
    assertThat(new Underlying("SPX").hasRoot("XSP")).isFalse();
  }

  @Test
  void anIndexIsWatchedByItsValueAndAFundByItsQuotes() {
    assertThat(new Underlying("SPX").instrument()).isEqualTo(new Index("SPX"));
    assertThat(new Underlying("SPY").instrument()).isEqualTo(new Stock("SPY"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "spx", "I:SPX", "1SPX", "SPX ", "ABCDEFGHIJK"})
  void aBadSymbolIsNamedWithWhatIsExpected(String symbol) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Underlying(symbol))
        .withMessage(
            "'" + symbol + "' is no underlying: it wants upper-case letters, as in SPX or SPY");
  }
}
