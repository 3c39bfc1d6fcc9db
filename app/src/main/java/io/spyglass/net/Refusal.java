package io.spyglass.net;

/// A vendor understood a request and said no: a wrong key, a plan without that data, an unknown
/// ticker, a bad parameter. Asking again changes nothing. The message says what was asked, what the
/// vendor said, and what to do; secrets are taken out of it.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /// A refusal with the HTTP status of the answer.
  public Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  /// The HTTP status of the answer; 200 where only the body says no.
  public int status() {
    return status;
  }
}
