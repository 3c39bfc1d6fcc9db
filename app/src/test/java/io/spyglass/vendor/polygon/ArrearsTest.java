package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Conditions;
import io.spyglass.model.Hole;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrearsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long NOON = 1_795_190_400 * SECOND;
  private static final Set<String> CHANNELS = Set.of("T.SPY");

  /// A hole from a second behind noon to another.
  private static Hole hole(long from, long to) {
    return new Hole(1, 1, NOON + from * SECOND, NOON + to * SECOND, "from " + from, false);
  }

  private static Trade print(long second, long sequence) {
    long at = NOON + second * SECOND;
    return new Trade(new Stock("SPY"), at, at, 1, sequence, 660, 1, 1, Conditions.NONE, 0);
  }

  @Test
  void holesThatOverlapOrNearlyTouchAreFetchedTogether() {
    Hole first = hole(0, 100);
    Hole within = hole(20, 30);
    Hole beside = hole(170, 200);
    Hole apart = hole(271, 280);
    List<Arrears> all = Arrears.of(List.of(apart, beside, first, within), CHANNELS, List.of());

    assertThat(all).hasSize(2);
    assertThat(all.getFirst().holes()).containsExactly(first, within, beside);
    assertThat(all.getFirst().gap())
        .isEqualTo(new Gap(NOON - Arrears.LEAD_NANOS, beside.toNanos(), false, "from 0", CHANNELS));
    assertThat(all.getLast().holes()).containsExactly(apart);
  }

  @Test
  void aHoleWithinOneThatIsFetchedIsFilledWithIt() {
    Refill refill = new Refill(new Recent(8));
    Arrears day = Arrears.of(List.of(hole(0, 100)), CHANNELS, List.of()).getFirst();
    Arrears within = Arrears.of(List.of(hole(20, 103)), CHANNELS, List.of()).getFirst();
    Arrears longer = Arrears.of(List.of(hole(20, 106)), CHANNELS, List.of()).getFirst();

    assertThat(refill.begin(day)).isTrue();
    assertThat(refill.begin(within)).isFalse();
    assertThat(refill.begin(longer)).isTrue();
    assertThat(refill.end(day.gap())).containsExactly(hole(0, 100), hole(20, 103));
  }

  @Test
  void whatTwoFetchesFindIsHandedOnOnce() {
    Refill refill = new Refill(new Recent(8));
    Arrears one = Arrears.of(List.of(hole(0, 1000)), CHANNELS, List.of()).getFirst();
    Arrears other = Arrears.of(List.of(hole(500, 2000)), CHANNELS, List.of()).getFirst();
    assertThat(refill.begin(one)).isTrue();
    assertThat(refill.begin(other)).isTrue();

    assertThat(refill.take(print(700, 1), other.gap(), NOON)).isTrue();
    assertThat(refill.take(print(700, 1), one.gap(), NOON)).isFalse();
    assertThat(refill.take(print(700, 2), one.gap(), NOON)).isTrue();
  }

  @Test
  void nothingIsFetchedWhereThereIsNoHole() {
    assertThat(Arrears.of(List.of(), CHANNELS, List.of())).isEmpty();
  }

  @Test
  void whatHadComeInAHoleOrBesideItIsKnown() {
    List<Trade> had = List.of(print(-65, 1), print(-5, 2), print(50, 3), print(105, 4));
    Recent came = Arrears.of(List.of(hole(0, 100)), CHANNELS, had).getFirst().had();

    assertThat(had).allMatch(came::took);
    assertThat(came.took(print(50, 5))).isFalse();
  }
}
