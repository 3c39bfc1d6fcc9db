package io.spyglass.server;

import io.spyglass.session.FeedState;
import io.spyglass.session.FeedState.Counts;
import io.spyglass.session.FeedState.State;
import io.spyglass.session.Feeds;
import io.spyglass.session.RecordingState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A live side that says what it is told to say.
final class Fed implements Feeds {
  static final Counts COUNTS = new Counts(3, 2, 2, 1, 1, 81_223, 120, 3, 1, 4, 5);

  volatile List<FeedState> feeds = List.of(feed("options", State.STREAMING, "", true));
  volatile @Nullable RecordingState recording =
      new RecordingState(true, Day.OPEN, "", 123, 0, 4096, 1 << 20);
  volatile long clockNanos = Day.at(600);
  volatile long ageNanos = 38_000_000;
  volatile long behindNanos = 4_000_000;
  volatile List<String> troubles = List.of();
  volatile List<String> notes = List.of();
  volatile List<String> deletions = List.of();
  volatile @Nullable String cacheTrouble;

  static FeedState feed(String name, State state, String detail, boolean isRequired) {
    return new FeedState(
        name, state, detail, isRequired, 38_000_000, 21_000_000, 28, 1, 2, 512, 6, COUNTS);
  }

  @Override
  public List<FeedState> feeds() {
    return feeds;
  }

  @Override
  public @Nullable RecordingState recording() {
    return recording;
  }

  @Override
  public long clockNanos() {
    return clockNanos;
  }

  @Override
  public long skewNanos() {
    return 12_000_000;
  }

  @Override
  public long delayNanos() {
    return 0;
  }

  @Override
  public long ageNanos() {
    return ageNanos;
  }

  @Override
  public long behindNanos() {
    return behindNanos;
  }

  @Override
  public int waiting() {
    return 12;
  }

  @Override
  public String plan() {
    return "Advanced: trades, quotes, real time; index values";
  }

  @Override
  public List<String> troubles() {
    return troubles;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public List<String> deletions() {
    return deletions;
  }

  @Override
  public @Nullable String cacheTrouble() {
    return cacheTrouble;
  }
}
