package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteWindowTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private static List<OptionContract> chain() {
    List<OptionContract> chain = new ArrayList<>();
    for (int strike = 5000; strike <= 8000; strike += 5) {
      chain.add(OptionContract.of("SPXW", DAY, Right.CALL, strike));
      chain.add(OptionContract.of("SPXW", DAY, Right.PUT, strike));
    }
    return chain;
  }

  @Test
  void theVendorsLimitIsKeptAroundTheSpot() {
    QuoteWindow window = new QuoteWindow(1000);
    window.offer(chain());

    assertThat(window.follow(6642)).isTrue();
    assertThat(window.inside()).hasSize(1000).doesNotHaveDuplicates();
    assertThat(window.inside().getFirst().strike()).isEqualTo(6640);
    assertThat(window.inside()).allMatch(each -> Math.abs(each.strike() - 6642) <= 1252);
  }

  @Test
  void itMovesWithTheSpotByStrikesAndNotBefore() {
    QuoteWindow window = new QuoteWindow(6);
    window.offer(chain());

    assertThat(window.follow(6642)).isTrue();
    assertThat(window.follow(6646.9)).isFalse();
    assertThat(window.follow(6637.1)).isFalse();
    assertThat(window.follow(Double.NaN)).isFalse();
    assertThat(window.follow(6647)).isTrue();
    assertThat(window.inside())
        .extracting(OptionContract::strike)
        .containsOnly(6640.0, 6645.0, 6650.0);
  }

  @Test
  void otherContractsAreLookedOverAroundTheSameSpot() {
    QuoteWindow window = new QuoteWindow(2);
    assertThat(window.follow(6642)).isFalse();
    window.offer(chain());

    assertThat(window.inside()).extracting(OptionContract::strike).containsOnly(6640.0);
  }

  @Test
  void moreThanTheVendorAllowsIsRefused() {
    assertThatThrownBy(() -> new QuoteWindow(1001)).hasMessageContaining("outside 1 to 1000");
  }
}
