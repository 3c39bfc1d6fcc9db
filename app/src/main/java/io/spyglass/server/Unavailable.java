package io.spyglass.server;

import io.javalin.http.HttpStatus;

/// What was asked for cannot be shown; the message says why and what to do.
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isMissing;

  private Unavailable(String message, boolean isMissing) {
    super(message, null, false, false);
    this.isMissing = isMissing;
  }

  /// There is no data of it: another date may do.
  public static Unavailable missing(String message) {
    return new Unavailable(message, true);
  }

  /// This server does not show such a thing, as it was started.
  public static Unavailable never(String message) {
    return new Unavailable(message, false);
  }

  Problem problem() {
    return new Problem(
        isMissing ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT, String.valueOf(getMessage()));
  }
}
