package io.spyglass.cli;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.Settings;
import io.spyglass.config.VendorSettings;
import io.spyglass.ingest.ContractChoice;
import io.spyglass.ingest.TradeBackfill;
import io.spyglass.ingest.TradeReport;
import io.spyglass.journal.Clock;
import io.spyglass.lake.Lake;
import io.spyglass.model.Underlying;
import io.spyglass.net.RateLimiter;
import io.spyglass.net.Refusal;
import io.spyglass.session.Outage;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.polygon.Client;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches what the cache lacks of past days, and shows how far it is.
final class TradeFetch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TradeFetch.class);

  /// How many strikes beyond a day's range on each side where no setting says it.
  static final int LEAST_STRIKES = 3;

  private final Client client;
  private final TradeBackfill backfill;

  /// Fetches into a lake, by the vendor's key in the settings.
  TradeFetch(Settings settings, TradingCalendar calendar, Lake lake) {
    this.client = client(settings);
    this.backfill = new TradeBackfill(client, lake, calendar);
  }

  /// The vendor's client as the settings want it.
  static Client client(Settings settings) {
    VendorSettings.Polygon vendor = settings.vendors().polygon();
    RateLimiter limiter = new RateLimiter(vendor.requestsPerMinute());
    return Client.open(vendor, settings.polygonRetry(), limiter, new Rejects());
  }

  /// Fetches a day's trades and, where the plan has them, its quotes.
  ///
  /// @param err where the progress goes
  /// @throws io.spyglass.net.Refusal where the key or the plan is refused; what was stored stays
  /// @throws io.spyglass.session.Outage where vendor or lake fail
  TradeReport fetch(LocalDate date, Underlying of, ContractChoice choice, PrintWriter err)
      throws InterruptedException {
    long now = Clock.SYSTEM.epochNanos();
    try (Meter meter = Meter.of("fetching " + of + " of " + date, "contracts", err)) {
      return backfill.fetch(date, of, choice, now, meter::show);
    }
  }

  /// Fetches the first expiry of each underlying; what cannot be had is logged, and left.
  ///
  /// @param strikes beyond the day's range on each side
  void tryAll(LocalDate date, List<Underlying> all, int strikes, PrintWriter err)
      throws InterruptedException {
    try {
      for (Underlying each : all) {
        TradeReport report = fetch(date, each, ContractChoice.nearest(strikes), err);
        report.refused().forEach(LOG::warn);
        report.failed().forEach(LOG::warn);
        LOG.info("{}", totals(report));
      }
    } catch (Refusal | Outage e) {
      LOG.warn("What is not cached of {} cannot be fetched: {}", date, e.getMessage());
    }
  }

  /// What was done, in a line.
  static String totals(TradeReport report) {
    return String.format(
        Locale.ROOT,
        "%s: %d contracts, %d fetched, %d already complete, %d without a trade, %d failed:"
            + " %,d trades, %,d quotes, %,d bars of the underlying",
        report.date(),
        report.contracts(),
        report.fetched(),
        report.cached(),
        report.untraded(),
        report.failed().size(),
        report.trades(),
        report.quotes(),
        report.bars());
  }

  @Override
  public void close() {
    client.close();
  }
}
