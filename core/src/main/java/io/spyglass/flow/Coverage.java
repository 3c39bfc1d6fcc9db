package io.spyglass.flow;

/// Of which contracts a source delivers all that they trade.
///
/// Whatever it says, a contract that had a quote or a print is one of them.
public enum Coverage {
  /// Of those that were in view on the day: others are subscribed by nobody, as of a live market.
  VIEW,
  /// Of every one that it lists, as of a recorded or simulated day.
  LISTED
}
