package io.spyglass.pricing.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlackReferenceTest {
  /// Bounds on errors in units of 2^-52, over what the rounding of the inputs amounts to.
  private static final double PRICE = 6;

  private static final double GREEK = 8;
  private static final double VOLATILITY = 3;

  /// The largest part of itself by which a price's rounding may move a volatility that is OK.
  private static final double TOLERANCE = 0x1p-10;

  private final List<Reference> rows = Reference.rows();

  @Test
  void pricesKeepTheirDigitsFromOneSecondToTenYears() {
    for (Reference row : rows) {
      if (row.onForward()) {
        double price =
            Black.price(row.sign(), row.level(), row.strike(), row.years(), row.volatility());
        assertThat(Precise.relativeUnits(price, row.undiscounted()))
            .as(row.line())
            .isLessThan(PRICE * (1 + row.squaredDistance()));
      } else {
        double price =
            Black.spotPrice(
                row.sign(),
                row.level(),
                row.strike(),
                row.years(),
                row.volatility(),
                row.rate(),
                row.dividendYield());
        assertThat(Precise.relativeUnits(price, row.greeks().get(Black.PRICE)))
            .as(row.line())
            .isLessThan(PRICE * (1 + row.squaredDistance()));
      }
    }
  }

  @Test
  void greeksKeepTheirDigitsFromOneSecondToTenYears() {
    for (Reference row : rows) {
      double[] found = row.kernelGreeks();
      for (int greek = 0; greek < Black.GREEKS; greek++) {
        assertThat(Precise.relativeUnits(found[greek], row.greeks().get(greek)))
            .as("%d of %s", greek, row.line())
            .isLessThan(GREEK * (1 + row.squaredDistance()));
      }
    }
  }

  @Test
  void aPriceGivesItsVolatilityBackAsWellAsItsRoundingAllows() {
    int determined = 0;
    for (Reference row : rows) {
      double found = row.impliedVolatility();
      if (Double.isNaN(found)) {
        assertThat(row.attainable() * 0x1p-52).as(row.line()).isGreaterThan(TOLERANCE / 4);
      } else {
        determined++;
        double error = Math.abs(found / row.volatility() - 1) * 0x1p52;
        assertThat(error).as(row.line()).isLessThan(VOLATILITY * row.attainable());
      }
    }

    assertThat(determined).isGreaterThan(300);
  }
}
