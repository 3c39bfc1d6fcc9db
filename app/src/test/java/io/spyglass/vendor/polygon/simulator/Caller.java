package io.spyglass.vendor.polygon.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One end of a socket that remembers all that it hears. How messages share frames is up to the
/// threads of the other end; what is awaited, message by message, does not depend on it.
final class Caller implements WebSocket.Listener, AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  final CompletableFuture<Integer> closed = new CompletableFuture<>();
  final CompletableFuture<String> ponged = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final List<JsonNode> kept = new ArrayList<>();
  private int awaited;
  private int ends;
  private @Nullable WebSocket socket;
  private volatile boolean isReading = true;

  static Caller connect(HttpClient client, URI uri) {
    Caller caller = new Caller();
    caller.socket = client.newWebSocketBuilder().buildAsync(uri, caller).join();
    return caller;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (isReading) {
      from.request(1);
    }
    if (last) {
      frames.add(text.toString());
      text.setLength(0);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, java.nio.ByteBuffer data) {
    ponged.complete("pong");
    from.request(1);
    return null;
  }

  /// Takes no more from the network.
  void stopReading() {
    isReading = false;
  }

  WebSocket socket() {
    if (socket == null) {
      throw new IllegalStateException("not connected");
    }
    return socket;
  }

  Caller say(String action, String params) {
    socket().sendText("{\"action\":\"" + action + "\",\"params\":\"" + params + "\"}", true).join();
    return this;
  }

  /// Gives its key and waits for the answer.
  Caller enter(String key) throws InterruptedException {
    frame();
    say("auth", key);
    frame();
    return this;
  }

  /// Subscribes and waits for the answer to the last of the params.
  Caller subscribe(String params) throws InterruptedException {
    say("subscribe", params);
    String last = params.substring(params.lastIndexOf(',') + 1);
    await(each -> each.path("message").asString("").equals("subscribed to: " + last));
    return this;
  }

  /// The next frame.
  String frame() throws InterruptedException {
    String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("nothing was heard after " + kept.size() + " messages");
    }
    return frame;
  }

  /// Waits for a message behind the one that was awaited last; gives it.
  JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
    while (true) {
      while (awaited < kept.size()) {
        JsonNode each = kept.get(awaited++);
        if (wanted.test(each)) {
          return each;
        }
      }
      kept.addAll(messages(frame()));
    }
  }

  /// Waits for all that was sent before now: the answer to a subscription comes behind it.
  List<JsonNode> hearAll() throws InterruptedException {
    subscribe("AM.END" + ends++);
    return kept;
  }

  /// All messages of the frames so far that [#await] went through, malformed frames apart.
  List<JsonNode> heard() {
    return kept;
  }

  /// Whether a message is of a kind.
  static boolean is(JsonNode message, String kind) {
    return message.path("ev").asString("").equals(kind);
  }

  static List<JsonNode> messages(String frame) {
    List<JsonNode> messages = new ArrayList<>();
    try {
      JsonMapper.shared().readTree(frame).forEach(messages::add);
    } catch (JacksonException malformed) {
      return List.of();
    }
    return messages;
  }

  int closeCode() throws Exception {
    return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket().abort();
  }
}
