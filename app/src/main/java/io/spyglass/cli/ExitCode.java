package io.spyglass.cli;

/// What a command's exit status says to the shell and to scripts.
public enum ExitCode {
  /// The work is done.
  DONE(0),
  /// A fault of the software, or a corrupt file.
  SOFTWARE(1),
  /// Arguments that the command line does not know.
  USAGE(2),
  /// A port in use, a folder that cannot be written, a bad setting.
  CONFIGURATION(3),
  /// No data for what was asked; a date without a trading day too.
  NO_DATA(4),
  /// A vendor refused or cannot be reached.
  VENDOR(5),
  /// Part of the work is done, and the output says which.
  PARTLY_DONE(6),
  /// The user stopped the work.
  INTERRUPTED(130);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /// The process exit status.
  public int status() {
    return status;
  }
}
