package io.spyglass.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionContractTest {
  private static final LocalDate DECEMBER = LocalDate.of(2025, 12, 19);
  private static final String FORM =
      "expected root, yymmdd, C or P and 8 strike digits, as in SPXW251219C06000000";

  @ParameterizedTest
  @ValueSource(strings = {"SPXW  251219C06000000", "O:SPXW251219C06000000", "SPXW251219C06000000"})
  void everySpellingNamesTheSameContract(String symbol) {
    OptionContract contract = OptionContract.parse(symbol);
    assertThat(contract)
        .isEqualTo(new OptionContract("SPXW", DECEMBER, Right.CALL, 6_000_000))
        .hasToString("SPXW251219C06000000");
    assertThat(contract.osi()).isEqualTo("SPXW  251219C06000000");
    assertThat(contract.ticker()).isEqualTo("O:SPXW251219C06000000");
    assertThat(contract.compact()).isEqualTo("SPXW251219C06000000");
  }

  @Property
  void everySpellingParsesBack(@ForAll("contracts") OptionContract contract) {
    assertThat(OptionContract.parse(contract.ticker())).isEqualTo(contract);
    assertThat(OptionContract.parse(contract.compact())).isEqualTo(contract);
    assertThat(OptionContract.parse(contract.osi())).isEqualTo(contract);
    assertThat(Instrument.parse(contract.ticker())).isEqualTo(contract);
    assertThat(contract.osi()).hasSize(21);
  }

  @Property
  void equalContractsHashEqualAndCompareAsEqual(
      @ForAll("contracts") OptionContract one, @ForAll("contracts") OptionContract other) {
    OptionContract same = OptionContract.parse(one.osi());
    assertThat(same).hasSameHashCodeAs(one).isEqualByComparingTo(one);
    assertThat(one.equals(other)).isEqualTo(one.compareTo(other) == 0);
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(-Integer.signum(other.compareTo(one)));
  }

  @Provide
  Arbitrary<OptionContract> contracts() {
    Arbitrary<String> roots =
        Combinators.combine(
                Arbitraries.chars().range('A', 'Z'),
                Arbitraries.strings().withCharRange('A', 'Z').numeric().ofMaxLength(5))
            .as((first, rest) -> first + rest);
    Arbitrary<String> known = Arbitraries.of("SPX", "SPXW", "SPY", "SPY1", "BRKB", "A", "AAPL77");
    Arbitrary<LocalDate> dates =
        Arbitraries.longs().between(0, 36_524).map(LocalDate.of(2000, 1, 1)::plusDays);
    return Combinators.combine(
            Arbitraries.oneOf(roots, known),
            dates,
            Arbitraries.of(Right.class),
            Arbitraries.longs().between(1, 99_999_999))
        .as(OptionContract::new);
  }

  @ParameterizedTest
  @CsvSource({
    "O:SPY1251219P00600000, SPY1, SPY, 600.0",
    "SPY1  251219P00600000, SPY1, SPY, 600.0",
    "SPX251219P06000000,    SPX,  SPX, 6000.0",
    "O:BRKB251219P00487500, BRKB, BRKB, 487.5",
    "F7251219P00000001,     F7,   F,   0.001",
    "AAPL77251219P99999999, AAPL77, AAPL, 99999.999"
  })
  void theRootIsKeptAndTellsTheUnderlying(
      String symbol, String root, String underlying, double strike) {
    OptionContract contract = OptionContract.parse(symbol);
    assertThat(contract.root()).isEqualTo(root);
    assertThat(contract.underlying()).isEqualTo(new Underlying(underlying));
    assertThat(contract.strike()).isEqualTo(strike);
    assertThat(contract.right()).isEqualTo(Right.PUT);
    assertThat(contract.expiry()).isEqualTo(DECEMBER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          251219C06000000         | it has 15 characters
          O:                      | it has 0 characters
          SPXW2512C06000000X      | stands where a digit belongs
          SPXWEEK251219C06000000  | it has 22 characters
          spxw251219C06000000     | option root 'spxw' wants 1 to 6 upper-case letters or digits
          1SPX251219C06000000     | option root '1SPX' wants 1 to 6 upper-case letters or digits
          SP W251219C06000000     | option root 'SP W' wants 1 to 6 upper-case letters or digits
          SPXW251319C06000000     | MonthOfYear
          SPXW250229C06000000     | February 29
          SPXW25121XC06000000     | 'X' stands where a digit belongs
          SPXW251219X06000000     | option right 'X' is neither C (call) nor P (put)
          SPXW251219c06000000     | option right 'c' is neither C (call) nor P (put)
          SPXW251219C0600000.     | '.' stands where a digit belongs
          SPXW251219C00000000     | strike of 0 thousandths is outside 0.001 to 99999.999
          I:SPXW251219C06000000   | option root 'I:SPXW' wants
          """)
  void aBadSymbolIsNamedWithWhatIsWrongAndWhatIsExpected(String symbol, String what) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptionContract.parse(symbol))
        .withMessageStartingWith("'" + symbol + "' is no option symbol (")
        .withMessageContaining(what)
        .withMessageEndingWith(FORM);
  }

  @Test
  void digitsOfOtherScriptsAreNoDigits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptionContract.parse("SPXW25121\u0669C06000000"))
        .withMessageContaining("'\u0669' stands where a digit belongs");
  }

  @Test
  void aStrikeInDollarsIsAWholeNumberOfThousandths() {
    assertThat(OptionContract.of("SPY", DECEMBER, Right.PUT, 612.5).strikeMills())
        .isEqualTo(612_500);
    assertThat(OptionContract.of("SPY", DECEMBER, Right.PUT, 0.07).strikeMills()).isEqualTo(70);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptionContract.of("SPY", DECEMBER, Right.PUT, 612.0005))
        .withMessage("option strike 612.0005 is no whole number of thousandths");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -5, 100_000, Double.NaN, Double.POSITIVE_INFINITY, 1e300})
  void aStrikeThatNoSymbolCanCarryIsRefused(double strike) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptionContract.of("SPY", DECEMBER, Right.PUT, strike))
        .withMessageContaining("option strike");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999-12-31", "2100-01-01"})
  void anExpiryThatTwoDigitsCannotTellIsRefused(LocalDate expiry) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OptionContract("SPY", expiry, Right.CALL, 1))
        .withMessage("option expiry " + expiry + " is outside 2000 to 2099");
  }

  @Test
  void contractsSortByRootExpiryStrikeThenCallBeforePut() {
    assertThat(
            List.of(
                    "SPY251219C00600000",
                    "SPXW251222C06000000",
                    "SPXW251219P06000000",
                    "SPXW251219C06005000",
                    "SPXW251219C06000000",
                    "SPX251219P06000000")
                .stream()
                .map(OptionContract::parse)
                .sorted()
                .map(OptionContract::compact))
        .containsExactly(
            "SPX251219P06000000",
            "SPXW251219C06000000",
            "SPXW251219P06000000",
            "SPXW251219C06005000",
            "SPXW251222C06000000",
            "SPY251219C00600000");
  }
}
