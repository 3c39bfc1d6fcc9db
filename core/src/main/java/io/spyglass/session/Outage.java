package io.spyglass.session;

import org.jspecify.annotations.Nullable;

/// Something outside is out of reach: a disk, a vendor, a database. The message says what, where,
/// and what to do.
public class Outage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Outage(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
