package io.spyglass.session;

/// The controls of a replay, safe to use from any thread. One clock serves every viewer.
public interface Playback {

  /// Where the replay is and how it moves.
  PlaybackState state();

  /// Goes on from where it stands.
  void play();

  /// Stands still.
  void pause();

  /// Pauses and handles the events up to the next whole second.
  void step();

  /// Goes to an instant of the day; what lies outside is taken to the nearer end. Back means from
  /// the start at full speed.
  void seek(long epochNanos);

  /// Seconds of the day a second of the clock, above 0; infinity for as fast as possible.
  ///
  /// @throws IllegalArgumentException for any other number
  void speed(double factor);

  /// Whether to begin again at the end.
  void loop(boolean again);
}
