package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.config.StreamingSettings;
import io.spyglass.model.Hole;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Trade;
import io.spyglass.vendor.polygon.StreamStatus.State;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/// The stream against a vendor that misbehaves, over real sockets: what it hands on is what truly
/// happened, print for print, outside the holes that it tells of.
@Timeout(300)
class StreamFaultsTest {
  private static final String NONE = "{}";
  private static final String EVERYTHING =
      """
      {"duplicates": 0.05, "out_of_order": 0.05, "malformed": 0.01, "unknown_events": 0.05,
       "unknown_fields": true, "exponents": true, "fractional_sizes": true,
       "silent_acks": 0.01, "lost_acks": 0.02, "batched_acks": true, "auth_fails": 0.1,
       "old_auth_words": true, "drop_after_seconds": 2, "nightly_drops": true,
       "batch_millis": 5, "frame_bytes": 2000, "outbox_bytes": 4000000,
       "auth_timeout_millis": 5000, "half_open_seconds": 1, "late_bars": 0.1,
       "rest_throttled": 0.1, "rest_retry_after": 0.05, "rest_empty_throttled": 0.5,
       "rest_outages": 0.1, "rest_cut": 0.1, "rest_swapped_words": true,
       "rest_absent_lists": true, "rest_vendor_host": true, "rest_moved": true,
       "rest_delay_millis": 2, "history_lag_seconds": 30}
      """;

  /// What other tests turn, here and in `RestFaultsTest` of the simulator.
  private static final Set<String> APART =
      Set.of(
          "silent",
          "half_open",
          "no_sequences",
          "connections",
          "evict_newest",
          "option_quotes",
          "rest_refused_as_ok",
          "rest_cyclic_cursors",
          "missing_greeks",
          "empty_greeks",
          "missing_quotes",
          "missing_trades",
          "missing_underlying",
          "not_entitled_items");

  @Test
  void everyKnobIsTurned() throws Exception {
    try (Desk desk = new Desk("09:30", NONE)) {
      Set<String> turned = new TreeSet<>(APART);
      turned.addAll(JsonMapper.shared().readTree(EVERYTHING).propertyNames());

      assertThat(turned).containsExactlyElementsOf(new TreeSet<>(desk.knobs()));
    }
  }

  @Test
  void withEveryFaultOnNoPrintIsLostAndNoneComesTwice() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T", "Q")) {
      desk.suffers(EVERYTHING);
      desk.play(120).await(status -> status.losses() >= 4 && status.filled() >= 3);
      desk.suffers("{\"silent\":true}").await(status -> status.detail().contains("nothing came"));
      desk.suffers("{\"half_open\":true}");
      long losses = desk.stream.status().losses();
      desk.await(status -> status.losses() > losses);
      desk.suffers(NONE).await(status -> status.state() == State.STREAMING);
      evict(desk);
      rest(desk);

      assertThat(new TreeSet<>(desk.prints())).isEqualTo(desk.truth());
      assertThat(desk.prints()).doesNotHaveDuplicates();
      StreamStatus status = desk.stream.status();
      assertThat(status.duplicates()).isPositive();
      assertThat(status.fetched()).isPositive();
      assertThat(status.rejected()).isNotEmpty();
      assertThat(status.ignored()).isPositive();
    }
  }

  private static void evict(Desk desk) throws InterruptedException {
    try (Stream second = desk.another(Cluster.OPTIONS, "Q.O:SPY261120C00664000")) {
      desk.await(_ -> second.status().state() == State.STREAMING);
      desk.await(status -> status.detail().contains("Maximum number of websocket connections"));
    }
    desk.await(status -> status.state() == State.STREAMING);
  }

  /// Plays slowly until something comes and nothing is missing, then stands still and waits for all
  /// of it.
  private static void rest(Desk desk) throws InterruptedException {
    long from = desk.clock.nowNanos() + 2_000_000_000L;
    desk.play(1).await(status -> status.latestNanos() > from).whole().clock.pause(true);
    desk.awaitPrints(desk.truth());
  }

  @Test
  void aFaultOfTheSoftwareIsALossLikeAnyOther() throws Exception {
    AtomicInteger prints = new AtomicInteger();
    try (Desk desk = new Desk("09:30", NONE).streaming("T", "Q")) {
      desk.also =
          event -> {
            if (event instanceof Trade && prints.incrementAndGet() == 20) {
              throw new IllegalStateException("a fault");
            }
          };
      desk.play(30).await(status -> status.filled() == 1);
      rest(desk);

      assertThat(desk.prints()).doesNotHaveDuplicates();
      assertThat(desk.stream.status().losses()).isEqualTo(1);
    }
  }

  @Test
  void whatWasFetchedAndNotTakenIsNotToldFilled() throws Exception {
    AtomicBoolean isBroken = new AtomicBoolean();
    try (Desk desk = new Desk("09:30", NONE).streaming("T", "Q")) {
      desk.playTo("09:35");
      desk.awaitPrints(desk.truth());
      desk.also =
          event -> {
            boolean isOfTheHole = event instanceof Trade && event.epochNanos() < holeEnd(desk);
            if (isOfTheHole && isBroken.getAndSet(false)) {
              throw new IllegalStateException("a fault");
            }
          };
      isBroken.set(true);
      desk.dropBefore("09:45").playTo("09:50").await(status -> status.holes() == 1).whole();

      assertThat(isBroken).isFalse();
      assertThat(desk.holes()).extracting(Hole::filled).containsOnly(false);
      assertThat(desk.stream.status().losses()).isEqualTo(1);
    }
  }

  private static long holeEnd(Desk desk) {
    return desk.holes().stream().mapToLong(Hole::toNanos).max().orElse(0);
  }

  @Test
  void silenceInTradingHoursIsADeadLine() throws Exception {
    try (Desk desk = new Desk("10:00", NONE).streaming("T", "Q")) {
      desk.suffers("{\"silent\":true}").play(1);
      desk.await(status -> status.detail().contains("nothing came"));
      desk.suffers(NONE);
      desk.await(status -> status.state() == State.STREAMING && status.connections() > 1);
      long from = desk.clock.nowNanos();
      desk.await(status -> status.latestNanos() > from).whole().clock.pause(true);
      desk.awaitPrints(desk.truth("10:00", "16:00"));
    }
  }

  @Test
  void aPlaceThatIsTakenIsNotFoughtFor() throws Exception {
    try (Desk desk = new Desk("09:30", "{\"evict_newest\":true}").streaming("T");
        Stream second = desk.another(Cluster.OPTIONS, "Q.O:SPY261120C00664000")) {
      desk.await(_ -> second.status().losses() >= 2);

      assertThat(second.status().detail())
          .contains("Maximum number of websocket connections exceeded");
      assertThat(desk.stream.status().losses()).isZero();
    }
  }

  @Test
  void aLineThatIsOnlyHalfOpenIsFoundByItsPing() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T")) {
      desk.playTo("09:32");
      desk.awaitPrints(desk.truth("09:30", "09:32"));
      desk.clock.pause(true);
      desk.suffers("{\"half_open\":true}");
      desk.await(status -> status.detail().contains("a ping was not answered"));
      desk.suffers(NONE).await(status -> status.state() == State.STREAMING).playTo("09:36").whole();
      desk.awaitPrints(desk.truth());

      assertThat(desk.prints()).doesNotHaveDuplicates();
    }
  }

  @Test
  void aPauseWhileTheMarketTradesIsLookedIntoAtOnce() throws Exception {
    StreamingSettings patience =
        new StreamingSettings(
            Desk.QUICK.answer(),
            Duration.ofDays(1),
            Desk.QUICK.pong(),
            Duration.ofDays(1),
            Desk.QUICK.firstWait(),
            Desk.QUICK.longestWait(),
            Desk.QUICK.stable(),
            Desk.QUICK.coolDown(),
            Desk.QUICK.settle());
    try (Desk desk = new Desk("10:00", NONE);
        Stream patient = desk.stream(Cluster.OPTIONS, Desk.KEY, patience)) {
      patient.want(Desk.channels("T", "Q"));
      patient.start();
      desk.await(_ -> patient.status().state() == State.STREAMING);
      desk.suffers("{\"half_open\":true}").play(1);
      desk.await(_ -> patient.status().detail().contains("a ping was not answered"));
    }
  }

  @Test
  void aHoleIsFilledOnceTheHistoryHasCaughtUp() throws Exception {
    Queue<Set<String>> missed = new ConcurrentLinkedQueue<>();
    try (Desk desk = new Desk("09:30", NONE).streaming("T", "Q")) {
      desk.playTo("09:40");
      desk.awaitPrints(desk.truth("09:30", "09:40"));
      desk.also =
          event -> {
            if (event instanceof Hole hole && hole.filled()) {
              missed.add(desk.missed(hole));
            }
          };
      desk.suffers("{\"history_lag_seconds\":60}").dropBefore("09:45").play(60);
      desk.await(status -> status.filled() == 1);
      rest(desk);

      assertThat(missed).containsExactly(Set.of());
      assertThat(desk.prints()).doesNotHaveDuplicates();
      assertThat(desk.stream.status().fetched()).isGreaterThan(100);
    }
  }

  @Test
  void aHistoryThatStandsStillFillsNothing() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T", "Q", "AM")) {
      desk.playTo("09:40");
      desk.awaitPrints(desk.truth("09:30", "09:40"));
      desk.suffers("{\"history_lag_seconds\":86400}").dropBefore("09:45").playTo("10:00");
      desk.clock.pause(true);
      desk.await(status -> status.holes() >= 1 && status.fetching() == 0);

      assertThat(desk.stream.status().holes()).isEqualTo(1);
      assertThat(desk.stream.status().filled()).isZero();
    }
  }

  @Test
  void whatComesOfAChannelAcknowledgesIt() throws Exception {
    try (Desk desk = new Desk("09:30", "{\"lost_acks\":1}")) {
      desk.stream.want(Desk.channels("T"));
      desk.stream.start();
      desk.await(_ -> desk.count("lost_acks") == Desk.channels("T").size());
      desk.playTo("09:45");
      desk.awaitPrints(desk.truth("09:35", "09:45"));
      desk.await(status -> status.state() == State.STREAMING);

      assertThat(desk.prints()).doesNotHaveDuplicates();
    }
  }

  @Test
  void printsWithoutNumbersAreFetchedOnce() throws Exception {
    try (Desk desk = new Desk("09:30", "{\"no_sequences\":0.5}").streaming("T")) {
      desk.playTo("09:35");
      desk.await(status -> status.events() >= 200);
      desk.dropBefore("09:38").playTo("09:40").await(status -> status.filled() == 1).whole();
      List<String> truth =
          desk.truth().stream().map(StreamFaultsTest::unnumbered).sorted().toList();
      desk.await(_ -> desk.prints().size() >= truth.size());

      assertThat(desk.of(Trade.class)).anyMatch(trade -> trade.sequence() == MarketEvent.ABSENT);
      assertThat(desk.prints().stream().map(StreamFaultsTest::unnumbered).sorted().toList())
          .isEqualTo(truth);
    }
  }

  /// A print without its second word, the number.
  private static String unnumbered(String print) {
    return print.replaceFirst(" -?\\d+ ", " ");
  }

  @Test
  void aClockThatJumpsLosesNothing() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T", "Q")) {
      desk.play(60);
      for (long hours : new long[] {-3, 5, 0}) {
        desk.clockErrorNanos = hours * 3_600_000_000_000L;
        long filled = desk.stream.status().filled();
        desk.simulator.drop();
        desk.await(status -> status.filled() > filled);
      }
      rest(desk);

      assertThat(desk.prints()).doesNotHaveDuplicates();
      assertThat(desk.holes())
          .allSatisfy(
              hole -> assertThat(hole.toNanos() - hole.fromNanos()).isLessThan(600_000_000_000L));
    }
  }

  @Test
  void aPlanThatIsAQuarterOfAnHourLateLosesNothingEither() throws Exception {
    try (Desk desk = new Desk("10:00", NONE, "developer").streaming("T")) {
      desk.playTo("10:10");
      desk.dropBefore("10:20").playTo("10:30").await(status -> status.filled() >= 1);
      desk.awaitPrints(desk.truth("09:46", "10:15"));

      assertThat(desk.prints()).doesNotHaveDuplicates();
      Set<String> untrue = new TreeSet<>(desk.prints());
      untrue.removeAll(desk.truth());
      assertThat(untrue).isEmpty();
    }
  }

  @Test
  void whatTheVendorRefusesStaysAHoleUntilItIsGiven() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T", "Q")) {
      desk.playTo("09:35");
      desk.awaitPrints(desk.truth());
      desk.suffers("{\"rest_refused_as_ok\":1}");
      desk.dropBefore("09:40").playTo("09:45").await(status -> status.holes() == 1);
      long refused = desk.count("rest_refused_as_ok");
      desk.await(_ -> desk.count("rest_refused_as_ok") > refused + 3);
      Hole hole = desk.holes().getLast();
      Set<String> outside = new TreeSet<>(desk.truth("09:30", "09:45"));
      outside.removeAll(desk.truth(hole.fromNanos() - 1_000_000, hole.toNanos() + 1_000_000));
      desk.awaitPrints(outside);

      assertThat(desk.holes()).extracting(Hole::filled).containsOnly(false);
      assertThat(desk.stream.status().filled()).isZero();
      assertThat(desk.truth(hole.fromNanos(), hole.toNanos())).hasSizeGreaterThan(100);
      desk.suffers(NONE).await(status -> status.filled() == 1);
      assertThat(new TreeSet<>(desk.prints())).isEqualTo(desk.truth());
      assertThat(desk.prints()).doesNotHaveDuplicates();
    }
  }
}
