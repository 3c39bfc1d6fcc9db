package io.spyglass.lake;

/// How much of a day's market a write holds; a file that is not complete is fetched again later.
public enum Completeness {
  /// The whole session of everything written.
  SESSION,
  /// Every trade of the session, and what there was of everything else.
  PRINTS,
  /// The whole session of the underlyings, but only some of the day's contracts.
  UNDERLYINGS,
  /// A session that is still going on, or was cut short.
  PARTIAL
}
