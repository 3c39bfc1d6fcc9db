package io.spyglass.flow;

/// Hears what happens to the flow, on the session's thread, at the moment it happens. What is
/// handed over is live: a listener copies what it keeps.
public interface FlowListener {

  /// A print was sided, and counted unless it lies outside the tape's hours.
  default void print(Print print) {}

  /// A contract became known, or its quote, totals, open interest or Greeks changed.
  default void row(ContractFlow row) {}

  /// The underlying's spot changed.
  default void spot(UnderlyingFlow underlying) {}

  /// Another series or other strikes of a date of expiry are in view.
  default void view(ExpiryFlow expiry) {}
}
