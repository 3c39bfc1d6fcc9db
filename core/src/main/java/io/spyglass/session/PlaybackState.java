package io.spyglass.session;

import org.jspecify.annotations.Nullable;

/// Where a replay is and how it moves.
///
/// @param fromNanos the first instant of the replay
/// @param toNanos its last
/// @param positionNanos the instant up to which events were handled
/// @param playing whether it moves
/// @param targetNanos the instant asked for that it is on its way to, null where it is on none
/// @param speed seconds of the day a second of the clock; infinity for as fast as possible
/// @param loop whether it begins again at the end
/// @param ended whether the last event was handled
/// @param failure why it cannot go on, null while it can
public record PlaybackState(
    long fromNanos,
    long toNanos,
    long positionNanos,
    boolean playing,
    @Nullable Long targetNanos,
    double speed,
    boolean loop,
    boolean ended,
    @Nullable String failure) {

  /// Whether it is on its way to an instant asked for.
  public boolean seeking() {
    return targetNanos != null;
  }
}
