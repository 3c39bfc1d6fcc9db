package io.spyglass.cli;

import io.spyglass.config.Problem;
import io.spyglass.config.Settings;
import io.spyglass.config.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `spyglass config`: shows, checks and starts the configuration.
@Command(name = "config", description = "Show, check or start the configuration.")
final class ConfigCommand implements Runnable {
  @ParentCommand private Spyglass root;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: show, validate or init");
  }

  @Command(name = "show", description = "Print every setting with its effective value.")
  int show(
      @Option(names = "--origin", description = "Say where each value comes from.") boolean origin,
      @Mixin Printer printer) {
    Table table =
        printer.json()
            ? Table.of("setting", "variable", "value", "origin")
            : origin ? Table.of("setting", "origin", "value") : Table.of("setting", "value");
    for (Settings.Shown shown : root.settings().shown()) {
      if (printer.json()) {
        Object value = shown.value() instanceof String string ? clean(string) : shown.value();
        table.add(shown.name(), shown.variable().orElse(null), value, shown.origin());
      } else if (origin) {
        table.add(shown.name(), shown.origin(), text(shown));
      } else {
        table.add(shown.name(), text(shown));
      }
    }
    printer.print(table);
    return ExitCode.DONE.status();
  }

  private static @Nullable String text(Settings.Shown shown) {
    return switch (shown.value()) {
      case null -> null;
      case List<?> list -> String.join(", ", list.stream().map(String::valueOf).toList());
      case Map<?, ?> map ->
          String.join(
              ", ",
              map.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
      default -> clean(shown.value().toString());
    };
  }

  @Command(
      name = "validate",
      description = "List everything that is wrong, or say that nothing is.")
  int validate(@Mixin Printer printer) {
    Settings.Inspection inspection = root.inspect();
    boolean valid = inspection.problems().isEmpty();
    if (printer.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("valid", valid);
      document.put("problems", table(inspection.problems()));
      document.put("warnings", table(inspection.warnings()));
      printer.document(document);
    } else {
      inspection.problems().forEach(problem -> printer.line("error: " + clean(problem.toString())));
      inspection.warnings().forEach(warning -> printer.line("warning: " + warning));
      if (valid) {
        printer.line("The configuration is valid.");
      }
    }
    return (valid ? ExitCode.DONE : ExitCode.CONFIGURATION).status();
  }

  private static Table table(List<Problem> problems) {
    Table table = Table.of("where", "message");
    problems.forEach(problem -> table.add(problem.where(), clean(problem.message())));
    return table;
  }

  /// A bad value that is no secret by its type may still be an address with a password in it.
  private static String clean(String text) {
    return Logging.state().redaction().apply(text);
  }

  @Command(
      name = "init",
      description = "Write the YAML files with commented defaults, and .env with placeholders.")
  int init(
      @Option(names = "--force", description = "Overwrite files that exist.") boolean force,
      @Mixin Printer printer) {
    Table table = Table.of("file", "state");
    Templates.write(root.sources(), force)
        .forEach((file, written) -> table.add(file, written ? "written" : "kept"));
    printer.print(table);
    return ExitCode.DONE.status();
  }
}
