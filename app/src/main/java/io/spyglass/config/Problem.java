package io.spyglass.config;

/// Something wrong, or suspicious, in the configuration.
///
/// @param where the file and line, or the variable and where it was set
/// @param message the key, what was expected, and what to do
public record Problem(String where, String message) {
  @Override
  public String toString() {
    return where + ": " + message;
  }
}
