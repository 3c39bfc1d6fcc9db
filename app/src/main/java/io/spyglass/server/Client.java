package io.spyglass.server;

import io.spyglass.server.StreamMeters.Message;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// One viewer at the end of a WebSocket.
///
/// It has one message on its way at most: what comes while that is being sent is left out, and a
/// snapshot makes up for it. So it is with frames between its beats, where it asked for a slower
/// pace. Thread-safe, but the beats and the sending are the frame thread's.
final class Client {
  private final Session session;
  private final StreamMeters meters;
  private final AtomicBoolean isSending = new AtomicBoolean();
  private volatile boolean isBehind = true;
  private volatile boolean isGreeted;
  private volatile int cutsAsked = 1;
  private int cutsToBeat = 1;
  private int cuts;

  Client(Session session, StreamMeters meters) {
    this.session = session;
    this.meters = meters;
  }

  /// Asks for a frame or a snapshot every so many cuts at most; the next is due with the next cut.
  void pace(int cutsBetween) {
    cutsAsked = cutsBetween;
  }

  /// Counts a cut.
  void passCut() {
    if (cutsToBeat != cutsAsked) {
      cutsToBeat = cutsAsked;
      cuts = cutsToBeat - 1;
    }
    cuts = cuts >= cutsToBeat ? 1 : cuts + 1;
  }

  /// Whether only a snapshot brings it up to date.
  boolean isBehind() {
    return isBehind;
  }

  /// Whether it had a snapshot at all.
  boolean isGreeted() {
    return isGreeted;
  }

  /// Leaves something out, so that a snapshot is due.
  void fallBehind() {
    isBehind = true;
  }

  /// Takes it for one that had nothing yet.
  void forget() {
    isGreeted = false;
    isBehind = true;
  }

  /// Whether it still receives the message before.
  boolean isBusy() {
    return isSending.get();
  }

  /// Whether it can take a frame or a snapshot now: its beat has come, and it is not busy.
  boolean isReady() {
    return !isBusy() && cuts % cutsToBeat == 0;
  }

  /// Sends everything; it is up to date with that.
  void catchUp(String snapshot) {
    isBehind = false;
    isGreeted = true;
    send(Message.SNAPSHOT, snapshot);
  }

  /// Sends a message without waiting.
  void send(Message type, String text) {
    if (session.isOpen() && isSending.compareAndSet(false, true)) {
      meters.sent(type, text);
      session.sendText(text, Callback.from(this::sent, _ -> drop()));
    }
  }

  private void drop() {
    meters.lost.increment();
    session.disconnect();
  }

  private void sent() {
    isSending.set(false);
  }

  /// Says goodbye; the answer is done once that is sent, or cannot be.
  CompletableFuture<?> close(int status, String reason) {
    CompletableFuture<?> said = new CompletableFuture<>();
    session.close(
        status, reason, Callback.from(() -> said.complete(null), _ -> said.complete(null)));
    return said;
  }
}
