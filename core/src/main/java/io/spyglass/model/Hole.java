package io.spyglass.model;

/// A stretch of time for which events are missing.
///
/// @param epochNanos when the hole was found or its state changed
/// @param receivedNanos the same by this machine's clock
/// @param fromNanos the last instant before it that is known to be whole
/// @param toNanos the first instant behind it that is known to be whole
/// @param reason in plain words
/// @param filled whether the missing events were fetched afterwards
public record Hole(
    long epochNanos,
    long receivedNanos,
    long fromNanos,
    long toNanos,
    String reason,
    boolean filled)
    implements MarketEvent {

  /// How the reason of a hole begins that lacks values of an index and nothing else.
  public static final String INDEX_VALUES = "index values: ";

  /// Whether prints may be missing in it. Values of an index are not fetched: the next one takes
  /// their place.
  public boolean lacksPrints() {
    return !reason.startsWith(INDEX_VALUES);
  }

  /// Whether something is still missing, or it is not known up to when.
  public boolean isOpen() {
    return !filled && (lacksPrints() || fromNanos == toNanos);
  }
}
