package io.spyglass.server;

import io.spyglass.session.FeedState;
import io.spyglass.session.Feeds;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What messages say of the market behind a board at the moment they are sent. Immutable.
///
/// @param ageNanos how old what is shown is, negative for unknown
/// @param clockNanos what time it is at the market; 0 where no live market is shown
/// @param feed the worst of the feeds that the market needs; null where no live market is shown
/// @param hasLive whether there is a live market to return to
public record Pulse(long ageNanos, long clockNanos, @Nullable FeedState feed, boolean hasLive) {
  /// Of a board alone.
  public static final Pulse NONE = new Pulse(-1, 0, null, false);

  /// From the best to the worst.
  private static final List<FeedState.State> WORSE =
      List.of(
          FeedState.State.OFF,
          FeedState.State.STREAMING,
          FeedState.State.CLOSED,
          FeedState.State.CONNECTING,
          FeedState.State.STALE,
          FeedState.State.WAITING,
          FeedState.State.REFUSED);

  /// A feed that nothing is known of: the market's day has not begun.
  private static final FeedState UNKNOWN =
      new FeedState(
          "", FeedState.State.OFF, "", true, -1, -1, 0, 0, 0, 0, 0, FeedState.Counts.NONE);

  /// That of a scene.
  static Pulse of(Scene scene, boolean hasLive) {
    if (!scene.isLive()) {
      return new Pulse(scene.ageNanos(), 0, null, hasLive);
    }
    Feeds feeds = scene.feeds();
    long clockNanos = Math.max(0, feeds.clockNanos());
    return new Pulse(scene.ageNanos(), clockNanos, worst(feeds.feeds()), hasLive);
  }

  private static FeedState worst(List<FeedState> feeds) {
    return feeds.stream()
        .filter(FeedState::isRequired)
        .max(Comparator.comparingInt(each -> WORSE.indexOf(each.state())))
        .orElse(UNKNOWN);
  }

  /// Writes it into a message.
  ///
  /// @param holes how many were told on the day, and how many of them are open
  void write(JsonBytes json, long holes, long openHoles) {
    json.name("age_ms").millis(ageNanos);
    json.name("clock").instant(clockNanos);
    json.name("feed");
    if (feed == null) {
      json.unknown();
      return;
    }
    json.beginObject().name("state").text(FeedJson.word(feed));
    json.name("detail").text(feed.detail());
    json.name("holes_open").integer(openHoles);
    json.name("holes").integer(holes).endObject();
  }
}
