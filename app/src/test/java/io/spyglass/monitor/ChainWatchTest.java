package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.MonitorSettings;
import io.spyglass.config.RetryProfile;
import io.spyglass.config.Secret;
import io.spyglass.config.VendorSettings;
import io.spyglass.flow.FlowRules;
import io.spyglass.journal.Clock;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Right;
import io.spyglass.model.Underlying;
import io.spyglass.model.UnderlyingValue;
import io.spyglass.model.VendorGreeks;
import io.spyglass.net.RateLimiter;
import io.spyglass.session.Feed;
import io.spyglass.session.FeedState;
import io.spyglass.session.FeedState.State;
import io.spyglass.session.Rejects;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedMarket;
import io.spyglass.vendor.polygon.Client;
import io.spyglass.vendor.polygon.Plan;
import io.spyglass.vendor.polygon.simulator.Faults;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a day's chain tells of, against the simulator of the vendor.
@Timeout(120)
class ChainWatchTest {
  /// A third Friday, on whose morning a series settles that is still listed.
  private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

  private static final LocalDate NEXT = LocalDate.of(2026, 11, 23);
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();
  private static final Underlying SPX = SimulatedMarket.SPX;
  private static final SimulatedMarket MARKET = SimulatedMarket.of(1, CALENDAR);
  private static final long SECOND = 1_000_000_000L;
  private static final RetryProfile PROFILE =
      new RetryProfile(10, Duration.ZERO, Duration.ZERO, 1, false, List.of("429", "5xx"));

  private final SimulatedClock clock = SimulatedClock.of(DATE, LocalTime.of(11, 0), 1);
  private final PolygonSimulator simulator = simulator();
  private final List<MarketEvent> events = new ArrayList<>();
  private Client client;
  private MarketClock market;
  private ChainWatch watch;

  private PolygonSimulator simulator() {
    clock.pause(true);
    Selection near = Selection.all().expiring(DATE, NEXT, NEXT.plusDays(1));
    return PolygonSimulator.start(
        0, new PolygonSimulator.Scene(MARKET, CALENDAR, near, clock), Faults.NONE);
  }

  /// The simulated clock as this machine's.
  private Clock wall() {
    return new Clock() {
      @Override
      public long epochNanos() {
        return clock.nowNanos();
      }

      @Override
      public long steadyNanos() {
        return epochNanos();
      }

      @Override
      @SuppressWarnings("WaitNotInLoop")
      public void await(Condition condition, long epochNanos) throws InterruptedException {
        boolean _ = condition.await(2, TimeUnit.MILLISECONDS);
      }
    };
  }

  private ChainWatch begin(String key) throws InterruptedException {
    VendorSettings.Polygon settings =
        new VendorSettings.Polygon(
            Optional.of(new Secret(key)),
            URI.create(simulator.restUrl()),
            URI.create(simulator.socketUrl()),
            60_000);
    client = Client.open(settings, PROFILE, new RateLimiter(60_000), new Rejects());
    market = new MarketClock(wall());
    Plan plan = Plan.probe(client, List.of(SPX), clock.nowNanos());
    market.delay(plan.delay().toNanos());
    Day day = new Day(DATE, SPX, CALENDAR, FlowRules.standard(SPX), ChainWatchTest::neverPlayed);
    ChainWatch.Source source = new ChainWatch.Source(client, plan, MonitorSettings.standard());
    watch = new ChainWatch(source, day, SPX, market, this::take);
    watch.start();
    return watch;
  }

  private static Feed neverPlayed() {
    throw new AssertionError("a day that is watched is not played");
  }

  @AfterEach
  void close() {
    if (watch != null) {
      watch.close();
      assertThat(watch.state().state()).isIn(State.CLOSED, State.OFF);
    }
    if (client != null) {
      client.close();
    }
    simulator.close();
  }

  private void take(MarketEvent event) {
    synchronized (events) {
      events.add(event);
      events.notifyAll();
    }
  }

  private <E extends MarketEvent> List<E> of(Class<E> kind) {
    synchronized (events) {
      return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
  }

  private void await(BooleanSupplier wanted) throws InterruptedException {
    synchronized (events) {
      while (!wanted.getAsBoolean()) {
        events.wait(10);
      }
    }
  }

  private void playOn(long seconds) throws InterruptedException {
    long until = clock.nowNanos() + seconds * SECOND;
    clock.speed(SimulatedClock.UNPACED);
    clock.runUntil(until);
    assertThat(clock.await(until, 60, TimeUnit.SECONDS)).isTrue();
  }

  private static OptionContract call(double strike) {
    return OptionContract.of("SPXW", DATE, Right.CALL, strike);
  }

  private static Set<OptionContract> truth(LocalDate... expiries) {
    Set<LocalDate> wanted = Set.of(expiries);
    return MARKET.day(DATE).listings(SPX).stream()
        .map(Listing::contract)
        .filter(each -> wanted.contains(each.expiry()))
        .filter(each -> !CALENDAR.tape(each, DATE).isEmpty())
        .collect(Collectors.toSet());
  }

  private Set<OptionContract> listed() {
    return of(Listing.class).stream().map(Listing::contract).collect(Collectors.toSet());
  }

  @Test
  void contractsOfTheExpiriesInViewAndTheNextAreListedOnce() throws InterruptedException {
    begin("any-other");
    await(() -> watch.state().state() == State.STREAMING && !of(OpenInterest.class).isEmpty());
    playOn(130);

    assertThat(listed()).isEqualTo(truth(DATE, NEXT));
    assertThat(of(Listing.class)).hasSameSizeAs(listed());
    assertThat(watch.state().isRequired()).isFalse();
  }

  @Test
  void openInterestIsThatOfTheDayBeforeAndToldOnce() throws InterruptedException {
    begin("any-other");
    Set<OptionContract> listed = truth(DATE);
    await(() -> of(OpenInterest.class).size() >= listed.size());
    playOn(130);

    List<OpenInterest> told = of(OpenInterest.class);
    assertThat(told)
        .hasSameSizeAs(listed)
        .allMatch(each -> each.effectiveDate().equals(DATE.minusDays(1)));
    Map<OptionContract, Long> counts =
        MARKET.day(DATE).openInterest(SPX).stream()
            .filter(each -> listed.contains(each.contract()))
            .collect(Collectors.toMap(OpenInterest::contract, OpenInterest::contracts));
    assertThat(
            told.stream()
                .collect(Collectors.toMap(OpenInterest::contract, OpenInterest::contracts)))
        .isEqualTo(counts);
  }

  @Test
  void greeksOfWhatIsWatchedComeAtOnceAndThenEachMinute() throws InterruptedException {
    begin("any-other");
    await(() -> !of(OpenInterest.class).isEmpty());
    assertThat(of(VendorGreeks.class)).isEmpty();
    double spot = MARKET.day(DATE).spot(SPX, clock.nowNanos());
    double atTheMoney = 5 * Math.rint(spot / 5);
    Set<OptionContract> near = Set.of(call(atTheMoney), call(atTheMoney + 5));
    watch.watch(near);

    await(() -> of(VendorGreeks.class).size() == 2);
    assertThat(of(VendorGreeks.class))
        .allMatch(each -> near.contains(each.contract()))
        .allMatch(each -> each.delta() > 0.1 && each.delta() < 0.9)
        .allMatch(each -> each.epochNanos() == clock.nowNanos());
    for (int round = 2; round <= 4; round++) {
      int all = 2 * round;
      playOn(70);
      await(() -> of(VendorGreeks.class).size() >= all);
    }
    List<VendorGreeks> told = of(VendorGreeks.class);
    for (int i = 2; i < told.size(); i++) {
      assertThat(told.get(i).epochNanos() - told.get(i - 2).epochNanos())
          .isGreaterThan(30 * SECOND);
    }
  }

  @Test
  void theUnderlyingIsAskedForOnlyWhileNoIndexValuesCome() throws InterruptedException {
    begin("any-other");
    await(() -> !of(UnderlyingValue.class).isEmpty());
    UnderlyingValue first = of(UnderlyingValue.class).getFirst();
    assertThat(first.value())
        .isCloseTo(MARKET.day(DATE).spot(SPX, first.epochNanos()), within(0.5));
    playOn(6);
    await(() -> of(UnderlyingValue.class).getLast().epochNanos() > first.epochNanos());

    long published = clock.nowNanos();
    watch.published(published);
    playOn(8);
    watch.published(clock.nowNanos());
    playOn(8);
    playOn(12);
    await(() -> of(UnderlyingValue.class).getLast().epochNanos() > published);
    assertThat(of(UnderlyingValue.class))
        .filteredOn(each -> each.epochNanos() > published)
        .allMatch(each -> each.epochNanos() >= published + 18 * SECOND - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"any-other", "developer", "starter"})
  void withoutTheUnderlyingInTheChainItsPairsImplyIt(String key) throws InterruptedException {
    simulator.faults(Faults.NONE.with("{\"missing_underlying\": 1, \"empty_greeks\": 1}"));
    begin(key);
    await(() -> !of(UnderlyingValue.class).isEmpty());

    UnderlyingValue implied = of(UnderlyingValue.class).getFirst();
    assertThat(implied.isImplied()).isTrue();
    assertThat(implied.value())
        .isCloseTo(MARKET.day(DATE).spot(SPX, implied.epochNanos()), within(10.0));
    assertThat(watch.state().state()).isEqualTo(State.STREAMING);
  }

  @Test
  void aDelayedPlanTellsOfTheSessionsTime() throws InterruptedException {
    begin("developer");
    await(() -> !of(UnderlyingValue.class).isEmpty());
    watch.watch(truth(DATE));
    await(() -> !of(VendorGreeks.class).isEmpty());

    long late = clock.nowNanos() - 15 * 60 * SECOND;
    synchronized (events) {
      assertThat(events).allMatch(each -> each.epochNanos() <= late);
      assertThat(events).allMatch(each -> each.epochNanos() > late - 120 * SECOND);
    }
  }

  @Test
  void outagesDelayButLoseNothing() throws InterruptedException {
    begin("any-other");
    simulator.faults(Faults.preset("storm").with("{\"rest_outages\": 0.7}"));
    clock.speed(100);
    clock.pause(false);
    await(() -> of(OpenInterest.class).size() >= truth(DATE).size());

    assertThat(listed()).isEqualTo(truth(DATE, NEXT));
  }

  @Test
  void aPlanWithoutSnapshotsIsAskedNothing() throws InterruptedException {
    begin("basic");

    FeedState state = watch.state();
    assertThat(state.state()).isEqualTo(State.OFF);
    assertThat(state.isRequired()).isFalse();
  }

  @Test
  void aRefusedKeyIsToldInTheVendorsWords() throws InterruptedException {
    begin("any-other");
    await(() -> watch.state().state() == State.STREAMING);
    simulator.faults(Faults.NONE.with("{\"rest_refused_as_ok\": 1}"));
    playOn(61);
    await(() -> watch.state().state() == State.WAITING);

    assertThat(watch.state().detail()).contains("was refused", "entitled");
    assertThat(watch.state().counts().refusals()).isPositive();
    simulator.faults(Faults.NONE);
    playOn(61);
    await(() -> watch.state().state() == State.STREAMING);
    assertThat(watch.state().detail()).isEmpty();
  }
}
