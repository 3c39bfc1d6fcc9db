package io.spyglass.vendor.polygon;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.calendar.NewYork;
import io.spyglass.model.Bar;
import io.spyglass.model.Hole;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Right;
import io.spyglass.model.Trade;
import io.spyglass.vendor.polygon.StreamStatus.State;
import io.spyglass.vendor.polygon.simulator.Faults;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
      desk.dropBefore("09:45").playTo("09:50").await(status -> status.filled() >= 1).whole();
      desk.awaitPrints(desk.truth("09:30", "09:50"));

      assertThat(desk.prints()).doesNotHaveDuplicates();
      Hole first = desk.holes().getFirst();
      List<Hole> holes =
          desk.holes().stream().filter(each -> each.fromNanos() == first.fromNanos()).toList();
      assertThat(holes).extracting(Hole::filled).containsExactly(false, false, true);
      Hole hole = holes.get(1);
      assertThat(first.toNanos()).isEqualTo(first.fromNanos()).isEqualTo(hole.fromNanos());
      assertThat(desk.truth(hole.fromNanos(), hole.toNanos())).hasSizeGreaterThan(100);
      assertThat(hole.reason()).isNotEmpty().isEqualTo(first.reason());
      assertThat(desk.stream.status().losses()).isPositive();
      assertThat(desk.stream.status().fetched()).isGreaterThan(100);
    }
  }

  @Test
  void whatWasMissedUpToAStartBehindTheLastPrintIsFetched() throws Exception {
    try (Desk desk = new Desk("16:05", NONE)) {
      desk.stream.want(Desk.channels("T"), at("15:58"), "it was connecting");
      desk.stream.start();
      desk.await(status -> status.filled() == 1);

      assertThat(desk.prints()).doesNotHaveDuplicates();
      assertThat(desk.truth("15:58", "16:05")).isNotEmpty().isSubsetOf(desk.prints());
      assertThat(desk.holes().getLast().filled()).isTrue();
      assertThat(desk.holes().getLast().toNanos()).isBetween(at("16:05"), at("16:06"));
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
  void aKeyThatIsRefusedIsTriedAgainOnlyNowAndThen() throws Exception {
    try (Desk desk = new Desk("09:30", NONE, "invalid")) {
      desk.stream.want(Desk.channels("T"));
      desk.stream.start();
      desk.await(status -> status.losses() >= 2);
      StreamStatus status = desk.stream.status();

      assertThat(status.state()).isIn(State.REFUSED, State.CONNECTING);
      assertThat(status.detail()).contains("refuses the key");
    }
  }

  @Test
  void anOutageFromTheBeginningIsToldAtOnceAndFilledOnceItIsOver() throws Exception {
    try (Desk desk = new Desk("09:30", "{\"auth_fails\":1}")) {
      desk.stream.want(Desk.channels("T"));
      desk.stream.start();
      desk.await(status -> status.losses() >= 1 && !desk.holes().isEmpty());
      Hole open = desk.holes().getFirst();
      desk.playTo("09:35");
      desk.suffers(NONE).await(status -> status.filled() >= 1).whole();

      assertThat(open.toNanos()).isEqualTo(open.fromNanos()).isLessThanOrEqualTo(at("09:30"));
      assertThat(desk.holes())
          .as("what was told by the clock is taken back")
          .filteredOn(each -> each.toNanos() == open.fromNanos())
          .extracting(Hole::filled)
          .containsExactly(false, true);
      assertThat(desk.prints()).doesNotHaveDuplicates();
      assertThat(desk.truth("09:30", "09:35")).isSubsetOf(desk.prints());
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
  void tooManyConnectionsAreLeftAloneForAWhile() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T", "Q").playTo("09:31")) {
      long before = desk.stream.status().connections();
      try (Stream second = desk.another(Cluster.OPTIONS, "Q.O:SPY261120C00664000")) {
        desk.await(_ -> second.status().state() == State.STREAMING);
        desk.await(status -> status.detail().contains("Maximum number of websocket connections"));
        assertThat(second.status().losses()).isZero();
      }
      desk.await(status -> status.state() == State.STREAMING && status.holes() == 1);

      assertThat(desk.stream.status().connections()).isEqualTo(before + 1);
    }
  }

  @Test
  void whatIsNoLongerWantedStopsComing() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("T")) {
      String one = Desk.contracts().getFirst().ticker();
      desk.playTo("09:40");
      desk.stream.want(Set.of("T." + one));
      desk.simulator.drop(); // Nothing of what was wanted is in the air any more.
      desk.await(status -> status.losses() == 1).whole();
      int before = desk.prints().size();
      desk.playTo("10:00");
      Set<String> truth = new TreeSet<>(desk.truth("09:45", "10:00"));
      truth.removeIf(print -> !print.startsWith(one + " "));
      desk.awaitPrints(truth);

      assertThat(truth).isNotEmpty();
      assertThat(desk.prints().subList(before, desk.prints().size()))
          .allMatch(print -> print.startsWith(one + " "));
    }
  }

  @Test
  void whatIsWantedMidwayComesFromThenOn() throws Exception {
    try (Desk desk = new Desk("09:30", NONE)) {
      String one = Desk.contracts().getFirst().ticker();
      desk.stream.want(Set.of("T." + one));
      desk.stream.start();
      desk.await(status -> status.state() == State.STREAMING).playTo("09:40");
      desk.stream.want(Desk.channels("T"));
      desk.await(status ->
              status.channels() == Desk.channels("T").size() && status.silentChannels().isEmpty())
          .playTo("09:50");
      desk.awaitPrints(desk.truth("09:41", "09:50"));

      assertThat(desk.holes()).isEmpty();
    }
  }

  @Test
  void whatComesIntoViewMidwayIsFetchedFromTheBeginning() throws Exception {
    try (Desk desk = new Desk("09:30", NONE)) {
      desk.stream.want(Set.of("T." + Desk.contracts().getFirst().ticker()));
      desk.stream.start();
      desk.await(status -> status.state() == State.STREAMING).playTo("09:40");
      desk.stream.want(Desk.channels("T", "Q"), at("09:30"), "more came into view");
      desk.await(status -> status.channels() == Desk.channels("T", "Q").size()).playTo("09:50");
      desk.clock.pause(true);
      desk.await(status -> status.filled() == 1).whole();
      desk.awaitPrints(desk.truth("09:30", "09:50"));

      assertThat(desk.prints()).doesNotHaveDuplicates();
      assertThat(desk.holes()).extracting(Hole::filled).containsExactly(false, false, true);
      assertThat(desk.holes()).extracting(Hole::reason).containsOnly("more came into view");
      assertThat(desk.holes()).extracting(Hole::fromNanos).containsOnly(at("09:30"));
      assertThat(desk.holes().getFirst().toNanos()).isEqualTo(at("09:30"));
      assertThat(desk.holes().get(1).toNanos()).isGreaterThanOrEqualTo(at("09:40"));
    }
  }

  private static long at(String time) {
    return NewYork.epochNanos(Desk.DATE, LocalTime.parse(time));
  }

  @Test
  void whatAnEarlierRunMissedIsFetchedAndNothingComesTwice() throws Exception {
    try (Desk desk = new Desk("09:30", NONE)) {
      List<OptionContract> some = Desk.contracts().subList(0, 12);
      desk.stream.want(some.stream().map(each -> "T." + each.ticker()).collect(toSet()));
      desk.stream.start();
      desk.await(status -> status.state() == State.STREAMING).playTo("09:40");
      desk.await(status -> status.latestNanos() > at("09:39")).whole().stream.close();
      desk.playTo("09:45");
      try (Stream second = desk.stream(Cluster.OPTIONS, Desk.KEY, Desk.QUICK)) {
        List<Trade> had = desk.of(Trade.class);
        second.fetch(
            List.of(hole("09:30", "09:40", "some did not come"), hole("09:38", "09:45", "a stop")),
            Desk.channels("T"),
            had);
        second.want(Desk.channels("T"), at("09:45"), "it was connecting");
        second.start();
        desk.await(_ -> second.status().state() == State.STREAMING).playTo("09:50");
        desk.clock.pause(true);
        desk.await(_ -> second.status().filled() == 3);
        desk.awaitPrints(desk.truth());

        assertThat(desk.prints()).doesNotHaveDuplicates();
        assertThat(desk.holes().stream().filter(Hole::filled).map(Hole::reason))
            .containsExactlyInAnyOrder("some did not come", "a stop", "it was connecting");
        assertThat(second.status().holes()).as("%s", desk.holes()).isEqualTo(3);
      }
    }
  }

  private static Hole hole(String from, String to, String reason) {
    return new Hole(at(to), at(to), at(from), at(to), reason, false);
  }

  @Test
  void itSaysHowItIsDoing() throws Exception {
    try (Desk desk = new Desk("10:00", NONE, "developer").streaming("T")) {
      desk.playTo("10:10").await(status -> status.delayNanos() > 0);

      assertThat(desk.stream.status().channels()).isEqualTo(Desk.channels("T").size());
      assertThat(desk.stream.status().attempts()).isZero();
      assertThat(Duration.ofNanos(desk.stream.status().delayNanos()))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(15));
      assertThat(desk.stream.status().lineAgeNanos()).isNotNegative();
      desk.stream.close();
      assertThat(desk.stream.status().lineAgeNanos()).isEqualTo(-1);
    }
  }

  @Test
  void barsComeAndThoseInAHoleAreFetched() throws Exception {
    try (Desk desk = new Desk("09:30", NONE).streaming("AM", "A")) {
      desk.playTo("09:40");
      desk.await(_ -> desk.of(Bar.class).size() > 200);
      desk.dropBefore("09:50").playTo("10:00").await(status -> status.filled() >= 1).whole();
      long from = NewYork.epochNanos(Desk.DATE, LocalTime.of(9, 31));
      long to = NewYork.epochNanos(Desk.DATE, LocalTime.of(9, 58, 59));
      Set<String> minutes = desk.bars(BarLength.MINUTE, from, to);
      Set<String> seconds = desk.bars(BarLength.SECOND, from, to);

      assertThat(minutes).hasSizeGreaterThan(300);
      assertThat(seconds).hasSizeGreaterThan(minutes.size());
      minutes.removeAll(bars(desk, 60));
      seconds.removeAll(bars(desk, 1));
      assertThat(minutes).isEmpty();
      assertThat(seconds).isEmpty();
      assertThat(desk.of(Bar.class)).doesNotHaveDuplicates();
      assertThat(bars(desk, 60)).hasSameSizeAs(bars(desk.of(Bar.class), 60));
    }
  }

  private static List<String> bars(List<Bar> bars, int seconds) {
    return bars.stream()
        .filter(each -> each.seconds() == seconds)
        .map(each -> each.instrument().ticker() + " " + each.startNanos() / 1_000_000)
        .toList();
  }

  private static Set<String> bars(Desk desk, int seconds) {
    return new TreeSet<>(bars(desk.of(Bar.class), seconds));
  }

  @Test
  void theLimitOfQuotesIsKeptWhileTheWindowMoves() throws Exception {
    try (Desk desk = new Desk("09:30", "{\"option_quotes\":6}")) {
      QuoteWindow window = new QuoteWindow(6);
      window.offer(Desk.contracts());
      boolean _ = window.follow(6620);
      desk.stream.want(quotes(window));
      desk.stream.start();
      desk.await(status -> status.state() == State.STREAMING);
      for (double spot = 6625; spot <= 6660; spot += 5) {
        assertThat(window.follow(spot)).isTrue();
        desk.stream.want(quotes(window));
      }
      desk.playTo("09:35");
      desk.await(_ -> quoted(desk).containsAll(tickers(window)));

      assertThat(desk.stream.status().refusals()).isZero();
      assertThat(desk.stream.status().silentChannels()).isEmpty();
      assertThat(desk.holes()).isEmpty();
    }
  }

  private static Set<String> tickers(QuoteWindow window) {
    return window.inside().stream().map(OptionContract::ticker).collect(toSet());
  }

  private static Set<String> quotes(QuoteWindow window) {
    return tickers(window).stream().map(each -> "Q." + each).collect(toSet());
  }

  private static Set<String> quoted(Desk desk) {
    return desk.of(Quote.class).stream().map(each -> each.instrument().ticker()).collect(toSet());
  }

  @Test
  void moreQuotesThanTheVendorAllowsAndWhatIsNoChannelAreRefused() {
    try (Desk desk = new Desk("09:30", NONE)) {
      Set<String> many = new TreeSet<>();
      for (int strike = 1000; strike <= 2000; strike++) {
        many.add("Q." + OptionContract.of("SPXW", Desk.DATE, Right.CALL, strike).ticker());
      }

      assertThatThrownBy(() -> desk.stream.want(many)).hasMessageContaining("1001 options' quotes");
      assertThatThrownBy(() -> desk.stream.want(Set.of("T.SPY\",\"x")))
          .hasMessageContaining("no channel");
      assertThatThrownBy(() -> desk.stream.want(Set.of("T.O:SPXW"))).isNotNull();
    }
  }

  @Test
  void aVendorThatSaysNoToAChannelIsHeard() throws Exception {
    try (Desk desk = new Desk("09:30", "{\"option_quotes\":3}")) {
      desk.stream.want(Desk.channels("Q"));
      desk.stream.start();
      desk.await(status -> status.state() == State.STREAMING);
      StreamStatus status = desk.stream.status();

      assertThat(status.refusals()).isGreaterThanOrEqualTo(Desk.channels("Q").size() - 3);
      assertThat(status.refusal()).contains("maximum number of quote subscriptions");
      assertThat(status.silentChannels()).hasSize(Desk.channels("Q").size() - 3);
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

  @Test
  void whoeverTakesNothingAnyMoreIsLeftBehind() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(1);
    try (Desk desk = new Desk("09:30", NONE).streaming("T")) {
      desk.also =
          _ -> {
            blocked.countDown();
            try {
              never.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          };
      desk.playTo("09:32");
      assertThat(blocked.await(60, TimeUnit.SECONDS)).isTrue();
      desk.stream.close();
      desk.await(status -> status.state() == State.STOPPED);
    }
  }
}
