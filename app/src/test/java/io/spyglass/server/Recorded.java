package io.spyglass.server;

import io.spyglass.session.Playback;
import io.spyglass.session.PlaybackState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A replay that moves only when told, and notes what it was told.
final class Recorded implements Playback {
  final List<String> told = new ArrayList<>();
  private PlaybackState state =
      new PlaybackState(Day.OPEN, Day.CLOSE, Day.OPEN, true, null, 1, false, false, null);

  /// Says from here on that it cannot go on.
  synchronized void fail(String why) {
    state = new PlaybackState(Day.OPEN, Day.CLOSE, Day.OPEN, false, null, 1, false, true, why);
  }

  /// Is on its way to an instant until told of another; null is there.
  synchronized void travel(@Nullable Long targetNanos) {
    state =
        new PlaybackState(Day.OPEN, Day.CLOSE, Day.OPEN, true, targetNanos, 1, false, false, null);
  }

  @Override
  public synchronized PlaybackState state() {
    return state;
  }

  @Override
  public synchronized void play() {
    told.add("play");
    state = with(state.positionNanos(), true, state.speed(), state.loop());
  }

  @Override
  public synchronized void pause() {
    told.add("pause");
    state = with(state.positionNanos(), false, state.speed(), state.loop());
  }

  @Override
  public synchronized void step() {
    told.add("step");
    state = with(state.positionNanos() + Day.SECOND, false, state.speed(), state.loop());
  }

  @Override
  public synchronized void seek(long epochNanos) {
    told.add("seek " + (epochNanos - Day.OPEN) / Day.SECOND);
    state = with(epochNanos, state.playing(), state.speed(), state.loop());
  }

  @Override
  public synchronized void speed(double factor) {
    told.add("speed " + factor);
    state = with(state.positionNanos(), state.playing(), factor, state.loop());
  }

  @Override
  public synchronized void loop(boolean again) {
    told.add("loop " + again);
    state = with(state.positionNanos(), state.playing(), state.speed(), again);
  }

  private static PlaybackState with(long position, boolean playing, double speed, boolean loop) {
    return new PlaybackState(
        Day.OPEN, Day.CLOSE, position, playing, null, speed, loop, false, null);
  }
}
