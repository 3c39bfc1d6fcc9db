package io.spyglass.cli;

import io.spyglass.config.BadConfiguration;
import io.spyglass.lake.NoData;
import io.spyglass.net.Redaction;
import io.spyglass.net.Refusal;
import io.spyglass.net.VendorOutage;
import io.spyglass.session.CorruptFile;
import io.spyglass.session.Outage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns whatever a command threw into one clear message on standard error and an exit code.
///
/// An expected failure and a corrupt file print their message alone; a software error prints its
/// stack trace too, and `--verbose` prints it for every failure. Thread-safe.
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Spyglass root;

  Failures(Spyglass root) {
    this.root = root;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, @Nullable ParseResult parsed) {
    ExitCode exitCode = exitCode(failure);
    PrintWriter err = commandLine.getErr();
    Redaction redaction = Logging.state().redaction();
    err.println("error: " + redaction.apply(message(failure, exitCode)));
    if (root.verbose() || (exitCode == ExitCode.SOFTWARE && !(failure instanceof CorruptFile))) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      err.print(redaction.apply(trace.toString()));
    }
    err.flush();
    return exitCode.status();
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine commandLine = failure.getCommandLine();
    PrintWriter err = commandLine.getErr();
    err.println("error: " + failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Try '" + commandLine.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ExitCode.USAGE.status();
  }

  static ExitCode exitCode(Throwable failure) {
    return switch (failure) {
      case CommandFailure command -> command.exitCode();
      case CorruptFile _ -> ExitCode.SOFTWARE;
      case NoData _ -> ExitCode.NO_DATA;
      case Refusal _, VendorOutage _ -> ExitCode.VENDOR;
      case BadConfiguration _, Outage _ -> ExitCode.CONFIGURATION;
      case UncheckedIOException unchecked -> exitCode(cause(unchecked));
      case FileSystemException _, FileNotFoundException _ -> ExitCode.CONFIGURATION;
      case InterruptedException _ -> ExitCode.INTERRUPTED;
      default -> ExitCode.SOFTWARE;
    };
  }

  private static String message(Throwable failure, ExitCode exitCode) {
    return switch (failure) {
      case UncheckedIOException unchecked -> message(cause(unchecked), exitCode);
      case NoSuchFileException missing -> missing.getFile() + ": no such file or folder";
      case AccessDeniedException denied ->
          denied.getFile() + ": no permission; give this user access or choose another folder";
      case FileAlreadyExistsException existing ->
          existing.getFile() + ": exists already, and is not what is needed there";
      case FileSystemException other when other.getReason() == null ->
          other.getFile() + ": " + other.getClass().getSimpleName();
      case InterruptedException _ -> "interrupted";
      case CorruptFile corrupt -> String.valueOf(corrupt.getMessage());
      default ->
          exitCode == ExitCode.SOFTWARE && !(failure instanceof CommandFailure)
              ? "software error, please report it with the lines below: " + failure
              : String.valueOf(failure.getMessage());
    };
  }

  private static IOException cause(UncheckedIOException unchecked) {
    IOException cause = unchecked.getCause();
    return cause == null ? new IOException(unchecked.getMessage()) : cause;
  }
}
