package io.spyglass.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.spyglass.session.FeedState;
import io.spyglass.session.FeedState.Counts;
import io.spyglass.session.FeedState.State;
import io.spyglass.session.Feeds;
import io.spyglass.session.RecordingState;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/// Counts what the live side tells of itself: of all of it, and of each feed from when it is first
/// seen. Thread-safe.
final class FeedMeters {
  private static final double SECOND = 1e9;

  private final Feeds feeds;
  private final MeterRegistry registry;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  FeedMeters(Feeds feeds, MeterRegistry registry) {
    this.feeds = feeds;
    this.registry = registry;
    if (!feeds.equals(Feeds.NONE)) {
      watchSession();
      watchRecording();
    }
  }

  private void watchSession() {
    gauge("sequencer.waiting", "Events that wait for the session", Feeds::waiting);
    gauge(
        "session.behind.seconds",
        "From the event that the session handles to the market's clock, less the plan's delay",
        each -> known(each.behindNanos()));
    gauge(
        "clock.skew.seconds",
        "The vendor's clock less this machine's",
        each -> each.skewNanos() / SECOND);
  }

  private void watchRecording() {
    ToDoubleFunction<RecordingState> isOn = each -> each.on() ? 1 : 0;
    gauge("recording", "1 while what comes is recorded, 0 while it is not", recording(isOn));
    gauge("journal.bytes", "Length of the day's journal", recording(RecordingState::bytes));
    gauge("disk.free.bytes", "Room left on its disk", recording(RecordingState::freeBytes));
    counter(
        "recorded.events",
        "Events of the day that are safe on the disk",
        recording(RecordingState::recorded));
    counter(
        "unrecorded.events",
        "Events of the day that went unrecorded",
        recording(RecordingState::lost));
  }

  private static ToDoubleFunction<Feeds> recording(ToDoubleFunction<RecordingState> of) {
    return feeds -> {
      RecordingState recording = feeds.recording();
      return recording == null ? Double.NaN : of.applyAsDouble(recording);
    };
  }

  private void gauge(String name, String description, ToDoubleFunction<Feeds> value) {
    Gauge.builder("spyglass." + name, feeds, value).description(description).register(registry);
  }

  private void counter(String name, String description, ToDoubleFunction<Feeds> value) {
    FunctionCounter.builder("spyglass." + name, feeds, value)
        .description(description)
        .register(registry);
  }

  /// Begins to count those feeds that were not there before.
  void refresh() {
    for (FeedState feed : feeds.feeds()) {
      if (known.add(feed.name())) {
        new One(feed.name()).watch();
      }
    }
  }

  /// The meters of one feed.
  private final class One {
    private final String name;

    One(String name) {
      this.name = name;
    }

    void watch() {
      gauge("up", "1 while it delivers", each -> each.state() == State.STREAMING ? 1 : 0);
      gauge("silence.seconds", "Since it gave a sign of life", each -> known(each.ageNanos()));
      gauge("lag.seconds", "From the market to this machine", each -> known(each.lagNanos()));
      gauge("channels", "Channels it is subscribed to", FeedState::channels);
      gauge("waiting.bytes", "Received and not handled yet", FeedState::waitingBytes);
      gauge("fetching", "Holes that are being filled", each -> each.counts().fetching());
      counter("stalls", "Waits until what was received is handled", FeedState::stalls);
      count("connections", "Connections established", Counts::connections);
      count("losses", "Connections lost", Counts::losses);
      count("holes", "Holes found", Counts::holes);
      count("holes.filled", "Holes filled", Counts::filled);
      count("events", "Events that came on time", Counts::events);
      count("fetched", "Events fetched afterwards", Counts::fetched);
      count("duplicates", "Events left out as duplicates", Counts::duplicates);
      count("late", "Events that came behind later ones", Counts::late);
      count("refusals", "Requests and channels refused", Counts::refusals);
      count("rejected", "Messages that were not understood", Counts::rejected);
    }

    private void gauge(String of, String description, ToDoubleFunction<FeedState> value) {
      Gauge.builder("spyglass.feed." + of, feeds, each -> find(each, value))
          .description(description)
          .tag("feed", name)
          .register(registry);
    }

    private void count(String of, String description, ToDoubleFunction<Counts> value) {
      counter(of, description, each -> value.applyAsDouble(each.counts()));
    }

    private void counter(String of, String description, ToDoubleFunction<FeedState> value) {
      FunctionCounter.builder("spyglass.feed." + of, feeds, each -> find(each, value))
          .description(description)
          .tag("feed", name)
          .register(registry);
    }

    /// A number of the feed, `NaN` where it is there no more.
    private double find(Feeds among, ToDoubleFunction<FeedState> value) {
      for (FeedState each : among.feeds()) {
        if (each.name().equals(name)) {
          return value.applyAsDouble(each);
        }
      }
      return Double.NaN;
    }
  }

  private static double known(long nanos) {
    return nanos < 0 ? Double.NaN : nanos / SECOND;
  }
}
