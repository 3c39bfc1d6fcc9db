package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.flow.SpotSource;
import io.spyglass.journal.Sequencer;
import io.spyglass.model.Bar;
import io.spyglass.model.Hole;
import io.spyglass.model.IndexValue;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.model.VendorGreeks;
import io.spyglass.session.FeedState;
import io.spyglass.session.FeedState.State;
import io.spyglass.simulator.SimulatedMarket;
import io.spyglass.vendor.polygon.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes of a live day by the vendor's plans and faults: the simulator, real sockets, a real
/// journal.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TapTest {
  private static final long MINUTES = Duration.ofMinutes(3).toNanos();

  @TempDir Path folder;

  @Test
  void everyPrintOfWhatWasInViewIsCapturedSinceTheOpening() throws Exception {
    try (LiveMarket live = new LiveMarket(folder, "10:00", "any-key");
        LiveMarket.Run run = live.new Run(live.plan())) {
      live.play(1);
      run.await(() -> !run.seen.isEmpty());
      int first = run.seen.size();
      live.play(120);
      run.await(() -> run.seen.size() > first + 2);

      assertThat(run.rest()).hasSizeGreaterThan(500);
      assertThat(run.prints()).doesNotHaveDuplicates();
      assertThat(run.untrue()).isEmpty();
      assertThat(run.recorded())
          .hasAtLeastOneElementOfType(Quote.class)
          .hasAtLeastOneElementOfType(VendorGreeks.class)
          .hasAtLeastOneElementOfType(IndexValue.class);
      assertThat(run.source).isEqualTo(SpotSource.PUBLISHED);
      assertThat(run.tap.feeds())
          .extracting(FeedState::name)
          .containsExactly("options", "indices", "chain-SPX");
      run.await(() -> run.feed("options").channels() == 2 * run.seen.size());
    }
  }

  @Test
  void anotherRunGoesOnAndFetchesWhatTheJournalLacks() throws Exception {
    try (LiveMarket live = new LiveMarket(folder, "10:00", "any-key")) {
      Plan plan = live.plan();
      try (LiveMarket.Run run = live.new Run(plan)) {
        live.play(60);
        run.await(() -> run.feed("options").counts().events() > 200);
      }
      long stopped = live.clock.nowNanos();
      assertThat(live.play(60).clock.await(stopped + MINUTES, 60, TimeUnit.SECONDS)).isTrue();
      live.play(600);
      try (LiveMarket.Run run = live.new Run(plan)) {
        run.await(() -> run.feed("options").counts().events() > 200);

        assertThat(run.rest()).hasSizeGreaterThan(500);
        assertThat(run.prints()).doesNotHaveDuplicates();
        assertThat(run.untrue()).isEmpty();
        long restart = run.last(Sequencer.RESTART).toNanos();
        assertThat(run.last(Coverage.CONNECTING).fromNanos()).isLessThanOrEqualTo(restart);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-20, 20})
  void aClockThatIsWrongBySecondsLosesAndDoublesNothingAtARestart(long aheadSeconds)
      throws Exception {
    try (LiveMarket live = new LiveMarket(folder, "10:00", "any-key")) {
      live.aheadNanos = Duration.ofSeconds(aheadSeconds).toNanos();
      Plan plan = live.plan();
      try (LiveMarket.Run run = live.new Run(plan)) {
        live.play(30);
        run.await(() -> run.feed("options").counts().events() > 400);
        var _ = run.rest();
      }
      try (LiveMarket.Run run = live.new Run(plan)) {
        long until = live.clock.nowNanos() + Duration.ofSeconds(30).toNanos();
        run.await(() -> live.clock.nowNanos() > until);
        var _ = run.rest();

        assertThat(run.prints()).doesNotHaveDuplicates().isSubsetOf(run.truth());
        assertThat(run.recorded())
            .anyMatch(each -> each instanceof Hole hole && hole.reason().equals(Sequencer.RESTART));
      }
    }
  }

  @Test
  void aPlanThatIsLateHasNoQuotesAndAllOfTheRestAQuarterOfAnHourLater() throws Exception {
    try (LiveMarket live = new LiveMarket(folder, "10:30", "developer");
        LiveMarket.Run run = live.new Run(live.plan())) {
      live.play(30);
      run.await(() -> run.feed("options").counts().events() > 50);

      assertThat(run.rest()).hasSizeGreaterThan(500);
      assertThat(run.prints()).doesNotHaveDuplicates();
      assertThat(run.untrue()).isEmpty();
      assertThat(run.recorded()).doesNotHaveAnyElementsOfTypes(Quote.class);
      assertThat(run.recorded().stream().mapToLong(MarketEvent::epochNanos))
          .allMatch(at -> at <= live.market.session().epochNanos());
      assertThat(run.feed("options").channels()).isEqualTo(run.seen.size());
      assertThat(Duration.ofNanos(run.feed("options").lagNanos()))
          .isLessThan(Duration.ofMinutes(5));
    }
  }

  @Test
  void aPlanWithoutPrintsHasBars() throws Exception {
    try (LiveMarket live = new LiveMarket(folder, "10:30", "starter");
        LiveMarket.Run run = live.new Run(live.plan())) {
      live.play(30);
      run.await(() -> run.feed("options").counts().events() > 50);
      run.await(() -> run.unfilled().isEmpty());

      assertThat(run.recorded())
          .hasAtLeastOneElementOfType(Bar.class)
          .doesNotHaveAnyElementsOfTypes(Quote.class, Trade.class);
    }
  }

  @Test
  void aPlanWithoutSocketsIsAskedForNothing() throws Exception {
    try (LiveMarket live = new LiveMarket(folder, "10:30", "basic")) {
      Plan plan = live.plan();
      try (LiveMarket.Run run = live.new Run(plan)) {
        assertThat(run.tap.feeds()).extracting(FeedState::state).containsOnly(State.OFF);
        assertThat(run.feed("options").detail()).isEqualTo(plan.words());
      }
    }
  }

  @Test
  void aKeyThatIsRefusedIsToldOf() throws Exception {
    try (LiveMarket live = new LiveMarket(folder, "10:30", "invalid");
        LiveMarket.Run run =
            live.new Run(new Plan(true, true, true, true, Duration.ZERO, List.of()))) {
      run.awaitState("options", State.REFUSED)
          .awaitState("chain-SPX", State.REFUSED)
          .awaitState("indices", State.OFF);

      assertThat(run.feed("options").detail()).contains("refuses the key");
    }
  }

  @Test
  void withoutAnIndexPlanTheChainSaysWhereTheMarketStands() throws Exception {
    try (LiveMarket live = new LiveMarket(folder, "10:30", "any-key");
        LiveMarket.Run run =
            live.new Run(new Plan(true, true, true, false, Duration.ZERO, List.of()))) {
      live.play(10);
      run.await(() -> run.source == SpotSource.CHAIN && run.feed("options").channels() > 0);
      assertThat(run.feed("indices").state()).isEqualTo(State.OFF);
      assertThat(run.feed("indices").detail()).contains("chain values serve");
      double before = run.spot;
      live.suffers("{\"missing_underlying\":1}").play(60);
      run.await(() -> run.source == SpotSource.PARITY);

      assertThat(run.spot).isBetween(before * 0.98, before * 1.02);
    }
  }

  @Test
  void withNeitherIndexPlanNorValueFromTheStartTheChainsPairsSay() throws Exception {
    try (LiveMarket live = new LiveMarket(folder, "10:30", "any-key")) {
      live.suffers("{\"missing_underlying\":1}");
      try (LiveMarket.Run run =
          live.new Run(new Plan(true, true, true, false, Duration.ZERO, List.of()))) {
        live.play(30);
        run.await(() -> run.source == SpotSource.PARITY && run.feed("options").channels() > 0);

        double truth =
            SimulatedMarket.of(1, TradingCalendar.standard())
                .day(LiveMarket.DATE)
                .previousClose(LiveMarket.SPX);
        assertThat(run.spot).isBetween(truth * 0.95, truth * 1.05);
        run.await(() -> run.feed("options").counts().events() > 50);
      }
    }
  }

  @Test
  void aLineThatIsHalfOpenAndOneThatIsSilentAreStale() throws Exception {
    try (LiveMarket live = new LiveMarket(folder, "10:30", "any-key");
        LiveMarket.Run run = live.new Run(live.plan())) {
      live.play(1);
      run.awaitState("options", State.STREAMING).await(() -> !run.seen.isEmpty());
      live.suffers("{\"half_open\":true}");
      run.awaitState("options", State.STALE);
      assertThat(run.feed("options").detail()).isNotEmpty();
      live.suffers("{\"half_open_seconds\":1}");
      run.await(() -> run.feed("options").counts().losses() > 0);

      assertThat(run.rest()).hasSizeGreaterThan(500);
      assertThat(run.prints()).doesNotHaveDuplicates();
      assertThat(run.untrue()).isEmpty();
      live.suffers("{\"silent\":true}");
      run.await(() -> run.feed("options").detail().contains("nothing came for"));
      assertThat(run.feed("options").state()).isEqualTo(State.STALE);
      live.suffers("{}");
      run.awaitState("options", State.STREAMING);
    }
  }
}
