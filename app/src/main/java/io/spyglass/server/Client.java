package io.spyglass.server;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// One viewer at the end of a WebSocket.
///
/// It has one message on its way at most: what comes while that is being sent is left out, and a
/// snapshot makes up for it. Thread-safe.
final class Client {
  private final Session session;
  private final AtomicBoolean isSending = new AtomicBoolean();
  private volatile boolean isBehind = true;

  Client(Session session) {
    this.session = session;
  }

  /// Whether only a snapshot brings it up to date.
  boolean isBehind() {
    return isBehind;
  }

  /// Leaves something out, so that a snapshot is due.
  void fallBehind() {
    isBehind = true;
  }

  /// Whether it still receives the message before.
  boolean isBusy() {
    return isSending.get();
  }

  /// Sends everything; it is up to date with that.
  void catchUp(String snapshot) {
    isBehind = false;
    send(snapshot);
  }

  /// Sends a message without waiting.
  void send(String message) {
    if (session.isOpen() && isSending.compareAndSet(false, true)) {
      session.sendText(message, Callback.from(this::sent, _ -> session.disconnect()));
    }
  }

  private void sent() {
    isSending.set(false);
  }

  void close(int status, String reason) {
    session.close(status, reason, Callback.NOOP);
  }
}
