package io.spyglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.Secret;
import io.spyglass.config.VendorSettings;
import io.spyglass.monitor.Check.Verdict;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.SimulatedMarket;
import io.spyglass.vendor.polygon.simulator.Faults;
import io.spyglass.vendor.polygon.simulator.PolygonSimulator;
import io.spyglass.vendor.polygon.simulator.SimulatedClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the doctor finds at the simulated vendor.
class VendorCheckTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
  private static final TradingCalendar CALENDAR = TradingCalendar.standard();

  private final SimulatedClock market = SimulatedClock.of(DATE, LocalTime.of(11, 0), 1);
  private final PolygonSimulator simulator = simulator();

  private PolygonSimulator simulator() {
    market.pause(true);
    Selection nearest = Selection.all().expiring(DATE);
    return PolygonSimulator.start(
        0,
        new PolygonSimulator.Scene(SimulatedMarket.of(1, CALENDAR), CALENDAR, nearest, market),
        Faults.NONE);
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  private List<Check> examine(String key, Duration skew) {
    VendorSettings.Polygon vendor =
        new VendorSettings.Polygon(
            Optional.of(new Secret(key)),
            URI.create(simulator.restUrl()),
            URI.create(simulator.socketUrl()),
            60_000);
    Instant now = Instant.EPOCH.plusNanos(market.nowNanos()).minus(skew);
    return VendorCheck.of(vendor, SimulatedMarket.SPX, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Check named(String name, List<Check> checks) {
    return checks.stream().filter(check -> check.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aPlanThatHasEverythingIsGood() {
    List<Check> checks = examine("any-other", Duration.ZERO);

    assertThat(checks)
        .extracting(Check::name)
        .containsExactly("polygon host", "polygon clock", "polygon plan");
    assertThat(checks).allMatch(check -> check.verdict() == Verdict.GOOD);
    assertThat(named("polygon plan", checks).finding())
        .isEqualTo("Advanced: trades, quotes, real time; index values");
  }

  @Test
  void whatAPlanLacksIsSaidWithWhatFollows() {
    List<Check> checks = examine("developer", Duration.ZERO);

    assertThat(named("polygon plan", checks).finding())
        .contains("15 min late", "the tick rule tells sides");
    assertThat(checks.getLast().verdict()).isEqualTo(Verdict.NOTE);
    assertThat(checks.getLast().finding()).contains("/v3/quotes/", "not entitled");
  }

  @Test
  void aPlanWithoutALiveMarketIsNoted() {
    Check plan = named("polygon plan", examine("basic", Duration.ZERO));

    assertThat(plan.verdict()).isEqualTo(Verdict.NOTE);
    assertThat(plan.finding()).contains("no live market", "recorded days can be replayed");
  }

  @Test
  void aRefusedKeyIsToBeFixed() {
    List<Check> checks = examine("invalid", Duration.ZERO);

    assertThat(checks).singleElement().matches(check -> check.verdict() == Verdict.BAD);
    assertThat(checks.getFirst().finding()).contains("Unknown API Key", "Check POLYGON_API_KEY");
  }

  @Test
  void aClockThatIsWrongIsSaid() {
    Check behind = named("polygon clock", examine("any-other", Duration.ofMinutes(70)));
    assertThat(behind.verdict()).isEqualTo(Verdict.NOTE);
    assertThat(behind.finding()).containsPattern("4,(199|200) s behind the vendor's");
    Check ahead = named("polygon clock", examine("any-other", Duration.ofSeconds(-30)));
    assertThat(ahead.finding()).contains("s ahead of the vendor's");
  }
}
