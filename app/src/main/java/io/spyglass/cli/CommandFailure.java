package io.spyglass.cli;

import org.jspecify.annotations.Nullable;

/// The end of a command that cannot go on: one line for the user, and the exit code.
///
/// The message says what is wrong, where, and what to do. It is printed as it is, without a stack
/// trace unless `--verbose` asks for one.
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public CommandFailure(ExitCode exitCode, String message) {
    this(exitCode, message, null);
  }

  public CommandFailure(ExitCode exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /// What the process ends with.
  public ExitCode exitCode() {
    return exitCode;
  }
}
