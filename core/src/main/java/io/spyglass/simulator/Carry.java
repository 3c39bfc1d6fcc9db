package io.spyglass.simulator;

import io.spyglass.model.Underlying;
import io.spyglass.pricing.kernel.Elementary;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/// Interest and dividends: what lies between spot, forward and present value, and between the index
/// and the fund.
///
/// The index pays continuously. The fund pays a quarter of its yield on the third Friday of March,
/// June, September and December, and between those days carries what has accrued, so its price is a
/// tenth of the index less its costs plus the accrued dividend.
///
/// @param rate the continuous interest rate of the day
record Carry(double rate) {
  private static final double YIELD = 0.0132;
  private static final double FUND_SHARE = 0.9968;

  /// Years since 2020-01-01 and the rate then, roughly the Federal Reserve's.
  private static final double[][] RATES = {
    {0.0, 0.0155},
    {0.2, 0.0120},
    {0.25, 0.0008},
    {2.2, 0.0015},
    {3.0, 0.0440},
    {3.6, 0.0533},
    {4.7, 0.0530},
    {5.0, 0.0435},
    {6.0, 0.0370},
    {7.0, 0.0350},
    {8.0, 0.0340},
  };

  static Carry on(LocalDate date) {
    double years = (date.toEpochDay() - LocalDate.of(2020, 1, 1).toEpochDay()) / 365.25;
    int i = 1;
    while (i < RATES.length - 1 && RATES[i][0] < years) {
      i++;
    }
    double part = Math.clamp((years - RATES[i - 1][0]) / (RATES[i][0] - RATES[i - 1][0]), 0, 1);
    return new Carry(RATES[i - 1][1] + part * (RATES[i][1] - RATES[i - 1][1]));
  }

  /// The logarithm of forward over spot for an expiry `years` ahead, on `expiry`, seen on `date`.
  double logForward(Underlying underlying, LocalDate date, LocalDate expiry, double years) {
    return underlying.isIndex()
        ? (rate - YIELD) * years
        : rate * years - YIELD / 4 * (paymentsUpTo(expiry) - paymentsUpTo(date));
  }

  double discount(double years) {
    return Elementary.exp(-rate * years);
  }

  /// The price of the fund over the level of the index on a date.
  static double fundRatio(LocalDate date) {
    LocalDate last = lastPayment(date);
    double accrued = YIELD / 365 * (date.toEpochDay() - last.toEpochDay());
    return 0.1 * FUND_SHARE * (1 + accrued);
  }

  private static int paymentsUpTo(LocalDate date) {
    LocalDate last = lastPayment(date);
    return last.getYear() * 4 + (last.getMonthValue() - 1) / 3;
  }

  private static LocalDate lastPayment(LocalDate date) {
    int quarterMonth = (date.getMonthValue() - 1) / 3 * 3 + 3;
    LocalDate payment = thirdFriday(LocalDate.of(date.getYear(), Month.of(quarterMonth), 1));
    return payment.isAfter(date) ? thirdFriday(payment.minusMonths(3).withDayOfMonth(1)) : payment;
  }

  private static LocalDate thirdFriday(LocalDate inMonth) {
    return inMonth.with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY));
  }
}
