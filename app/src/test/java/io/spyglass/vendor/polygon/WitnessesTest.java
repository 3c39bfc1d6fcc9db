package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import org.junit.jupiter.api.Test;

class WitnessesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Stock SPY = new Stock("SPY");

  private final Witnesses witnesses = new Witnesses();

  private static MarketEvent print(long epochNanos) {
    return new Trade(SPY, epochNanos, epochNanos, 1, 7, 660, 1, 1, Conditions.NONE, 0);
  }

  private static MarketEvent bar(long startNanos, double volume) {
    return new Bar(SPY, startNanos, 60, startNanos, 1, 1, 1, 1, volume, 1);
  }

  @Test
  void aBarThatComesBehindLaterPrintsIsKept() {
    MarketEvent print = print(62 * SECOND);
    MarketEvent bar = bar(0, 100);
    witnesses.keep(print, 62 * SECOND);
    witnesses.keep(bar, 62 * SECOND);

    assertThat(witnesses.last("T")).isSameAs(print);
    assertThat(witnesses.last("AM")).isSameAs(bar);
    assertThat(witnesses.last("A")).isNull();
  }

  @Test
  void aBarThatIsSentAgainReplacesTheFirst() {
    MarketEvent better = bar(0, 120);
    witnesses.keep(bar(0, 100), 60 * SECOND);
    witnesses.keep(better, 60 * SECOND);

    assertThat(witnesses.last("AM")).isSameAs(better);
  }

  @Test
  void whatIsAheadOfTheKnownTimeIsNotKeptAndWhatIsOlderNeither() {
    MarketEvent first = print(10);
    witnesses.keep(first, 10);
    witnesses.keep(print(SECOND), 10);
    witnesses.keep(print(9), 10);

    assertThat(witnesses.last("T")).isSameAs(first);
  }

  @Test
  void aTimeThatIsTakenBackLeavesNoWitness() {
    MarketEvent honest = print(20);
    witnesses.keep(print(SECOND), SECOND);
    witnesses.keep(honest, 30);

    assertThat(witnesses.last("T")).isSameAs(honest);
  }

  @Test
  void itTellsForHowLongTheLineIsUp() {
    assertThat(witnesses.upFor(50)).isZero();
    witnesses.up(100);
    assertThat(witnesses.upFor(150)).isEqualTo(50);
    witnesses.down();
    assertThat(witnesses.upFor(200)).isZero();
  }
}
