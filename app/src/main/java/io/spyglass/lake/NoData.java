package io.spyglass.lake;

/// The lake holds nothing of what was asked. The message says what, where, and how to get it.
public final class NoData extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoData(String message) {
    super(message);
  }
}
