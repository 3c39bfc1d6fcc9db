package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Conditions;
import io.spyglass.model.Hole;
import io.spyglass.model.Instrument;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Trade;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefillTest {
  private static final long MINUTE = 60_000_000_000L;
  private static final OptionContract CONTRACT =
      (OptionContract) Instrument.parse("O:SPXW261120C06600000");
  private static final Set<String> CHANNELS = Set.of("T." + CONTRACT.ticker());

  private static Trade trade(long epochNanos) {
    long number = epochNanos / MINUTE;
    return new Trade(CONTRACT, epochNanos, 1, 1, number, 1, 1, 1, Conditions.NONE, 0);
  }

  @Test
  void whatAnEarlierRunsHoleBroughtOfThisRunDoesNotComeAgain() {
    Recent recent = new Recent(64);
    Refill refill = new Refill(recent);
    long begun = 600 * MINUTE;
    recent.forget(begun);
    Hole stop = new Hole(0, 0, 570 * MINUTE, begun + 10 * MINUTE, "a stop", false);
    Arrears arrears = Arrears.of(List.of(stop), CHANNELS, List.of()).getFirst();
    assertThat(refill.begin(arrears)).isTrue();
    Trade print = trade(begun + MINUTE);

    assertThat(refill.take(print, arrears.gap(), begun + 20 * MINUTE)).isTrue();
    assertThat(refill.end(arrears.gap())).containsExactly(stop);

    Gap connecting = new Gap(begun, begun + 12 * MINUTE, false, "it was connecting", CHANNELS);
    assertThat(refill.take(print, connecting, begun + 20 * MINUTE)).isFalse();
    assertThat(refill.take(trade(begun + 11 * MINUTE), connecting, begun + 20 * MINUTE)).isTrue();
  }
}
