package io.spyglass.vendor.polygon;

/// A message that cannot be read. It carries no stack: a stream of rubbish costs no more than one
/// of prints.
final class BadMessage extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  BadMessage(Reason reason) {
    super(reason.words, null, false, false);
    this.reason = reason;
  }

  /// What can be wrong.
  enum Reason {
    NOT_JSON("no JSON array of messages"),
    TOO_DEEP("nested too deep"),
    NUMBER("not a number"),
    FIELD("a field is missing"),
    SYMBOL("not a ticker"),
    TIME("a time outside 2000 to 2099"),
    VALUE("a price or size that cannot be");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  Reason reason() {
    return reason;
  }
}
