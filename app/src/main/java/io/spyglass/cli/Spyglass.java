package io.spyglass.cli;

import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.Overrides;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.config.LakeSettings;
import io.spyglass.config.Problem;
import io.spyglass.config.Settings;
import io.spyglass.config.Sources;
import io.spyglass.lake.Lake;
import io.spyglass.lake.LakeOptions;
import io.spyglass.model.Underlying;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
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

  private final Path workingDirectory;
  private final Map<String, String> environment;

  @Option(
      names = "--config-dir",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "Folder of the YAML files; config/ by default.")
  private @Nullable Path configDirectory;

  @Option(
      names = "--log-format",
      paramLabel = "human|json",
      scope = ScopeType.INHERIT,
      description = "How log messages are written; human by default.")
  private Logging.Format logFormat = Logging.Format.HUMAN;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log details, and print the stack trace of a failure.")
  private boolean verbose;

  private Spyglass(Path workingDirectory, Map<String, String> environment) {
    this.workingDirectory = workingDirectory;
    this.environment = environment;
  }

  /// Runs the command line and exits with its status. Whatever the locale, data is UTF-8.
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    System.exit(commandLine().setOut(out).execute(arguments));
  }

  /// The whole command tree, ready to execute in this process's folder and environment.
  static CommandLine commandLine() {
    return commandLine(Path.of("").toAbsolutePath(), System.getenv());
  }

  /// The whole command tree, ready to execute as if in that folder and environment.
  static CommandLine commandLine(Path workingDirectory, Map<String, String> environment) {
    Spyglass root = new Spyglass(workingDirectory, environment);
    Failures failures = new Failures(root);
    return new CommandLine(root)
        .addSubcommand(new DemoCommand())
        .addSubcommand(new ServeCommand())
        .addSubcommand(new ReplayCommand())
        .addSubcommand(new SimCommand())
        .addSubcommand(new WarmUpCommand())
        .addSubcommand(new ConfigCommand())
        .addSubcommand(new DoctorCommand())
        .addSubcommand(
            new CalendarCommand(
                () -> root.calendar(root.settings()), () -> LocalDate.now(NewYork.ZONE)))
        .addSubcommand(new ImportCommand(root::lake))
        .addSubcommand(new BackfillTradesCommand())
        .addSubcommand(new CacheCommand(root::lake, root::settings))
        .addSubcommand(new CommandLine.HelpCommand())
        .registerConverter(LocalDate.class, new DateConverter())
        .registerConverter(Underlying.class, new UnderlyingConverter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(root::execute)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
  }

  private int execute(CommandLine.ParseResult parsed) {
    Logging.start(logFormat, verbose, Terminal.coloured(environment));
    return new CommandLine.RunLast().execute(parsed);
  }

  /// Where settings come from.
  Sources sources() {
    return new Sources(
        Optional.ofNullable(configDirectory), workingDirectory, environment, Map.of());
  }

  /// The variables of the process.
  Map<String, String> environment() {
    return environment;
  }

  /// Reads and checks the settings without failing.
  Settings.Inspection inspect() {
    Settings.Inspection inspection = Settings.inspect(sources());
    inspection.settings().ifPresent(Logging::use);
    return inspection;
  }

  /// The settings, their secrets hidden from every message from here on.
  ///
  /// @throws io.spyglass.config.BadConfiguration if anything is wrong with them
  Settings settings() {
    return settings(Map.of());
  }

  /// The settings under values from the command line, by variable or dotted key.
  ///
  /// @throws io.spyglass.config.BadConfiguration if anything is wrong with them
  Settings settings(Map<String, String> flags) {
    Settings.Inspection inspection = Settings.inspect(sources().with(flags));
    Settings settings = inspection.orThrow();
    Logging.use(settings);
    for (Problem warning : inspection.warnings()) {
      LoggerFactory.getLogger(Spyglass.class).warn("{}", warning);
    }
    return settings;
  }

  /// The exchange's calendar with the overrides of the settings.
  ///
  /// @throws CommandFailure if the file of overrides is not one
  TradingCalendar calendar(Settings settings) {
    TradingCalendar standard = TradingCalendar.standard();
    Optional<Path> file = settings.calendar().overridesFile();
    if (file.isEmpty()) {
      return standard;
    }
    try {
      String text = Files.readString(file.get());
      return standard.with(Overrides.parse(file.get().toString(), text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (IllegalArgumentException malformed) {
      throw new CommandFailure(
          ExitCode.CONFIGURATION, String.valueOf(malformed.getMessage()), malformed);
    }
  }

  /// The lake of the settings; its engine starts with the first read or write.
  Lake lake() {
    return lake(settings());
  }

  /// The lake of these settings.
  Lake lake(Settings settings) {
    LakeSettings lake = settings.lake();
    return new Lake(
        lake.root(), LakeOptions.defaults().with(lake.compression(), lake.rowGroupSize()));
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
