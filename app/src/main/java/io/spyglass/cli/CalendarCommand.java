package io.spyglass.cli;

import io.spyglass.calendar.Expiry;
import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.calendar.TradingDay;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `spyglass calendar`: the exchange's days, and when a contract stops trading and expires.
@Command(
    name = "calendar",
    description = "Print trading days and hours (New York), one row a day, weekends included.")
final class CalendarCommand implements Runnable {
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);
  private static final Underlying SPX = new Underlying("SPX");

  private final Supplier<TradingCalendar> calendar;
  private final Supplier<LocalDate> today;

  @Spec private CommandSpec spec;
  @Mixin private Printer printer;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day; by default the first of the month of --to, or of this month.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day; by default the last of the month of --from.")
  private @Nullable LocalDate to;

  /// The command over a calendar.
  ///
  /// @param today New York's date now
  CalendarCommand(Supplier<TradingCalendar> calendar, Supplier<LocalDate> today) {
    this.calendar = calendar;
    this.today = today;
  }

  @Override
  public void run() {
    LocalDate first = from;
    if (first == null) {
      first = (to == null ? today.get() : to).withDayOfMonth(1);
    }
    LocalDate last = to == null ? YearMonth.from(first).atEndOfMonth() : to;
    check(first, last);
    Table table = Table.of("date", "kind", "open", "close", "spx_close");
    TradingCalendar days = calendar.get();
    first.datesUntil(last.plusDays(1)).forEach(date -> add(table, days, days.day(date)));
    printer.print(table);
  }

  private void check(LocalDate first, LocalDate last) {
    if (first.isAfter(last)) {
      throw new ParameterException(
          spec.commandLine(), "--from " + first + " is after --to " + last + ": swap them");
    }
    if (first.isBefore(FIRST) || last.isAfter(LAST)) {
      LocalDate bad = first.isBefore(FIRST) ? first : last;
      throw new ParameterException(
          spec.commandLine(), bad + " is outside the calendar, " + FIRST + " to " + LAST);
    }
  }

  private static void add(Table table, TradingCalendar calendar, TradingDay day) {
    String kind = day.kind().name().toLowerCase(Locale.ROOT);
    if (!day.isOpen()) {
      table.add(day.date(), kind, null, null, null);
      return;
    }
    LocalTime open = NewYork.time(day.exchange().fromNanos());
    LocalTime close = NewYork.time(day.exchange().toNanos());
    LocalTime spxClose = NewYork.time(calendar.hours(SPX, day.date()).tape().toNanos());
    table.add(day.date(), kind, open, close, spxClose);
  }

  @Command(
      name = "expiry",
      description = "Print when an option contract stops trading, how it settles, and its expiry.")
  void expiry(
      @Parameters(
              paramLabel = "SYMBOL",
              description = "The contract, as in SPXW251219C06000000; OSI and O: spellings too.")
          String symbol,
      @Mixin Printer expiryPrinter) {
    OptionContract contract;
    try {
      contract = OptionContract.parse(symbol);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    Expiry expiry = calendar.get().expiry(contract);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("symbol", contract.compact());
    row.put("last_trading_instant", instant(expiry.lastTradeNanos()));
    row.put("settlement", expiry.settlement());
    row.put("expiry_instant", instant(expiry.expiryNanos()));
    if (expiryPrinter.json()) {
      expiryPrinter.document(row);
    } else {
      expiryPrinter.print(
          Table.of(row.keySet().toArray(String[]::new)).add(row.values().toArray()));
    }
  }

  private static String instant(long epochNanos) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(NewYork.dateTime(epochNanos));
  }
}
