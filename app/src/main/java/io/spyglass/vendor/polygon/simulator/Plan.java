package io.spyglass.vendor.polygon.simulator;

import java.util.Optional;

/// What a key is entitled to, the same on options, stocks and indices. Source: the vendor's list of
/// plans for individuals, July 2026.
enum Plan {
  /// End-of-day and minute bars, reference data; five calls a minute, no sockets.
  BASIC(5, true),
  /// Snapshots, second bars and bars on sockets, a quarter of an hour late.
  STARTER(0, true),
  /// Trades too.
  DEVELOPER(0, true),
  /// Quotes too, and everything at once.
  ADVANCED(0, false);

  /// The key that is always refused.
  static final String REFUSED = "invalid";

  private static final long QUARTER_HOUR = 15 * 60 * 1_000_000_000L;

  private final int callsPerMinute;
  private final boolean isDelayed;

  Plan(int callsPerMinute, boolean isDelayed) {
    this.callsPerMinute = callsPerMinute;
    this.isDelayed = isDelayed;
  }

  /// The plan of a key; empty for one that is refused.
  static Optional<Plan> of(String key) {
    return switch (key) {
      case REFUSED -> Optional.empty();
      case "basic" -> Optional.of(BASIC);
      case "starter" -> Optional.of(STARTER);
      case "developer" -> Optional.of(DEVELOPER);
      default -> Optional.of(ADVANCED);
    };
  }

  /// REST calls a minute, 0 for as many as one likes.
  int callsPerMinute() {
    return callsPerMinute;
  }

  /// How far behind the clock its data are.
  long delayNanos() {
    return isDelayed ? QUARTER_HOUR : 0;
  }

  boolean isDelayed() {
    return isDelayed;
  }

  boolean hasSockets() {
    return this != BASIC;
  }

  boolean hasSnapshots() {
    return this != BASIC;
  }

  boolean hasSeconds() {
    return this != BASIC;
  }

  /// Whether it sees back as far as there are data, rather than two years.
  boolean hasHistory() {
    return this != BASIC;
  }

  /// Whether bars of the day that is under way are its own.
  boolean hasToday() {
    return this != BASIC;
  }

  boolean hasTrades() {
    return this == DEVELOPER || this == ADVANCED;
  }

  boolean hasQuotes() {
    return this == ADVANCED;
  }

  /// Whether a socket may carry a channel; fair market value and imbalances are for businesses.
  boolean has(Channel channel) {
    return switch (channel) {
      case T -> hasTrades();
      case Q, LULD -> hasQuotes();
      case A, AM, V -> hasSockets();
      case FMV, NOI -> false;
    };
  }

  /// What answers say about their age.
  String timeframe() {
    return isDelayed ? "DELAYED" : "REAL-TIME";
  }
}
