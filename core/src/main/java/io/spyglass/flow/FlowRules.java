package io.spyglass.flow;

import io.spyglass.model.Underlying;

/// How flow is watched.
///
/// @param strikesEachSide listed strikes in view above and below the one at the money, 0 or more
/// @param expiriesInView dates of expiry, the nearest first, that have strikes in view, 1 or more
/// @param recentreNanos the longest time between two looks at where the money is, above 0
/// @param recentreMove how far the underlying moves, in its own points, before the view follows at
///   once, above 0
/// @param quoteMaxAgeNanos how far a tick quote may be from a print to decide its side: older, or
///   younger than a print that comes late; above 0
/// @param minuteQuoteMaxAgeNanos the same for quotes and prints that come by the minute, above 0
/// @param coverage of which contracts the source delivers what they trade
/// @param prints which prints count, and which have a side
public record FlowRules(
    int strikesEachSide,
    int expiriesInView,
    long recentreNanos,
    double recentreMove,
    long quoteMaxAgeNanos,
    long minuteQuoteMaxAgeNanos,
    Coverage coverage,
    PrintRules prints) {

  private static final long SECOND = 1_000_000_000L;

  public FlowRules {
    if (strikesEachSide < 0) {
      throw new IllegalArgumentException("strikes each side is " + strikesEachSide + ", below 0");
    }
    if (expiriesInView < 1) {
      throw new IllegalArgumentException("expiries in view is " + expiriesInView + ", below 1");
    }
    if (recentreNanos <= 0 || quoteMaxAgeNanos <= 0 || minuteQuoteMaxAgeNanos <= 0) {
      throw new IllegalArgumentException("flow's times must be above 0");
    }
    if (!(recentreMove > 0)) {
      throw new IllegalArgumentException("recentre move is " + recentreMove + ", not above 0");
    }
  }

  /// Three strikes each side of the nearest expiry, followed every 60 s or after a move of $0.50
  /// (`SPY` and other funds and stocks) or 5 points (indices); quotes serve for 5 s, by the minute
  /// for 2 minutes; what is in view is covered; prints count by [PrintRules#standard].
  public static FlowRules standard(Underlying underlying) {
    return new FlowRules(
        3,
        1,
        60 * SECOND,
        underlying.isIndex() ? 5.0 : 0.5,
        5 * SECOND,
        120 * SECOND,
        Coverage.VIEW,
        PrintRules.standard());
  }

  /// The same with another view.
  public FlowRules viewing(int strikes, int expiries) {
    return new FlowRules(
        strikes,
        expiries,
        recentreNanos,
        recentreMove,
        quoteMaxAgeNanos,
        minuteQuoteMaxAgeNanos,
        coverage,
        prints);
  }

  /// The same for a source whose quotes come by the minute.
  public FlowRules byTheMinute() {
    return new FlowRules(
        strikesEachSide,
        expiriesInView,
        recentreNanos,
        recentreMove,
        minuteQuoteMaxAgeNanos,
        minuteQuoteMaxAgeNanos,
        coverage,
        prints);
  }

  /// The same with other rules about prints, such as a vendor's table of conditions says.
  public FlowRules counting(PrintRules rules) {
    return new FlowRules(
        strikesEachSide,
        expiriesInView,
        recentreNanos,
        recentreMove,
        quoteMaxAgeNanos,
        minuteQuoteMaxAgeNanos,
        coverage,
        rules);
  }

  /// The same for a source that delivers other contracts.
  public FlowRules covering(Coverage contracts) {
    return new FlowRules(
        strikesEachSide,
        expiriesInView,
        recentreNanos,
        recentreMove,
        quoteMaxAgeNanos,
        minuteQuoteMaxAgeNanos,
        contracts,
        prints);
  }
}
