package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Conditions;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireTest {
  private static final long SECOND = 1_000_000_000L;
  private static final OptionContract CALL =
      OptionContract.of("SPXW", LiveMarket.DATE, Right.CALL, 6600);

  @TempDir Path folder;

  @Test
  void whatIsDatedIntoTheFutureIsCountedAndHidesNothing() {
    try (LiveMarket live = new LiveMarket(folder, "10:00", "any-key")) {
      List<MarketEvent> taken = new ArrayList<>();
      try (Wire wire = live.wire(taken::add)) {
        long now = live.clock.nowNanos();
        Trade before = print(now, 1);
        Trade after = print(now + 50 * SECOND, 3);
        wire.event(before);
        wire.event(print(now + 3600 * SECOND, 2));
        wire.event(after);

        assertThat(taken).containsExactly(before, after);
        assertThat(wire.state().counts().rejected()).isEqualTo(1);
      }
    }
  }

  private static Trade print(long epochNanos, long sequence) {
    return new Trade(CALL, epochNanos, epochNanos, -1, sequence, 10, 1, 302, Conditions.NONE, 0);
  }
}
