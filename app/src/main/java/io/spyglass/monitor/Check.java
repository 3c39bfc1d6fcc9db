package io.spyglass.monitor;

/// One thing that was looked at.
///
/// @param finding what was seen and, where something is wrong, what to do
public record Check(String name, Verdict verdict, String finding) {
  /// What to make of it.
  public enum Verdict {
    /// As it should be.
    GOOD,
    /// Worth knowing; the platform runs.
    NOTE,
    /// To be fixed before the platform can be used.
    BAD
  }

  static Check good(String name, String finding) {
    return new Check(name, Verdict.GOOD, finding);
  }

  static Check note(String name, String finding) {
    return new Check(name, Verdict.NOTE, finding);
  }

  static Check bad(String name, String finding) {
    return new Check(name, Verdict.BAD, finding);
  }
}
