package io.spyglass.vendor.polygon;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One connection's socket: puts what it hears into an inbox, as much as there is room for, and
/// sends one message after the other. Speaking is for one thread.
final class Line implements WebSocket.Listener {
  /// More than ten times the vendor's largest frames.
  private static final int LONGEST_FRAME = 16 << 20;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Inbox inbox;
  private final LongSupplier wallClock;
  private final StringBuilder text = new StringBuilder();
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
  private volatile @Nullable WebSocket socket;
  private volatile boolean isDown;

  Line(Inbox inbox, LongSupplier wallClock) {
    this.inbox = inbox;
    this.wallClock = wallClock;
  }

  /// What lines are dialled with.
  static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(CONNECT).build();
  }

  /// Dials; where nobody answers the line ends.
  void dial(HttpClient client, URI uri) {
    CompletableFuture<WebSocket> _ =
        client
            .newWebSocketBuilder()
            .connectTimeout(CONNECT)
            .buildAsync(uri, this)
            .whenComplete((_, error) -> {
              if (error != null) {
                end("no connection: " + reason(error));
              }
            });
  }

  private static String reason(Throwable error) {
    Throwable cause = error.getCause() == null ? error : error.getCause();
    if (cause instanceof WebSocketHandshakeException handshake && handshake.getResponse() != null) {
      return "the handshake is answered " + handshake.getResponse().statusCode();
    }
    return cause.getClass().getSimpleName()
        + (cause.getMessage() == null ? "" : ", " + cause.getMessage());
  }

  @Override
  public void onOpen(WebSocket opened) {
    socket = opened;
    if (isDown) {
      opened.abort();
    } else {
      opened.request(1);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
    text.append(part);
    if (text.length() > LONGEST_FRAME) {
      end("a frame of more than " + LONGEST_FRAME + " bytes");
      return null;
    }
    if (!isLast) {
      from.request(1);
      return null;
    }
    long receivedNanos = wallClock.getAsLong();
    byte[] frame = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    put(new Signal.Frame(this, frame, receivedNanos), () -> from.request(1));
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean isLast) {
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    put(new Signal.Pong(this), null);
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    end("the vendor closed with " + code + (reason.isEmpty() ? "" : " (" + reason + ")"));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    end("the connection broke: " + error);
  }

  private void put(Signal signal, @Nullable Runnable more) {
    if (!isDown) {
      inbox.put(signal, more);
    }
  }

  private void end(String why) {
    put(new Signal.Ended(this, why), null);
  }

  /// Sends a text behind those that are still on their way.
  void send(String message) {
    chain(to -> to.sendText(message, true));
  }

  void ping() {
    chain(to -> to.sendPing(ByteBuffer.allocate(0)));
  }

  private void chain(Function<WebSocket, CompletableFuture<?>> next) {
    WebSocket to = socket;
    if (to == null) {
      return;
    }
    sending = sending.thenCompose(_ -> next.apply(to));
    CompletableFuture<?> _ =
        sending.exceptionally(error -> {
          end("nothing can be sent: " + error.getMessage());
          return null;
        });
  }

  /// Ends the connection without a word; nothing it still hears counts.
  void cut() {
    isDown = true;
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
  }
}
