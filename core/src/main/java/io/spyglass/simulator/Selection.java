package io.spyglass.simulator;

import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// Which part of a simulated day is wanted. What it lets through is exactly what a feed of
/// everything would have given, in the same order. Immutable.
///
/// @param underlyings whose options and spot; `SPX` and `SPY` are simulated
/// @param expiries of the options; empty for every one
/// @param contracts single contracts; empty for every one
/// @param kinds of event
/// @param fromNanos the first instant wanted
/// @param toNanos the first instant no longer wanted
public record Selection(
    Set<Underlying> underlyings,
    Set<LocalDate> expiries,
    Set<OptionContract> contracts,
    Set<Kind> kinds,
    long fromNanos,
    long toNanos) {

  /// A kind of simulated event.
  public enum Kind {
    /// The contracts listed.
    LISTING,
    /// Open interest at the previous close.
    OPEN_INTEREST,
    /// Option quotes.
    QUOTE,
    /// Option trades.
    TRADE,
    /// The index each second, or the quotes and trades of the fund.
    SPOT,
    /// The VIX, every 15 seconds.
    VIX,
    /// Articles.
    NEWS
  }

  public Selection {
    underlyings = Set.copyOf(underlyings);
    expiries = Set.copyOf(expiries);
    contracts = Set.copyOf(contracts);
    kinds = Set.copyOf(kinds);
    for (Underlying underlying : underlyings) {
      if (!SimulatedMarket.UNDERLYINGS.contains(underlying)) {
        throw new IllegalArgumentException(
            "the simulated market has no " + underlying + ": it has SPX and SPY");
      }
    }
    if (toNanos < fromNanos) {
      throw new IllegalArgumentException(
          "a selection ends at " + toNanos + " before it begins at " + fromNanos);
    }
  }

  /// Everything.
  public static Selection all() {
    return new Selection(
        Set.copyOf(SimulatedMarket.UNDERLYINGS),
        Set.of(),
        Set.of(),
        EnumSet.allOf(Kind.class),
        Long.MIN_VALUE,
        Long.MAX_VALUE);
  }

  /// Everything of these underlyings, with the VIX and the news.
  public static Selection of(Underlying... underlyings) {
    Selection all = all();
    return new Selection(
        Set.of(underlyings), all.expiries, all.contracts, all.kinds, all.fromNanos, all.toNanos);
  }

  /// Of the options, only these expiries.
  public Selection expiring(LocalDate... dates) {
    return new Selection(underlyings, Set.of(dates), contracts, kinds, fromNanos, toNanos);
  }

  /// Of the options, only these contracts.
  public Selection only(Set<OptionContract> wanted) {
    return new Selection(underlyings, expiries, wanted, kinds, fromNanos, toNanos);
  }

  /// Only these kinds of event.
  public Selection only(Kind first, Kind... others) {
    return new Selection(
        underlyings, expiries, contracts, EnumSet.of(first, others), fromNanos, toNanos);
  }

  /// Only what happens from one instant on and before another.
  public Selection between(long from, long to) {
    return new Selection(underlyings, expiries, contracts, kinds, from, to);
  }

  boolean wants(Kind kind) {
    return kinds.contains(kind);
  }

  boolean wantsAny(Kind... any) {
    return Arrays.stream(any).anyMatch(kinds::contains);
  }

  boolean wants(OptionContract contract) {
    return (expiries.isEmpty() || expiries.contains(contract.expiry()))
        && (contracts.isEmpty() || contracts.contains(contract));
  }
}
