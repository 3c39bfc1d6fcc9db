package io.spyglass.server;

import io.spyglass.server.StreamMeters.Message;
import io.spyglass.session.PlaybackState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

  /// Lets a viewer go; false where it has gone already.
  boolean leave(Client client) {
    return clients.remove(client);
  }

  /// Whether nobody looks.
  boolean isIdle() {
    return clients.isEmpty();
  }

  int size() {
    return clients.size();
  }

  /// Shows a viewer that came what there is; the first one of all with a first cut.
  void welcome(Supplier<@Nullable PlaybackState> clock, long ageNanos) {
    if (isNew) {
      cut(clock, ageNanos);
    } else {
      greet(client -> !client.isGreeted());
    }
  }

  /// Cuts a frame and sends each viewer what it needs. While a replay is on its way to an instant
  /// the viewers keep what they see and hear how far it has come; only who sees nothing yet is
  /// shown what there is.
  ///
  /// @param clock tells where the replay is, null for none; asked again behind the cut, since a
  ///   seek may begin meanwhile and empty the board
  void cut(Supplier<@Nullable PlaybackState> clock, long ageNanos) {
    clients.forEach(Client::passCut);
    boolean isCut = isNew || !isOnItsWay(clock.get());
    boolean isChanged = isCut && cutter.cut(clock.get());
    isNew = false;
    PlaybackState now = clock.get();
    if (now != null && isOnItsWay(now)) {
      hold(now, isChanged, ageNanos);
      return;
    }
    if (isChanged) {
      meters.cuts.increment();
      quietCuts = 0;
      frame();
    } else if (++quietCuts >= quietCutsToHeartbeat) {
      quietCuts = 0;
      heartbeat(ageNanos, client -> !client.isBehind());
    }
    greet(client -> true);
  }

  private static boolean isOnItsWay(@Nullable PlaybackState replay) {
    return replay != null && replay.seeking();
  }

  /// @param isChanged whether something was cut that nobody is sent: a snapshot makes up for it
  private void hold(PlaybackState now, boolean isChanged, long ageNanos) {
    cutter.hold(now);
    heartbeat(ageNanos, Client::isGreeted);
    if (isChanged) {
      clients.forEach(Client::fallBehind);
    }
    greet(client -> !client.isGreeted());
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

  private void heartbeat(long ageNanos, Predicate<Client> wanted) {
    String heartbeat = cutter.heartbeat(ageNanos);
    for (Client client : clients) {
      if (!client.isBusy() && wanted.test(client)) {
        client.send(Message.HEARTBEAT, heartbeat);
      }
    }
  }

  /// Sends a snapshot to those of them who are behind and ready for it.
  private void greet(Predicate<Client> wanted) {
    String snapshot = null;
    for (Client client : clients) {
      if (client.isBehind() && client.isReady() && wanted.test(client)) {
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
