package io.spyglass.model;

import java.time.LocalDate;

/// How many contracts of a series were open at the end of a trading day.
///
/// @param contract the series
/// @param epochNanos when it was published
/// @param receivedNanos when this machine had it
/// @param contracts open contracts, 0 or more
/// @param effectiveDate the day at whose end they were open
public record OpenInterest(
    OptionContract contract,
    long epochNanos,
    long receivedNanos,
    long contracts,
    LocalDate effectiveDate)
    implements MarketEvent {
  public OpenInterest {
    if (contracts < 0) {
      throw new IllegalArgumentException("open interest " + contracts + " is below zero");
    }
  }
}
