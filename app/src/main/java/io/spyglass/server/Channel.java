package io.spyglass.server;

import io.spyglass.server.StreamMeters.Message;
import io.spyglass.session.PlaybackState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The viewers of one expiry and the frames that are cut for them. Viewers come and go on any
/// thread; the rest is owned by the frame thread.
final class Channel {
  private final FrameCutter cutter;
  private final int quietCutsToHeartbeat;
  private final StreamMeters meters;
  private final Set<Client> clients = ConcurrentHashMap.newKeySet();
  private int quietCuts;
  private boolean isNew = true;

  Channel(FrameCutter cutter, int quietCutsToHeartbeat, StreamMeters meters) {
    this.cutter = cutter;
    this.quietCutsToHeartbeat = quietCutsToHeartbeat;
    this.meters = meters;
  }

  void join(Client client) {
    clients.add(client);
  }

  void leave(Client client) {
    clients.remove(client);
  }

  /// Whether nobody looks.
  boolean isIdle() {
    return clients.isEmpty();
  }

  int size() {
    return clients.size();
  }

  /// Whether nothing was cut yet: the cutter does not know the replay's clock then.
  boolean isNew() {
    return isNew;
  }

  /// Cuts a frame and sends each viewer what it needs. While a replay is on its way to an instant
  /// the viewers keep what they see, and hear how far it has come.
  void cut(@Nullable PlaybackState replay, long ageNanos) {
    boolean first = isNew;
    isNew = false;
    clients.forEach(Client::passCut);
    if (replay != null && replay.seeking() && !first) {
      cutter.hold(replay);
      heartbeat(ageNanos);
    } else if (cutter.cut(replay)) {
      meters.cuts.increment();
      quietCuts = 0;
      frame();
    } else if (++quietCuts >= quietCutsToHeartbeat) {
      quietCuts = 0;
      heartbeat(ageNanos);
    }
    greet();
  }

  private void frame() {
    String frame = null;
    for (Client client : clients) {
      if (!client.isReady() || cutter.isAnother()) {
        client.fallBehind();
        meters.conflated.increment();
      } else if (!client.isBehind()) {
        frame = frame == null ? cutter.frame() : frame;
        client.send(Message.FRAME, frame);
      }
    }
  }

  private void heartbeat(long ageNanos) {
    String heartbeat = cutter.heartbeat(ageNanos);
    for (Client client : clients) {
      if (!client.isBusy() && !client.isBehind()) {
        client.send(Message.HEARTBEAT, heartbeat);
      }
    }
  }

  /// Sends a snapshot to those who are behind and ready for it.
  void greet() {
    String snapshot = null;
    for (Client client : clients) {
      if (client.isBehind() && client.isReady()) {
        snapshot = snapshot == null ? cutter.snapshot() : snapshot;
        client.catchUp(snapshot);
      }
    }
  }

  /// Says goodbye to everybody, each as [Client#close] does.
  List<CompletableFuture<?>> close(int status, String reason) {
    List<CompletableFuture<?>> goodbyes = new ArrayList<>();
    clients.forEach(client -> goodbyes.add(client.close(status, reason)));
    return goodbyes;
  }
}
