package io.spyglass.calendar;

import java.time.LocalDate;
import java.util.Set;

/// When an option series stops trading and when it expires.
///
/// @param settlement on the morning's opening prints or on the close
/// @param lastTradingDay the last date on which it trades
/// @param lastTradeNanos the instant at which trading in it ends
/// @param settlementDate the trading day whose opening prints or close settle it
/// @param expiryNanos the instant of expiry: the regular open or close of the settlement date
public record Expiry(
    Settlement settlement,
    LocalDate lastTradingDay,
    long lastTradeNanos,
    LocalDate settlementDate,
    long expiryNanos) {

  /// What settles a series.
  public enum Settlement {
    /// The opening prints: `SPX`, settled to the special opening quotation.
    AM,
    /// The close: `SPXW`, and every stock and fund.
    PM;

    private static final Set<String> MORNING_ROOTS =
        Set.of("SPX", "NDX", "RUT", "DJX", "VIX", "VIXW");

    /// The settlement of a root: AM for the classic index roots and the roots of the VIX, PM for
    /// every other.
    public static Settlement ofRoot(String root) {
      return MORNING_ROOTS.contains(root) ? AM : PM;
    }
  }

  private static final double NANOS_PER_YEAR = 365.0 * 86_400 * 1e9;

  /// The years from an instant to the expiry, of 365 days of 86,400 seconds each; below zero behind
  /// it.
  public double yearsToExpiry(long epochNanos) {
    return (expiryNanos - epochNanos) / NANOS_PER_YEAR;
  }
}
