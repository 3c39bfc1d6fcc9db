package io.spyglass.server;

import io.spyglass.session.FeedState;
import io.spyglass.session.Feeds;
import io.spyglass.session.RecordingState;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Encodes what the live side tells of itself as the document that `/api/feeds` answers.
final class FeedJson {
  private FeedJson() {}

  /// What a feed does, in the word of documents.
  static String word(FeedState feed) {
    return feed.state().name().toLowerCase(Locale.ROOT);
  }

  static byte[] document(Feeds feeds) {
    List<String> troubles = Troubles.of(feeds);
    JsonBytes json = new JsonBytes().beginObject();
    json.name("status").text(troubles.isEmpty() ? "ready" : "degraded");
    texts(json.name("troubles"), troubles);
    texts(json.name("notes"), feeds.notes());
    json.name("clock").instant(Math.max(0, feeds.clockNanos()));
    json.name("skew_ms").integer(feeds.skewNanos() / 1_000_000);
    json.name("delay_ms").millis(feeds.delayNanos());
    json.name("plan").text(feeds.plan());
    recording(json.name("recording"), feeds.recording());
    json.name("session").beginObject().name("behind_ms").millis(feeds.behindNanos());
    json.name("waiting").integer(feeds.waiting()).endObject();
    json.name("feeds").beginArray();
    feeds.feeds().forEach(feed -> write(json, feed));
    json.endArray();
    json.name("caches").beginObject();
    json.name("failure").text(feeds.cacheTrouble()).endObject();
    texts(json.name("deletions"), feeds.deletions());
    return json.endObject().toBytes();
  }

  static void texts(JsonBytes json, List<String> texts) {
    json.beginArray();
    texts.forEach(json::text);
    json.endArray();
  }

  private static void recording(JsonBytes json, @Nullable RecordingState recording) {
    if (recording == null) {
      json.unknown();
      return;
    }
    json.beginObject().name("on").truth(recording.on());
    json.name("since").instant(recording.sinceNanos());
    json.name("reason").text(recording.reason());
    json.name("recorded").integer(recording.recorded());
    json.name("lost").integer(recording.lost());
    json.name("bytes").integer(recording.bytes());
    json.name("free_bytes");
    if (recording.freeBytes() < 0) {
      json.unknown();
    } else {
      json.integer(recording.freeBytes());
    }
    json.endObject();
  }

  private static void write(JsonBytes json, FeedState feed) {
    FeedState.Counts counts = feed.counts();
    json.beginObject().name("name").text(feed.name());
    json.name("state").text(word(feed));
    json.name("detail").text(feed.detail());
    json.name("required").truth(feed.isRequired());
    json.name("age_ms").millis(feed.ageNanos());
    json.name("lag_ms").millis(feed.lagNanos());
    json.name("channels").integer(feed.channels());
    json.name("silent").integer(feed.silentChannels());
    json.name("attempts").integer(feed.attempts());
    json.name("connections").integer(counts.connections());
    json.name("losses").integer(counts.losses());
    json.name("holes").integer(counts.holes());
    json.name("filled").integer(counts.filled());
    json.name("fetching").integer(counts.fetching());
    json.name("events").integer(counts.events());
    json.name("fetched").integer(counts.fetched());
    json.name("duplicates").integer(counts.duplicates());
    json.name("late").integer(counts.late());
    json.name("refusals").integer(counts.refusals());
    json.name("rejected").integer(counts.rejected());
    json.name("waiting_bytes").integer(feed.waitingBytes());
    json.name("stalls").integer(feed.stalls()).endObject();
  }
}
