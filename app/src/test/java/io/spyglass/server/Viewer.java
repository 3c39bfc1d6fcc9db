package io.spyglass.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One end of a WebSocket that keeps what it receives.
final class Viewer implements AutoCloseable {
  private static final int PATIENCE = 60;
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  final WebSocket socket;

  Viewer(HttpClient client, URI uri, String... headers) {
    WebSocket.Builder builder = client.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    socket = builder.buildAsync(uri, new Listener()).join();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        messages.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      messages.add("{\"type\":\"closed\",\"status\":%d}".formatted(status));
      return null;
    }
  }

  /// The next message.
  JsonNode next() throws InterruptedException {
    String message = messages.poll(30, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("nothing came");
    }
    return JsonMapper.shared().readTree(message);
  }

  /// The next message of a type; those of other types are left out.
  JsonNode next(String type) throws InterruptedException {
    return next(message -> message.path("type").asString().equals(type));
  }

  /// The next message that is as wanted; others are left out.
  JsonNode next(Predicate<JsonNode> wanted) throws InterruptedException {
    for (int i = 0; i < PATIENCE; i++) {
      JsonNode message = next();
      if (wanted.test(message)) {
        return message;
      }
    }
    throw new AssertionError("none of " + PATIENCE + " messages is as wanted");
  }

  @Override
  public void close() {
    socket.abort();
  }
}
