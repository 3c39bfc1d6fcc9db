package io.spyglass.cli;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingCalendar;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The root command, `spyglass`, and the platform's one `main`.
///
/// Its options are accepted by every command, before or after the command's name. A command finds
/// them through `@ParentCommand`. Without a subcommand it prints its usage and exits with
/// [ExitCode#USAGE].
@Command(
    name = "spyglass",
    description = "S&P 500 index and ETF options: collect, replay, watch, decide, backtest.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Spyglass.Version.class)
public final class Spyglass implements Runnable {
  private static final String UNPACKAGED = "development";

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log details, and print the stack trace of a failure.")
  private boolean verbose;

  /// Runs the command line and exits with its status.
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /// The whole command tree, ready to execute.
  static CommandLine commandLine() {
    Spyglass root = new Spyglass();
    Failures failures = new Failures(root);
    return new CommandLine(root)
        .addSubcommand(
            new CalendarCommand(TradingCalendar.standard(), () -> LocalDate.now(NewYork.ZONE)))
        .registerConverter(LocalDate.class, new DateConverter())
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
  }

  /// Whether the user asked for details.
  boolean verbose() {
    return verbose;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
  }

  /// The version that the jar's manifest carries.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Spyglass.class.getPackage().getImplementationVersion();
      return new String[] {"spyglass " + (version == null ? UNPACKAGED : version)};
    }
  }
}
