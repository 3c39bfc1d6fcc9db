package io.spyglass.cli;

import io.spyglass.monitor.Check;
import io.spyglass.monitor.Doctor;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `spyglass doctor`: whether the platform can be used here, and what to fix where it cannot.
@Command(
    name = "doctor",
    description = "Check the JDK, folders, port, keys, plan and clock, and say what to fix.")
final class DoctorCommand implements Callable<Integer> {
  @ParentCommand private Spyglass root;
  @Mixin private Printer printer;

  @Override
  public Integer call() {
    List<Check> checks = new Doctor(Clock.systemUTC()).examine(root.inspect());
    Table table = Table.of("check", "state", "finding");
    for (Check check : checks) {
      table.add(check.name(), printer.json() ? word(check.verdict()) : mark(check), finding(check));
    }
    printer.print(table);
    boolean usable = checks.stream().noneMatch(check -> check.verdict() == Check.Verdict.BAD);
    return (usable ? ExitCode.DONE : ExitCode.CONFIGURATION).status();
  }

  private static String mark(Check check) {
    String mark =
        switch (check.verdict()) {
          case GOOD -> "✔ ";
          case NOTE -> "! ";
          case BAD -> "✖ ";
        };
    return mark + word(check.verdict());
  }

  private static String word(Check.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String finding(Check check) {
    return Logging.state().redaction().apply(check.finding());
  }
}
