package io.spyglass.server;

import io.spyglass.session.FeedState;
import io.spyglass.session.Feeds;
import io.spyglass.session.RecordingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Why the live side is degraded, in plain words: a feed it needs does not deliver, the session
/// lags, nothing is recorded, the caches are not written, and whatever else the live side says of
/// itself.
final class Troubles {
  private static final Duration MOST_BEHIND = Duration.ofSeconds(3);

  private Troubles() {}

  /// Those of now; empty while all is well.
  static List<String> of(Feeds feeds) {
    Set<String> troubles = new LinkedHashSet<>();
    feeds.feeds().stream()
        .filter(Troubles::isDown)
        .forEach(feed -> troubles.add(feed.name() + ": " + why(feed)));
    if (feeds.behindNanos() > MOST_BEHIND.toNanos()) {
      troubles.add(
          "the session is " + feeds.behindNanos() / 1_000_000_000 + " s behind the market");
    }
    RecordingState recording = feeds.recording();
    if (recording != null && !recording.on()) {
      troubles.add("not recording: " + recording.reason());
    }
    String caches = feeds.cacheTrouble();
    if (caches != null) {
      troubles.add("the day's caches are not written: " + caches);
    }
    troubles.addAll(feeds.troubles());
    return new ArrayList<>(troubles);
  }

  /// Whether a feed that is needed does not deliver what is due. One that connects is down where it
  /// says why, which is after a loss; one that is closed is, since of a day that is over no feed is
  /// needed.
  static boolean isDown(FeedState feed) {
    return feed.isRequired()
        && switch (feed.state()) {
          case STALE, WAITING, REFUSED, CLOSED -> true;
          case CONNECTING -> !feed.detail().isEmpty();
          case OFF, STREAMING -> false;
        };
  }

  private static String why(FeedState feed) {
    return feed.detail().isEmpty() ? FeedJson.word(feed) : feed.detail();
  }
}
