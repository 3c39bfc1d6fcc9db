package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.model.Trade;
import io.spyglass.vendor.polygon.StreamStatus.State;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The stream from one trading day to the next, over real sockets.
@Timeout(300)
class StreamDaysTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Test
  void theNextDaysPrintsAreNotThoseOfTheDayBefore() throws Exception {
    try (Desk desk = new Desk("09:30", "{}");
        Stream stocks = desk.another(Cluster.STOCKS, "T.SPY")) {
      desk.await(_ -> stocks.status().state() == State.STREAMING);
      desk.playTo("12:00");
      desk.simulator.drop();
      desk.playTo(MONDAY, "09:40");
      desk.await(_ -> stocks.status().state() == State.STREAMING);
      desk.playTo(MONDAY, "09:45");
      Set<String> truth = desk.truth("SPY", "2026-11-20T09:30", "2026-11-23T09:45");
      desk.awaitPrints(truth);

      List<Trade> prints = desk.of(Trade.class);
      assertThat(desk.prints()).doesNotHaveDuplicates();
      assertThat(new HashSet<>(desk.prints())).isEqualTo(truth);
      assertThat(prints.stream().map(Trade::sequence).distinct().count())
          .as("numbers that both days have")
          .isLessThan(prints.size());
    }
  }
}
