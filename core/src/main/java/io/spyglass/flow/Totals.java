package io.spyglass.flow;

/// What traded on the tape in some contracts, as far as that is known.
///
/// It is known of those that are watched. Sums are of these; without any they are `NaN`. Owned by
/// the session's thread.
public final class Totals {
  private int contracts;
  private int watched;
  private double volume;
  private double premium;
  private double netPremium;
  private double bought;
  private double sold;
  private double unclassified;

  /// Counts another contract, which nobody watches yet.
  void list() {
    contracts++;
  }

  /// Takes note that one more of the contracts is watched.
  void watch() {
    watched++;
  }

  void add(Print print) {
    volume += print.size();
    premium += print.premium();
    netPremium += print.side().sign() * print.premium();
    switch (print.side()) {
      case BOUGHT -> bought += print.size();
      case SOLD -> sold += print.size();
      case UNCLASSIFIED -> unclassified += print.size();
    }
  }

  /// A sum as far as it is known.
  double known(double sum) {
    return watched > 0 ? sum : Double.NaN;
  }

  /// How many contracts there are.
  public int contracts() {
    return contracts;
  }

  /// How many of them are watched: what these traded is in the sums, what others did is not.
  public int watched() {
    return watched;
  }

  /// Contracts.
  public double volume() {
    return known(volume);
  }

  /// Dollars.
  public double premium() {
    return known(premium);
  }

  /// Dollars bought less dollars sold.
  public double netPremium() {
    return known(netPremium);
  }

  /// Contracts whose buyer crossed the spread.
  public double bought() {
    return known(bought);
  }

  /// Contracts whose seller crossed the spread.
  public double sold() {
    return known(sold);
  }

  /// Contracts without a side.
  public double unclassified() {
    return known(unclassified);
  }
}
