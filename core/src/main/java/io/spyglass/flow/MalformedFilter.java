package io.spyglass.flow;

/// A text that is no [PrintFilter]: where it is wrong, and what is expected there.
public final class MalformedFilter extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  MalformedFilter(int position, String expected) {
    super(expected);
    this.position = position;
  }

  /// Where the first wrong character stands or something is missing, from 0.
  public int position() {
    return position;
  }
}
