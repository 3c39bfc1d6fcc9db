package io.spyglass.model;

/// A second of the session's clock has passed: the wall clock's live, the events' own in a replay.
///
/// @param epochNanos the whole second
public record Tick(long epochNanos) implements MarketEvent {
  @Override
  public long receivedNanos() {
    return epochNanos;
  }
}
