package io.spyglass.cli;

import io.spyglass.ingest.LeanImport;
import io.spyglass.ingest.LeanReport;
import io.spyglass.lake.Lake;
import io.spyglass.lake.StoredFile;
import io.spyglass.session.Rejects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `spyglass import`: other tools' files into the lake.
@Command(name = "import", description = "Import other tools' files into the lake.")
final class ImportCommand implements Runnable {
  private final Supplier<Lake> lake;

  @Spec private CommandSpec spec;

  /// The command over a lake, opened when an import starts.
  ImportCommand(Supplier<Lake> lake) {
    this.lake = lake;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing what to import: lean");
  }

  @Command(
      name = "lean",
      description = {
        "Import minute and second data of options, indices and equities from QuantConnect LEAN.",
        "What was imported before may be imported again. Exits with 6 where a file or an entry"
            + " could not be imported, with 4 where there is nothing to import."
      })
  int lean(
      @Parameters(
              arity = "1..*",
              paramLabel = "PATH",
              description = "LEAN's Data folder, a folder below it, or zips.")
          List<Path> paths,
      @Mixin Printer printer) {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new ParameterException(
            spec.commandLine(), path + " does not exist: give LEAN's Data folder or zips of it");
      }
    }
    LeanReport report;
    try (Lake open = lake.get();
        Meter meter = Meter.of("import lean", "zips", spec.commandLine().getErr())) {
      report = new LeanImport(open, meter::show).run(paths);
    }
    complain(report);
    if (printer.json()) {
      printer.document(document(report));
    } else {
      printer.print(files(report));
      printer.line(totals(report));
    }
    return exitCode(report).status();
  }

  private static ExitCode exitCode(LeanReport report) {
    boolean nothing = report.stored().isEmpty();
    if (nothing && !report.isPartial()) {
      return ExitCode.NO_DATA;
    }
    if (nothing) {
      return ExitCode.SOFTWARE;
    }
    return report.isPartial() ? ExitCode.PARTLY_DONE : ExitCode.DONE;
  }

  /// Says on standard error what was not imported, and why.
  private void complain(LeanReport report) {
    report.notImported().forEach((folder, count) -> err("not imported: " + folder, count, "files"));
    report.rejected().forEach((reason, tally) -> err("rejected: " + reason, tally, "lines"));
    report.unknown().forEach((reason, tally) -> err("unknown name: " + reason, tally, "entries"));
    report.failed().forEach(message -> spec.commandLine().getErr().println("error: " + message));
    if (report.stored().isEmpty() && report.failed().isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("error: nothing was imported: give LEAN's Data folder, or zips of its days");
    }
    spec.commandLine().getErr().flush();
  }

  private void err(String what, Rejects.Tally tally, String unit) {
    err(what + " (first " + tally.firstExample() + ")", tally.count(), unit);
  }

  private void err(String what, long count, String unit) {
    spec.commandLine().getErr().println(what + ": " + count + " " + unit);
  }

  private static Table files(LeanReport report) {
    Table table = Table.of("file", "change", "rows", "note");
    for (StoredFile file : report.stored()) {
      table.add(file.file().toString(), change(file), file.rows(), file.note());
    }
    return table;
  }

  private static String change(StoredFile file) {
    return file.change().name().toLowerCase(Locale.ROOT);
  }

  private static String totals(LeanReport report) {
    return String.format(
        Locale.ROOT,
        "%d zips, %d entries: %d trade bars, %d quote bars, %d open-interest rows",
        report.zips(),
        report.entries(),
        report.bars(),
        report.quotes(),
        report.openInterest());
  }

  private static Map<String, Object> document(LeanReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("zips", report.zips());
    document.put("entries", report.entries());
    document.put("bars", report.bars());
    document.put("quotes", report.quotes());
    document.put("open_interest", report.openInterest());
    document.put("files", files(report));
    document.put("rejected", tallies(report.rejected()));
    document.put("unknown", tallies(report.unknown()));
    document.put("failed", report.failed());
    document.put("not_imported", report.notImported());
    return document;
  }

  private static Table tallies(Map<String, Rejects.Tally> tallies) {
    Table table = Table.of("reason", "count", "first");
    tallies.forEach((reason, tally) -> table.add(reason, tally.count(), tally.firstExample()));
    return table;
  }
}
