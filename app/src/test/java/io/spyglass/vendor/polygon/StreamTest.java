package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.config.StreamingSettings;
import io.spyglass.model.Hole;
import io.spyglass.model.Quote;
import io.spyglass.vendor.polygon.StreamStatus.State;
import io.spyglass.vendor.polygon.simulator.Faults;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The stream against the vendor's simulator, over real sockets.
@Timeout(300)
class StreamTest {
  private static final String NONE = "{}";

  @Test
  void whatComesIsTheTapePrintForPrint() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T", "Q")) {
      desk.playTo("09:50");
      Set<String> truth = desk.truth();
      desk.awaitPrints(truth);

      assertThat(truth).hasSizeGreaterThan(1000);
      assertThat(new TreeSet<>(desk.prints())).isEqualTo(truth);
      assertThat(desk.prints()).doesNotHaveDuplicates();
      assertThat(desk.of(Quote.class)).hasSizeGreaterThan(5000);
      assertThat(desk.holes()).isEmpty();
      assertThat(desk.stream.status().rejected()).isEmpty();
    }
  }

  @Test
  void whatIsMissedWhileTheLineIsDeadIsToldOfAndFetched() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T")) {
      desk.playTo("09:35");
      desk.awaitPrints(desk.truth("09:30", "09:35"));
      desk.simulator.drop();
      desk.playTo("09:45");
      desk.await(status -> status.filled() >= 1 && status.state() == State.STREAMING);
      desk.playTo("09:50");
      desk.awaitPrints(desk.truth("09:30", "09:50"));

      assertThat(desk.prints()).doesNotHaveDuplicates();
      assertThat(desk.holes()).extracting(Hole::filled).contains(false, true);
      Hole hole = desk.holes().getFirst();
      assertThat(hole.toNanos()).isGreaterThanOrEqualTo(hole.fromNanos());
      assertThat(hole.reason()).isNotEmpty();
      assertThat(desk.stream.status().losses()).isPositive();
    }
  }

  @Test
  void aHoleWhoseHistoryIsOutOfReachStaysOne() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T")) {
      desk.playTo("09:32");
      desk.awaitPrints(desk.truth("09:30", "09:32"));
      desk.simulator.faults(Faults.NONE.with("{\"rest_outages\":1}"));
      desk.simulator.drop();
      desk.await(status -> status.holes() == 1 && status.state() == State.STREAMING);
      desk.playTo("09:34");
      desk.awaitPrints(desk.truth("09:33", "09:34"));

      assertThat(desk.holes()).extracting(Hole::filled).containsOnly(false);
      assertThat(desk.stream.status().filled()).isZero();
    }
  }

  @Test
  void withEveryFaultOnNoPrintIsLostAndNoneComesTwice() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T", "Q")) {
      desk.simulator.faults(
          Faults.NONE.with(
              """
              {"duplicates":0.05,"out_of_order":0.05,"malformed":0.01,"unknown_events":0.05,\
              "unknown_fields":true,"exponents":true,"fractional_sizes":true,"silent_acks":0.01,\
              "drop_after_seconds":2,"batch_millis":5,\
              "rest_throttled":0.1,"rest_outages":0.1,"rest_vendor_host":true}\
              """));
      desk.play(120);
      desk.await(status -> status.losses() >= 4 && status.filled() >= 3);
      desk.simulator.faults(Faults.NONE);
      desk.await(status -> status.state() == State.STREAMING);
      desk.rest();
      long losses = desk.stream.status().losses();
      desk.simulator.drop();
      desk.await(status -> status.losses() > losses && isWhole(status));
      Set<String> truth = desk.truth();
      desk.awaitPrints(truth);

      assertThat(new TreeSet<>(desk.prints())).isEqualTo(truth);
      assertThat(desk.prints()).doesNotHaveDuplicates();
      assertThat(desk.stream.status().duplicates()).isPositive();
      assertThat(desk.stream.status().rejected()).isNotEmpty();
      assertThat(desk.stream.status().ignored()).isPositive();
    }
  }

  private static boolean isWhole(StreamStatus status) {
    return status.state() == State.STREAMING && status.fetching() == 0;
  }

  @Test
  void aKeyThatIsRefusedIsTriedAgainOnlyNowAndThen() throws Exception {
    try (Desk desk = new Desk("09:30", NONE, "invalid")) {
      desk.stream.want(Desk.channels("T"));
      desk.stream.start();
      desk.await(status -> status.losses() >= 2);
      StreamStatus status = desk.stream.status();

      assertThat(status.state()).isIn(State.REFUSED, State.CONNECTING);
      assertThat(status.detail()).contains("refuses the key").doesNotContain("invalid");
    }
  }

  @Test
  void aChannelThatIsNotAcknowledgedIsAskedForNowAndThen() throws Exception {
    try (Desk desk = new Desk("09:30", "{\"silent_acks\":0.5}").streaming("T")) {
      assertThat(desk.stream.status().silentChannels())
          .hasSizeBetween(1, Desk.channels("T").size() - 1);
      desk.playTo("09:35");
      desk.simulator.faults(Faults.NONE);
      desk.await(status -> status.silentChannels().isEmpty() && status.filled() > 0);
      desk.awaitPrints(desk.truth("09:30", "09:35"));

      assertThat(desk.prints()).doesNotHaveDuplicates();
      assertThat(desk.holes().getFirst().reason()).contains("did not acknowledge");
    }
  }

  @Test
  void silenceInTradingHoursIsADeadLine() throws Exception {
    try (Desk desk = new Desk("10:00", NONE).streaming("T", "Q")) {
      desk.simulator.faults(Faults.NONE.with("{\"silent\":true}"));
      desk.play(1);
      desk.await(status -> status.detail().contains("nothing came"));
      desk.simulator.faults(Faults.NONE);
      desk.await(status -> status.state() == State.STREAMING && status.connections() > 1);
    }
  }

  @Test
  void tooManyConnectionsAreLeftAloneForAWhile() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T");
        Stream second = desk.stream(Cluster.OPTIONS, Desk.KEY, StreamingSettings.standard())) {
      desk.simulator.faults(Faults.NONE.with("{\"connections\":1}"));
      second.start();
      desk.await(status -> status.detail().contains("Maximum number of websocket connections"));
    }
  }

  @Test
  void whatIsWantedChangesWhileItRuns() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T")) {
      desk.stream.want(Set.of("T." + Desk.contracts().getFirst().ticker()));
      desk.playTo("10:00");
      String one = Desk.contracts().getFirst().ticker();
      Set<String> truth = new TreeSet<>(desk.truth("09:45", "10:00"));
      truth.removeIf(print -> !print.startsWith(one + " "));
      desk.awaitPrints(truth);

      assertThat(truth).isNotEmpty();
    }
  }

  @Test
  void whoTakesItsEventsMayCloseIt() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T")) {
      desk.also = _ -> desk.stream.close();
      desk.playTo("09:32");
      desk.await(status -> status.state() == State.STOPPED);
    }
  }
}
