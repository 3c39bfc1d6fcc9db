package io.spyglass.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A viewer of `/ws/stream` that notes when the volume of each contract came to be what it is, as a
/// whole message was there. One virtual thread reads; the rest is thread-safe.
final class Viewer implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final LinkedBlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final Map<Integer, String> tickers = new HashMap<>();
  private final Map<String, Long> volumes = new HashMap<>();
  private final Ear ear;
  private final WebSocket socket;
  private long frames;
  private long snapshots;
  private long sequence = -1;
  private long skipped;

  private record Message(long atNanos, String text) {}

  /// Hears that the volume of a contract was seen to grow.
  interface Ear {
    /// It has grown.
    ///
    /// @param atNanos by [System#nanoTime]
    /// @param before the volume seen before
    void grown(String ticker, long before, long volume, long atNanos);
  }

  /// Begins to look.
  Viewer(String url, Ear ear) {
    this.ear = ear;
    Thread _ = Thread.ofVirtual().name("viewer").start(this::read);
    URI stream = URI.create(url.replaceFirst("^http", "ws") + "ws/stream?underlying=SPX");
    this.socket = client.newWebSocketBuilder().buildAsync(stream, new Listener()).join();
  }

  private final class Listener implements WebSocket.Listener {
    private StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        messages.add(new Message(System.nanoTime(), text.toString()));
        text = new StringBuilder();
      }
      from.request(1);
      return null;
    }
  }

  private void read() {
    try {
      while (true) {
        Message next = messages.take();
        take(JsonMapper.shared().readTree(next.text()), next.atNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void take(JsonNode message, long atNanos) {
    count(message);
    JsonNode listed = message.path("listed");
    for (int i = 0; i < listed.path("id").size(); i++) {
      tickers.put(listed.path("id").path(i).asInt(), listed.path("ticker").path(i).asString());
    }
    JsonNode ids = message.path("rows").path("id");
    JsonNode column = message.path("rows").path("volume");
    for (int i = 0; i < ids.size(); i++) {
      String ticker = tickers.getOrDefault(ids.path(i).asInt(), "");
      long volume = column.path(i).asLong(0);
      Long before = volumes.put(ticker, volume);
      if (volume > (before == null ? 0 : before)) {
        ear.grown(ticker, before == null ? 0 : before, volume, atNanos);
      }
    }
  }

  private void count(JsonNode message) {
    long seq = message.path("seq").asLong();
    switch (message.path("type").asString("")) {
      case "frame" -> {
        frames++;
        skipped += sequence >= 0 ? seq - sequence - 1 : 0;
      }
      case "snapshot" -> snapshots++;
      default -> {}
    }
    sequence = seq;
  }

  /// The volume that is seen of a contract.
  synchronized long volume(String ticker) {
    return volumes.getOrDefault(ticker, 0L);
  }

  synchronized long frames() {
    return frames;
  }

  /// Snapshots behind the first, which tell that it was too slow.
  synchronized long snapshots() {
    return snapshots - 1;
  }

  synchronized long skipped() {
    return skipped;
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
