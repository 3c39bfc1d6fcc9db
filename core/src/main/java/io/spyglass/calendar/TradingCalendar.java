package io.spyglass.calendar;

import io.spyglass.calendar.Expiry.Settlement;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// The trading days of the New York Stock Exchange and what follows from them for options.
///
/// Holidays and short days follow from rules, everything else from [Overrides]. The rules are those
/// in force since 2000; an earlier date is answered by the same rules.
///
/// Immutable, and without a cache: each answer is computed anew. What every event needs (the tape
/// of a contract, its expiry) is asked once a contract and kept.
public final class TradingCalendar {
  private static final TradingCalendar STANDARD = new TradingCalendar(Overrides.SHIPPED);

  private final Overrides overrides;

  private TradingCalendar(Overrides overrides) {
    this.overrides = overrides;
  }

  /// The calendar as shipped: rules, and the special days known since 2000.
  public static TradingCalendar standard() {
    return STANDARD;
  }

  /// This calendar with further overrides, which outrank those it has.
  public TradingCalendar with(Overrides further) {
    return new TradingCalendar(overrides.and(further));
  }

  /// The date and when the exchange trades on it.
  public TradingDay day(LocalDate date) {
    return TradingDay.of(date, schedule(date));
  }

  /// Whether the exchange trades on this date.
  public boolean isTradingDay(LocalDate date) {
    return !schedule(date).isClosed();
  }

  private Schedule schedule(LocalDate date) {
    Schedule override = overrides.schedule(date);
    return override != null ? override : Holidays.schedule(date);
  }

  /// The first trading day behind a date.
  public LocalDate next(LocalDate date) {
    return onOrAfter(date.plusDays(1));
  }

  /// The last trading day before a date.
  public LocalDate previous(LocalDate date) {
    return onOrBefore(date.minusDays(1));
  }

  /// The date itself if it is a trading day, else the next one.
  public LocalDate onOrAfter(LocalDate date) {
    LocalDate day = date;
    while (!isTradingDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /// The date itself if it is a trading day, else the previous one.
  public LocalDate onOrBefore(LocalDate date) {
    LocalDate day = date;
    while (!isTradingDay(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /// The trade date of an instant. A trade date begins at 20:15 of the evening before: Sunday 20:15
  /// is Monday, and what happens on a closed day belongs to the next trading day.
  public LocalDate tradeDate(long epochNanos) {
    LocalDate date = NewYork.date(epochNanos);
    boolean evening = NewYork.nanoOfDay(epochNanos) >= TradingHours.EVENING.toNanoOfDay();
    return onOrAfter(evening ? date.plusDays(1) : date);
  }

  /// The sessions of a trade date in the options of an underlying.
  public TradingHours hours(Underlying underlying, LocalDate tradeDate) {
    return TradingHours.of(underlying, day(tradeDate), previous(tradeDate));
  }

  /// When a contract's prints of a date count in the totals: the tape of its underlying, up to the
  /// regular close on the day a PM-settled series expires, and empty behind its last trading day.
  public Span tape(OptionContract contract, LocalDate date) {
    LocalDate last = lastTradingDay(contract);
    if (date.isAfter(last)) {
      return Span.EMPTY;
    }
    boolean settles = date.equals(last) && Settlement.ofRoot(contract.root()) == Settlement.PM;
    return hours(contract.underlying(), date).tape(settles);
  }

  private LocalDate lastTradingDay(OptionContract contract) {
    LocalDate settlementDate = onOrBefore(contract.expiry());
    return switch (Settlement.ofRoot(contract.root())) {
      case AM -> previous(settlementDate);
      case PM -> settlementDate;
    };
  }

  /// When a contract stops trading and expires.
  ///
  /// A date in the symbol that is no trading day (a holiday, or the Saturday of series listed
  /// before 2015) stands for the trading day before it.
  public Expiry expiry(OptionContract contract) {
    Settlement settlement = Settlement.ofRoot(contract.root());
    LocalDate settlementDate = onOrBefore(contract.expiry());
    LocalDate last = lastTradingDay(contract);
    Span regular = day(settlementDate).regular();
    return new Expiry(
        settlement,
        last,
        tape(contract, last).toNanos(),
        settlementDate,
        settlement == Settlement.AM ? regular.fromNanos() : regular.toNanos());
  }

  /// The expiry of a month's standard options: its third Friday, or the trading day before where
  /// that Friday is a holiday.
  public LocalDate monthlyExpiry(YearMonth month) {
    LocalDate first = month.atDay(1);
    return onOrBefore(first.with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY)));
  }

  /// Whether a month's standard options expire on this date.
  public boolean isMonthlyExpiry(LocalDate date) {
    return date.equals(monthlyExpiry(YearMonth.from(date)));
  }

  /// What the market of an underlying's options is doing at an instant, and until when.
  public Phase phase(Underlying underlying, long epochNanos) {
    LocalDate tradeDate = tradeDate(epochNanos);
    long since = phases(underlying, previous(tradeDate)).getLast().span().toNanos();
    for (Phase phase : phases(underlying, tradeDate)) {
      if (phase.span().contains(epochNanos)) {
        return phase;
      }
      if (epochNanos < phase.span().fromNanos()) {
        return closed(tradeDate, since, phase);
      }
      since = phase.span().toNanos();
    }
    return closed(tradeDate, since, phases(underlying, next(tradeDate)).getFirst());
  }

  private List<Phase> phases(Underlying underlying, LocalDate tradeDate) {
    return hours(underlying, tradeDate).phases();
  }

  private static Phase closed(LocalDate tradeDate, long since, Phase next) {
    return new Phase(Phase.Kind.CLOSED, tradeDate, new Span(since, next.span().fromNanos()));
  }
}
