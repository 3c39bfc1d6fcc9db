package io.spyglass.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/// What the stream counts. Thread-safe.
final class StreamMeters {
  /// Frames cut, whoever gets them.
  final Counter cuts;

  /// Frames that a viewer does not get, since a snapshot will make up for them.
  final Counter conflated;

  /// Viewers that a message could not be sent to.
  final Counter lost;

  /// Viewers that found no place.
  final Counter turnedAway;

  /// Viewers that said what is not understood.
  final Counter misspoken;

  /// How old the oldest change in a frame of a live market is when it is handed to the viewers.
  final Timer frameAge;

  private final Counter snapshots;
  private final Counter frames;
  private final Counter heartbeats;
  private final Counter bytes;

  /// The kinds of messages.
  enum Message {
    SNAPSHOT,
    FRAME,
    HEARTBEAT
  }

  StreamMeters(MeterRegistry registry) {
    cuts = counter("cuts", "Frames cut: the sequence numbers given").register(registry);
    conflated = counter("conflated", "Frames that a viewer was left out").register(registry);
    lost = dropped("lost").register(registry);
    turnedAway = dropped("full").register(registry);
    misspoken = dropped("message").register(registry);
    frameAge =
        Timer.builder("spyglass.frame.age")
            .description("Age of the oldest change in a frame of a live market when it is sent")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    snapshots = messages("snapshot").register(registry);
    frames = messages("frame").register(registry);
    heartbeats = messages("heartbeat").register(registry);
    bytes = counter("sent", "Messages sent to viewers").baseUnit("bytes").register(registry);
  }

  private static Counter.Builder counter(String name, String description) {
    return Counter.builder("spyglass.stream." + name).description(description);
  }

  private static Counter.Builder messages(String type) {
    return counter("messages", "Messages sent to viewers").tag("type", type);
  }

  private static Counter.Builder dropped(String reason) {
    return counter("dropped", "Viewers whose connection the server ended").tag("reason", reason);
  }

  /// Counts a message that goes to a viewer; messages are ASCII.
  void sent(Message type, String text) {
    switch (type) {
      case SNAPSHOT -> snapshots.increment();
      case FRAME -> frames.increment();
      case HEARTBEAT -> heartbeats.increment();
    }
    bytes.increment(text.length());
  }
}
