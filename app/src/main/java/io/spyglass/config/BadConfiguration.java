package io.spyglass.config;

import java.util.List;

/// The configuration cannot be used, and nothing starts. The message is the first problem, and how
/// to list the others.
public final class BadConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadConfiguration(List<Problem> problems) {
    super(message(problems));
  }

  private static String message(List<Problem> problems) {
    String first = problems.getFirst().toString();
    int others = problems.size() - 1;
    return others == 0 ? first : first + " (and " + others + " more: spyglass config validate)";
  }
}
