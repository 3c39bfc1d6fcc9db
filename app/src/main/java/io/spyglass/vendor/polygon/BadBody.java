package io.spyglass.vendor.polygon;

import org.jspecify.annotations.Nullable;

/// A body that is not JSON from end to end, or not of the kind that was asked for.
final class BadBody extends Exception {
  private static final long serialVersionUID = 1L;

  BadBody(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
