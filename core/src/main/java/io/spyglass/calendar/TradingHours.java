package io.spyglass.calendar;

import io.spyglass.model.Underlying;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The sessions of one trade date in the options of one underlying, New York:
///
/// | session | hours | who |
/// |---|---|---|
/// | overnight | 20:15 of the evening before to 09:15 since 2021-11-22; 03:00 to 09:15 since 2015-03-09 | SPX, VIX, XSP |
/// | regular | 09:30 to 16:00, short days 13:00 | all |
/// | tape | 09:30 to 16:15, short days 13:15; a series that settles on this day's close stops with the regular hours | indices and the ETFs that follow them |
/// | curb | 16:15 to 17:00 since 2022-04-25, not on short days | SPX, VIX, XSP |
///
/// Since 2022-02-15 a weekday without regular hours has an overnight session too, which belongs to
/// the next trade date. On a closed date everything is empty.
///
/// Sources: Cboe rule 5.1; SR-CBOE-2021-068 (holidays). Which single holidays go without an
/// overnight session is in the exchange's yearly notice, not here.
///
/// @param underlying whose options
/// @param tradeDate the date that prints of these sessions carry
/// @param overnight in the order of time; more than one behind a holiday
/// @param regular the regular hours
/// @param tape what counts in a day's totals
/// @param curb the session behind the tape
public record TradingHours(
    Underlying underlying,
    LocalDate tradeDate,
    List<Span> overnight,
    Span regular,
    Span tape,
    Span curb) {

  static final LocalTime EVENING = LocalTime.of(20, 15);
  private static final LocalTime EARLY_MORNING = LocalTime.of(3, 0);
  private static final LocalTime OVERNIGHT_END = LocalTime.of(9, 15);
  private static final LocalTime CURB_END = LocalTime.of(17, 0);
  private static final long QUARTER_HOUR_NANOS = Duration.ofMinutes(15).toNanos();

  private static final LocalDate FIRST_MORNING = LocalDate.of(2015, 3, 9);
  private static final LocalDate FIRST_EVENING = LocalDate.of(2021, 11, 22);
  private static final LocalDate FIRST_HOLIDAY = LocalDate.of(2022, 2, 15);
  private static final LocalDate FIRST_CURB = LocalDate.of(2022, 4, 25);

  private static final Set<String> AROUND_THE_CLOCK = Set.of("SPX", "VIX", "XSP");
  private static final Set<String> LATE_FUNDS = Set.of("SPY", "QQQ", "IWM", "DIA");

  public TradingHours {
    overnight = List.copyOf(overnight);
  }

  /// The hours of `day`, of which `previous` is the trading day before.
  static TradingHours of(Underlying underlying, TradingDay day, LocalDate previous) {
    if (!day.isOpen()) {
      return new TradingHours(
          underlying, day.date(), List.of(), Span.EMPTY, Span.EMPTY, Span.EMPTY);
    }
    Span regular = day.regular();
    long late =
        underlying.isIndex() || LATE_FUNDS.contains(underlying.symbol()) ? QUARTER_HOUR_NANOS : 0;
    Span tape = new Span(regular.fromNanos(), regular.toNanos() + late);
    boolean around = AROUND_THE_CLOCK.contains(underlying.symbol());
    List<Span> overnight = around ? overnight(day.date(), previous) : List.of();
    Span curb = around ? curb(day.date(), tape) : Span.EMPTY;
    return new TradingHours(underlying, day.date(), overnight, regular, tape, curb);
  }

  private static List<Span> overnight(LocalDate tradeDate, LocalDate previous) {
    List<Span> nights = new ArrayList<>();
    for (LocalDate d = previous.plusDays(1); d.isBefore(tradeDate); d = d.plusDays(1)) {
      if (!d.isBefore(FIRST_HOLIDAY) && !Holidays.isWeekend(d)) {
        nights.add(night(d));
      }
    }
    if (!tradeDate.isBefore(FIRST_EVENING)) {
      nights.add(night(tradeDate));
    } else if (!tradeDate.isBefore(FIRST_MORNING)) {
      nights.add(NewYork.span(tradeDate, EARLY_MORNING, OVERNIGHT_END));
    }
    return nights;
  }

  private static Span night(LocalDate morning) {
    return new Span(
        NewYork.epochNanos(morning.minusDays(1), EVENING),
        NewYork.epochNanos(morning, OVERNIGHT_END));
  }

  private static Span curb(LocalDate date, Span tape) {
    long end = NewYork.epochNanos(date, CURB_END);
    long begin = end - 3 * QUARTER_HOUR_NANOS;
    boolean held = !date.isBefore(FIRST_CURB) && tape.toNanos() == begin;
    return held ? new Span(begin, end) : Span.EMPTY;
  }

  /// The part of the tape in which a series trades that settles on this day's close, or does not.
  public Span tape(boolean settlesOnTheClose) {
    return settlesOnTheClose ? regular : tape;
  }

  /// The phases of this trade date in the order of time; between them the market is closed.
  public List<Phase> phases() {
    List<Phase> phases = new ArrayList<>();
    overnight.forEach(night -> add(phases, Phase.Kind.OVERNIGHT, night));
    long open = regular.fromNanos();
    if (!regular.isEmpty()) {
      add(phases, Phase.Kind.PRE_OPEN, new Span(open - QUARTER_HOUR_NANOS, open));
    }
    add(phases, Phase.Kind.REGULAR, regular);
    add(phases, Phase.Kind.LATE, new Span(regular.toNanos(), tape.toNanos()));
    add(phases, Phase.Kind.CURB, curb);
    return List.copyOf(phases);
  }

  private void add(List<Phase> phases, Phase.Kind kind, Span span) {
    if (!span.isEmpty()) {
      phases.add(new Phase(kind, tradeDate, span));
    }
  }
}
