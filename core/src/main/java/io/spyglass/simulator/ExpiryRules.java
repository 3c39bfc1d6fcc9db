package io.spyglass.simulator;

import io.spyglass.calendar.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// Which series expire on a trading day.
///
/// SPXW expires on Mondays, Wednesdays and Fridays, on Tuesdays since 2022-04-18 and on Thursdays
/// since 2022-05-11, and at the end of each month; SPY on the same weekdays, on Tuesdays and
/// Thursdays since 2022-11-14. A Friday that is a holiday hands its expiry to the trading day
/// before, a Monday to the one behind. SPX settles on the mornings of third Fridays.
final class ExpiryRules {
  private static final LocalDate INDEX_TUESDAYS = LocalDate.of(2022, 4, 18);
  private static final LocalDate INDEX_THURSDAYS = LocalDate.of(2022, 5, 11);
  private static final LocalDate FUND_EVERY_DAY = LocalDate.of(2022, 11, 14);
  private static final int YEAR_OF_MONTHS = 252;
  private static final int HALF_YEAR = 126;

  private final TradingCalendar calendar;

  ExpiryRules(TradingCalendar calendar) {
    this.calendar = calendar;
  }

  /// The kinds of series that expire on the trading day `date` and are listed `days` trading days
  /// before it.
  List<SeriesKind> kinds(LocalDate date, int days) {
    List<SeriesKind> kinds = new ArrayList<>();
    boolean monthly = calendar.isMonthlyExpiry(date);
    if (monthly && (days <= YEAR_OF_MONTHS || date.getMonth().getValue() % 6 == 0)) {
      kinds.add(SeriesKind.INDEX_MORNING);
    }
    kinds.add(indexEvening(date, monthly));
    kinds.add(fund(date, monthly, days));
    kinds.removeIf(kind -> days > kind.listedDays() || !isListedWeekday(kind, date));
    return kinds;
  }

  private SeriesKind indexEvening(LocalDate date, boolean monthly) {
    if (monthly) {
      return SeriesKind.INDEX_THIRD_FRIDAY;
    }
    if (isMonthEnd(date)) {
      return SeriesKind.INDEX_MONTH_END;
    }
    return isFridays(date) ? SeriesKind.INDEX_WEEKLY : SeriesKind.INDEX_DAILY;
  }

  private SeriesKind fund(LocalDate date, boolean monthly, int days) {
    boolean quarterEnd = isMonthEnd(date) && date.getMonthValue() % 3 == 0;
    boolean far = date.getMonthValue() % 6 == 0 || date.getMonthValue() == 1;
    if (quarterEnd || (monthly && (days <= HALF_YEAR || far))) {
      return SeriesKind.FUND_MONTHLY;
    }
    return isFridays(date) ? SeriesKind.FUND_WEEKLY : SeriesKind.FUND_DAILY;
  }

  private boolean isListedWeekday(SeriesKind kind, LocalDate date) {
    return switch (kind) {
      case INDEX_DAILY ->
          isOldWeekday(date)
              || !date.isBefore(
                  date.getDayOfWeek() == DayOfWeek.TUESDAY ? INDEX_TUESDAYS : INDEX_THURSDAYS);
      case FUND_DAILY -> isOldWeekday(date) || !date.isBefore(FUND_EVERY_DAY);
      default -> true;
    };
  }

  /// Whether Monday's or Wednesday's expiry falls on the date.
  private boolean isOldWeekday(LocalDate date) {
    return switch (date.getDayOfWeek()) {
      case MONDAY, WEDNESDAY -> true;
      case TUESDAY -> !calendar.isTradingDay(date.minusDays(1));
      default -> false;
    };
  }

  /// Whether Friday's expiry falls on the date.
  private boolean isFridays(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.FRIDAY
        || (date.getDayOfWeek() == DayOfWeek.THURSDAY && !calendar.isTradingDay(date.plusDays(1)));
  }

  private boolean isMonthEnd(LocalDate date) {
    return !YearMonth.from(calendar.next(date)).equals(YearMonth.from(date));
  }
}
