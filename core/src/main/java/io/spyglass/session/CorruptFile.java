package io.spyglass.session;

import org.jspecify.annotations.Nullable;

/// A stored file is damaged, cut short or not what its name says. The message names the file, the
/// place in it where there is one, what is wrong, and what to do.
public final class CorruptFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CorruptFile(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
