package io.spyglass.flow;

/// What traded on the tape in the calls, or in the puts, of a series. Owned by the session's
/// thread.
public final class SideTotals {
  private double volume;
  private double premium;
  private double netPremium;
  private double bought;
  private double sold;
  private double unclassified;

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

  /// Contracts.
  public double volume() {
    return volume;
  }

  /// Dollars.
  public double premium() {
    return premium;
  }

  /// Dollars bought less dollars sold.
  public double netPremium() {
    return netPremium;
  }

  /// Contracts whose buyer crossed the spread.
  public double bought() {
    return bought;
  }

  /// Contracts whose seller crossed the spread.
  public double sold() {
    return sold;
  }

  /// Contracts without a side.
  public double unclassified() {
    return unclassified;
  }
}
