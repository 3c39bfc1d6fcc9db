package io.spyglass.monitor;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.monitor.Market.Terms;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import io.spyglass.vendor.polygon.Plan;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the key gives: asked for as a day begins and, while it runs by a plan of which the vendor
/// said no to something, again every few minutes, for vendors say so by mistake as well. Owned by
/// the monitor's thread.
final class Entitlement {
  /// How often it is asked again, by the market's clock.
  static final Duration PACE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(Entitlement.class);

  private final Market market;
  private final TradingCalendar calendar;
  private final MarketClock clock;
  private long askedNanos;

  Entitlement(Market market, TradingCalendar calendar, MarketClock clock) {
    this.market = market;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// The terms of a day.
  ///
  /// @throws Outage where the vendor is out of reach
  /// @throws Refusal where it refuses the key
  Terms terms(LocalDate date) throws InterruptedException {
    askedNanos = clock.epochNanos();
    return market.terms(calendar.day(calendar.previous(date)).regular().fromNanos());
  }

  /// The terms of a day that runs, where they are better than those it runs by; else null.
  @Nullable Terms better(LocalDate date, Plan plan) throws InterruptedException {
    boolean isDue = Math.abs(clock.epochNanos() - askedNanos) >= PACE.toNanos();
    if (plan.refusals().isEmpty() || !isDue) {
      return null;
    }
    try {
      Terms terms = terms(date);
      return terms.plan().exceeds(plan) ? terms : null;
    } catch (Outage | Refusal e) {
      LOG.info("Whether the key gives more by now is unknown: {}", e.getMessage());
      return null;
    }
  }

  /// Why nothing comes though the market is open, where a plan has no sockets; else null.
  static @Nullable String trouble(Plan plan) {
    if (!plan.kinds().isEmpty()) {
      return null;
    }
    String why = plan.refusals().isEmpty() ? "" : ": " + plan.refusals().getFirst();
    return "the key gives no live market"
        + why
        + "; it is asked again every "
        + PACE.toMinutes()
        + " minutes";
  }
}
