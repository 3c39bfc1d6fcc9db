package io.spyglass.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The live side where there is none.
final class NoFeeds implements Feeds {
  private static final long UNKNOWN = -1;

  @Override
  public List<FeedState> feeds() {
    return List.of();
  }

  @Override
  public @Nullable RecordingState recording() {
    return null;
  }

  @Override
  public long clockNanos() {
    return UNKNOWN;
  }

  @Override
  public long skewNanos() {
    return 0;
  }

  @Override
  public long delayNanos() {
    return 0;
  }

  @Override
  public long ageNanos() {
    return UNKNOWN;
  }

  @Override
  public long behindNanos() {
    return UNKNOWN;
  }

  @Override
  public int waiting() {
    return 0;
  }

  @Override
  public String plan() {
    return "";
  }

  @Override
  public List<String> troubles() {
    return List.of();
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public List<String> deletions() {
    return List.of();
  }

  @Override
  public @Nullable String cacheTrouble() {
    return null;
  }
}
