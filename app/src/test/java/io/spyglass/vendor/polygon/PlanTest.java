package io.spyglass.vendor.polygon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.RetryProfile;
import io.spyglass.config.Secret;
import io.spyglass.config.VendorSettings;
import io.spyglass.model.Underlying;
import io.spyglass.net.RateLimiter;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import io.spyglass.session.Rejects;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedMarket;
import io.spyglass.vendor.polygon.simulator.Faults;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a key has, as our client finds out from the simulator of the vendor.
class PlanTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  private static final Underlying SPX = new Underlying("SPX");
  private static final RetryProfile PROFILE =
      new RetryProfile(10, Duration.ZERO, Duration.ZERO, 1, false, List.of("429", "5xx"));

  private final SimulatedClock clock = SimulatedClock.of(DATE, LocalTime.of(11, 0), 1);
  private PolygonSimulator simulator;

  @BeforeEach
  void open() {
    TradingCalendar calendar = TradingCalendar.standard();
    clock.pause(true);
    Selection nearest = Selection.all().expiring(DATE);
    PolygonSimulator.Scene scene =
        new PolygonSimulator.Scene(SimulatedMarket.of(1, calendar), calendar, nearest, clock);
    simulator = PolygonSimulator.start(0, scene, Faults.NONE);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  private Plan plan(String key, Underlying... underlyings) throws InterruptedException {
    VendorSettings.Polygon settings =
        new VendorSettings.Polygon(
            Optional.of(new Secret(key)),
            URI.create(simulator.restUrl()),
            URI.create(simulator.socketUrl()),
            60_000);
    try (Client client = Client.open(settings, PROFILE, new RateLimiter(60_000), new Rejects())) {
      return Plan.probe(client, List.of(underlyings), clock.nowNanos() - 86_400_000_000_000L);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "any-other, 'T,Q', 0, 'Advanced: trades, quotes, real time; index values'",
    "developer, T, 15, 'Developer: trades, no quotes, 15 min late; index values'",
    "starter, A, 15, 'Starter: bars, no trades, no quotes, 15 min late; index values'",
    "basic, '', 15, 'Basic: past days only, no live market; no index values'",
  })
  void aKeyHasWhatItsPlanGives(String key, String kinds, long minutes, String words)
      throws InterruptedException {
    Plan plan = plan(key, SPX);

    assertThat(plan.words()).isEqualTo(words);
    assertThat(plan.kinds()).isEqualTo(kinds.isEmpty() ? Set.of() : Set.of(kinds.split(",")));
    assertThat(plan.delay()).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void whatTheVendorRefusesIsToldInItsWords() throws InterruptedException {
    assertThat(plan("developer", SPX).refusals())
        .singleElement()
        .asString()
        .contains("/v3/quotes/", "You are not entitled to this data");
    assertThat(plan("any-other", SPX).refusals()).isEmpty();
  }

  @Test
  void aWrongKeyIsNoPlan() {
    assertThatThrownBy(() -> plan("invalid", SPX))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Unknown API Key")
        .hasMessageContaining("Check POLYGON_API_KEY");
  }

  @Test
  void aRefusalThatComesByMistakeTakesNothingAway() throws InterruptedException {
    simulator.faults(
        Faults.NONE.with("{\"rest_refused_as_ok\": 0.05, \"not_entitled_items\": 0.05}"));

    assertThat(plan("any-other", SPX).words()).startsWith("Advanced").endsWith("; index values");
  }

  @Test
  void aChainThatBeginsWithAnEmptyPageIsReadOn() throws Exception {
    String chain = "/v3/snapshot/options/I:SPX";
    try (Vendor vendor = new Vendor()) {
      vendor.says(
          chain, "{\"results\":[],\"next_url\":\"%s%s?cursor=2\"}".formatted(vendor.url(), chain));
      vendor.says(chain, "{\"results\":[{\"details\":{\"ticker\":\"O:SPX261120C06600000\"}}]}");
      vendor.says("/v3/trades/O:SPX261120C06600000", "{\"results\":[]}");
      vendor.says("/v3/quotes/O:SPX261120C06600000", "{\"results\":[]}");
      vendor.says("/v3/snapshot/indices", "{\"results\":[{\"ticker\":\"I:SPX\",\"value\":6600}]}");

      assertThat(Plan.probe(vendor.client, List.of(SPX), 1).words()).startsWith("Advanced");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"results\":[]}"})
  void aChainWithoutAContractSaysNothingOfTheKey(String empty) throws Exception {
    try (Vendor vendor = new Vendor()) {
      vendor.says("/v3/snapshot/options/I:SPX", empty);

      assertThatThrownBy(() -> Plan.probe(vendor.client, List.of(SPX), 1))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("SPX")
          .hasMessageContaining("came without a contract");
    }
  }

  @Test
  void aPlanExceedsAnotherOfWhichItHasAllAndMore() {
    Plan none = new Plan(false, false, false, false, Plan.LATE, List.of());
    Plan bars = new Plan(true, false, false, true, Plan.LATE, List.of());
    Plan prints = new Plan(true, true, false, true, Plan.LATE, List.of());
    Plan other = new Plan(true, true, true, false, Plan.LATE, List.of());

    assertThat(bars.exceeds(none)).isTrue();
    assertThat(prints.exceeds(bars)).isTrue();
    assertThat(prints.exceeds(prints)).isFalse();
    assertThat(bars.exceeds(prints)).isFalse();
    assertThat(other.exceeds(prints)).isFalse();
    assertThat(other.continues(prints)).isTrue();
    assertThat(prints.continues(bars)).isFalse();
  }

  @Test
  void snapshotsThatSayLittleAreEnough() throws InterruptedException {
    simulator.faults(
        Faults.NONE.with(
            """
            {"missing_quotes": 1, "missing_trades": 1, "missing_greeks": 1,
             "missing_underlying": 1}\
            """));

    assertThat(plan("any-other", SPX).delay()).isZero();
    assertThat(plan("developer", SPX).delay()).isEqualTo(Plan.LATE);
  }

  @Test
  void anUnderlyingThatIsNoIndexNeedsNoIndexPlan() throws InterruptedException {
    Plan plan = plan("any-other", new Underlying("SPY"));

    assertThat(plan.indices()).isFalse();
    assertThat(plan.refusals()).isEmpty();
  }

  @Test
  void aDelayedPlanIsServedByAHostOfItsOwn() {
    VendorSettings.Polygon prompt =
        new VendorSettings.Polygon(
            Optional.empty(),
            URI.create("https://api.massive.com"),
            URI.create("wss://socket.massive.com"),
            5);

    assertThat(prompt.delayed().socketUrl()).isEqualTo(URI.create("wss://delayed.massive.com"));
    VendorSettings.Polygon simulated =
        new VendorSettings.Polygon(
            Optional.empty(), URI.create("http://x"), URI.create("ws://127.0.0.1:8081"), 5);
    assertThat(simulated.delayed()).isEqualTo(simulated);
  }
}
