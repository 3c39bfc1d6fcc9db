package io.spyglass.monitor;

import io.spyglass.model.Underlying;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.polygon.Client;
import io.spyglass.vendor.polygon.ConditionTable;
import io.spyglass.vendor.polygon.Plan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The market as the vendor's requests and sockets have it. Thread-safe.
final class VendorMarket implements Market {
  private static final Logger LOG = LoggerFactory.getLogger(VendorMarket.class);
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final Vendor vendor;
  private final Client client;
  private final Watchlist watchlist;

  VendorMarket(Vendor vendor, Watchlist watchlist) {
    this.vendor = vendor;
    this.client = vendor.client();
    this.watchlist = watchlist;
  }

  @Override
  public String address() {
    return vendor.settings().restUrl().toString();
  }

  @Override
  public long epochNanos() throws InterruptedException {
    String time = client.marketStatus().serverTime();
    try {
      return OffsetDateTime.parse(String.valueOf(time)).toEpochSecond() * SECOND_NANOS;
    } catch (DateTimeException e) {
      throw new Outage("the vendor says that its time is '" + time + "', which is none", e);
    }
  }

  @Override
  public Terms terms(long pastNanos) throws InterruptedException {
    Plan plan = Plan.probe(client, watchlist.underlyings(), pastNanos);
    ConditionTable conditions = ConditionTable.from(client, new Rejects());
    return new Terms(plan, conditions.printRules(), conditions.origin());
  }

  @Override
  public double close(Underlying underlying, LocalDate date) throws InterruptedException {
    try {
      return client.openClose(underlying.instrument().ticker(), date).close();
    } catch (Refusal | Outage e) {
      LOG.info("Where {} closed on {} is unknown: {}", underlying, date, e.getMessage());
      return Double.NaN;
    }
  }

  @Override
  public Inflow open(Day day, Plan plan, MarketClock clock) {
    return new Tap(vendor, day, plan, clock);
  }
}
