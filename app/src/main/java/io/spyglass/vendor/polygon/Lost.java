package io.spyglass.vendor.polygon;

/// A connection is over. The message says why, in words that fit behind "the connection is lost".
final class Lost extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  Lost(Kind kind, String why) {
    super(why, null, false, false);
    this.kind = kind;
  }

  /// How to go on.
  enum Kind {
    /// Try again, each time later.
    BROKEN,
    /// Another connection has this key's place: leave it alone for a while.
    CROWDED,
    /// The key does not open this socket.
    REFUSED
  }

  Kind kind() {
    return kind;
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
