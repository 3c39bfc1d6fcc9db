package io.spyglass.vendor.polygon;

/// A body that is not JSON from end to end, or not of the kind that was asked for. Its message
/// quotes nothing of the body.
final class BadBody extends Exception {
  private static final long serialVersionUID = 1L;

  BadBody(String message) {
    super(message);
  }
}
