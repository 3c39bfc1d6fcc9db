package io.spyglass.cli;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.Settings;
import io.spyglass.ingest.ContractChoice;
import io.spyglass.ingest.TradeReport;
import io.spyglass.lake.Lake;
import io.spyglass.model.Underlying;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `spyglass backfill-trades`: a past day's option trades, into the cache.
@Command(
    name = "backfill-trades",
    description = {
      "Fetch a day's option trades, and quotes where the plan has them, into the cache: only what"
          + " is missing.",
      "By default of the first expiry, the strikes of the day's range and some on each side. Exits"
          + " with 4 where there are no contracts, with 5 where the vendor refuses or is out of"
          + " reach, with 6 where some contracts could not be had."
    },
    footer = {
      "%nExamples:",
      "  spyglass backfill-trades --date 2026-11-20 --underlying SPX",
      "  spyglass backfill-trades --date 2026-11-20 --underlying SPY --strikes 10",
      "  spyglass backfill-trades --date 2026-11-20 --underlying SPX --expiry 2026-11-23 --all"
    })
final class BackfillTradesCommand implements Callable<Integer> {
  @ParentCommand private Spyglass root;
  @Spec private CommandSpec spec;
  @Mixin private Printer printer;

  @Option(names = "--date", paramLabel = "DATE", required = true, description = "The day.")
  private LocalDate date;

  @Option(
      names = "--underlying",
      paramLabel = "ROOT",
      description = "Whose options; FLOW_UNDERLYING, or else SPY, by default.")
  private @Nullable Underlying underlying;

  @Option(
      names = "--expiry",
      paramLabel = "DATE",
      description = "Of which expiry; by default the first that trades on the day.")
  private @Nullable LocalDate expiry;

  @Option(
      names = "--strikes",
      paramLabel = "N",
      description =
          "Strikes beyond the day's range on each side; flow.strikes_each_side, or else 3, by"
              + " default.")
  private @Nullable Integer strikes;

  @Option(names = "--all", description = "Every contract of the expiry.")
  private boolean all;

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = root.settings();
    TradingCalendar calendar = root.calendar(settings);
    new Days(settings, calendar).requireTradingDay(date);
    TradeReport report = fetch(settings, calendar);
    complain(report);
    if (printer.json()) {
      printer.document(document(report));
    } else {
      printer.line(TradeFetch.totals(report));
    }
    return exitCode(report).status();
  }

  private TradeReport fetch(Settings settings, TradingCalendar calendar)
      throws InterruptedException {
    Underlying of =
        underlying == null ? Underlying.ofRoot(settings.flow().underlying()) : underlying;
    try (Lake lake = root.lake(settings);
        TradeFetch fetch = new TradeFetch(settings, calendar, lake)) {
      return fetch.fetch(date, of, choice(settings), spec.commandLine().getErr());
    }
  }

  private ContractChoice choice(Settings settings) {
    int eachSide =
        strikes == null
            ? settings.flow().strikesEachSide().orElse(TradeFetch.LEAST_STRIKES)
            : strikes;
    if (eachSide < 0) {
      throw new ParameterException(
          spec.commandLine(), "--strikes " + eachSide + " is below 0: give how many, as in 3");
    }
    return new ContractChoice(expiry, eachSide, all);
  }

  private static ExitCode exitCode(TradeReport report) {
    if (report.contracts() == 0) {
      return ExitCode.NO_DATA;
    }
    if (!report.isPartial()) {
      return ExitCode.DONE;
    }
    boolean nothing = report.failed().size() == report.contracts();
    return nothing ? ExitCode.VENDOR : ExitCode.PARTLY_DONE;
  }

  /// Says on standard error what could not be had, and why.
  private void complain(TradeReport report) {
    PrintWriter err = spec.commandLine().getErr();
    if (report.contracts() == 0) {
      err.println(
          "error: the vendor lists no such contracts on "
              + date
              + ": check --underlying, --expiry");
    }
    report.refused().forEach(words -> err.println("warning: " + words));
    report.failed().forEach(words -> err.println("error: " + words));
    if (report.isPartial()) {
      err.println("error: run it again to fetch what is missing");
    }
    if (!report.isOver()) {
      err.println("warning: " + date + " is not over for the vendor; it will be fetched again");
    }
    err.flush();
  }

  private static Map<String, Object> document(TradeReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("date", report.date().toString());
    document.put("contracts", report.contracts());
    document.put("fetched", report.fetched());
    document.put("cached", report.cached());
    document.put("untraded", report.untraded());
    document.put("trades", report.trades());
    document.put("quotes", report.quotes());
    document.put("bars", report.bars());
    document.put("complete", report.isOver() && !report.isPartial());
    document.put("refused", report.refused());
    document.put("failed", report.failed());
    return document;
  }
}
