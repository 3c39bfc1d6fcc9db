package io.spyglass.monitor;

import io.spyglass.flow.PrintRules;
import io.spyglass.model.Underlying;
import io.spyglass.vendor.polygon.Plan;
import java.time.LocalDate;

/// The vendor, as far as it takes one to watch a market day after day. Thread-safe.
///
/// Every request throws [io.spyglass.session.Outage] where the vendor is out of reach and
/// [io.spyglass.net.Refusal] where it says no.
interface Market {
  /// Where the vendor is, without a secret.
  String address();

  /// What time the vendor says it is, in whole seconds.
  long epochNanos() throws InterruptedException;

  /// What the key is entitled to, and which prints count.
  ///
  /// @param pastNanos an instant of an earlier trading day
  Terms terms(long pastNanos) throws InterruptedException;

  /// Where an underlying closed on a trading day, `NaN` where that cannot be had.
  double close(Underlying underlying, LocalDate date) throws InterruptedException;

  /// What brings a day; nothing comes before it is started.
  Inflow open(Day day, Plan plan, MarketClock clock);

  /// Under which terms the vendor delivers.
  ///
  /// @param conditions where the rules about prints come from, in words
  record Terms(Plan plan, PrintRules prints, String conditions) {}
}
