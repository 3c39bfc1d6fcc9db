package io.spyglass.cli;

import io.spyglass.calendar.NewYork;
import io.spyglass.config.Settings;
import io.spyglass.journal.Clock;
import io.spyglass.lake.CacheDay;
import io.spyglass.lake.Lake;
import io.spyglass.monitor.Retention;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `spyglass cache`: the trades and quotes kept one file a contract.
@Command(name = "cache", description = "Show or clear the cached trades and quotes.")
final class CacheCommand implements Runnable {
  private final Supplier<Lake> lake;
  private final Supplier<Settings> settings;

  @Spec private CommandSpec spec;

  /// The command over a lake, opened when it is read.
  ///
  /// @param settings what bounds the use of the disk
  CacheCommand(Supplier<Lake> lake, Supplier<Settings> settings) {
    this.lake = lake;
    this.settings = settings;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing what to do: stats or clear");
  }

  @Command(name = "stats", description = "Print what is cached, one row a day.")
  void stats(@Mixin Printer printer) {
    try (Lake open = lake.get()) {
      List<CacheDay> days = open.cache();
      Table table =
          Table.of("date", "contracts", "trade_files", "quote_files", "trades", "quotes", "bytes");
      for (CacheDay day : days) {
        table.add(
            day.date(),
            day.contracts(),
            day.tradeFiles(),
            day.quoteFiles(),
            open.cachedTrades(day.date()),
            open.cachedQuotes(day.date()),
            day.bytes());
      }
      printer.print(table);
      if (!printer.json()) {
        printer.line("Cache: " + totals(days) + " in " + open.root());
        LocalDate today = NewYork.date(Clock.SYSTEM.epochNanos());
        new Retention(open.root(), open, settings.get().retention())
            .plan(today)
            .forEach(doomed -> printer.line("To be deleted at a trading day's end: " + doomed));
      }
    }
  }

  @Command(
      name = "clear",
      description = "Delete cached trades and quotes; bars, news and everything else stay.")
  void clear(
      @Option(
              names = "--date",
              paramLabel = "DATE",
              description = "The day to delete; by default all.")
          @Nullable LocalDate date,
      @Option(names = "--yes", description = "Do not ask.") boolean yes) {
    try (Lake open = lake.get()) {
      List<CacheDay> days =
          open.cache().stream().filter(day -> date == null || day.date().equals(date)).toList();
      if (days.isEmpty()) {
        throw new CommandFailure(
            ExitCode.NO_DATA,
            "nothing is cached" + (date == null ? "" : " of " + date) + " in " + open.root());
      }
      say("To delete from " + open.root().resolve("historical") + ": " + totals(days));
      if (!yes && !confirmed()) {
        throw new CommandFailure(ExitCode.USAGE, "nothing was deleted: add --yes to delete it");
      }
      open.clear(days);
      say("Deleted " + totals(days));
    }
  }

  private static boolean confirmed() {
    return Optional.ofNullable(System.console())
        .filter(_ -> Terminal.interactive())
        .map(console -> "yes".equals(console.readLine("Type yes to delete: ")))
        .orElse(false);
  }

  private void say(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
  }

  private static String totals(List<CacheDay> days) {
    int files = days.stream().mapToInt(day -> day.tradeFiles() + day.quoteFiles()).sum();
    long bytes = days.stream().mapToLong(CacheDay::bytes).sum();
    return String.format(Locale.ROOT, "%d files, %,d bytes, %d days", files, bytes, days.size());
  }
}
