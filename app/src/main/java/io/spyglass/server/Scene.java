package io.spyglass.server;

import io.spyglass.session.Feeds;
import io.spyglass.session.Playback;
import io.spyglass.session.PlaybackState;
import org.jspecify.annotations.Nullable;

/// Something to show: a board, what steers it, and what tells how fresh it is. Thread-safe.
public final class Scene {
  private final FlowBoard board;
  private final @Nullable Playback playback;
  private final Feeds feeds;
  private final FeedAge age;

  /// A scene.
  ///
  /// @param playback the controls of the replay that the board shows, null for none
  /// @param feeds where a live market comes from, [Feeds#NONE] for any other
  public Scene(FlowBoard board, @Nullable Playback playback, Feeds feeds) {
    this.board = board;
    this.playback = playback;
    this.feeds = feeds;
    this.age = new FeedAge(board);
  }

  /// What is shown.
  public FlowBoard board() {
    return board;
  }

  /// The controls of the replay, null for none.
  public @Nullable Playback playback() {
    return playback;
  }

  /// Where the replay is, null for none.
  @Nullable PlaybackState replay() {
    return playback == null ? null : playback.state();
  }

  /// Whether it is the market itself, told by its feeds.
  boolean isLive() {
    return !feeds.equals(Feeds.NONE);
  }

  Feeds feeds() {
    return feeds;
  }

  /// How old what is shown is, negative for unknown: what the feeds of a live market say, since the
  /// last fact of any other. Ticks and what follows from them alone make a live market no fresher.
  long ageNanos() {
    return isLive() ? feeds.ageNanos() : age.nanos();
  }
}
