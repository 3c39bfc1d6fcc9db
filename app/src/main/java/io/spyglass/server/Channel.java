package io.spyglass.server;

import io.spyglass.server.StreamMeters.Message;
import io.spyglass.session.PlaybackState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The viewers of one expiry and the frames that are cut for them. Viewers come and go on any
/// thread; the rest is owned by the frame thread.
final class Channel {
  private Scene scene;
  private FrameCutter cutter;
  private final int quietCutsToHeartbeat;
  private final StreamMeters meters;
  private final Set<Client> clients = ConcurrentHashMap.newKeySet();
  private int quietCuts;
  private boolean isNew = true;

  Channel(Scene scene, Look look, int quietCutsToHeartbeat, StreamMeters meters) {
    this.scene = scene;
    this.cutter = new FrameCutter(scene.board(), look);
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

  /// Goes on with another scene, which every viewer is shown from its beginning. Says whether it
  /// can: whether what the viewers look at is on that board.
  boolean turn(Scene next) {
    if (next != scene) {
      if (!cutter.look().isOn(next.board())) {
        return false;
      }
      scene = next;
      cutter = cutter.next(next.board());
      isNew = true;
      clients.forEach(Client::forget);
    }
    return true;
  }

  /// Shows a viewer that came what there is; the first one of all with a first cut.
  void welcome(Pulse pulse) {
    if (isNew) {
      cut(pulse);
    } else {
      greet(pulse, client -> !client.isGreeted());
    }
  }

  /// Cuts a frame and sends each viewer what it needs. While a replay is on its way to an instant
  /// the viewers keep what they see and hear how far it has come; only who sees nothing yet is
  /// shown what there is.
  ///
  /// Where the replay is is asked again behind the cut, since a seek may begin meanwhile and empty
  /// the board.
  void cut(Pulse pulse) {
    clients.forEach(Client::passCut);
    boolean isCut = isNew || !isOnItsWay(scene.replay());
    boolean isChanged = isCut && cutter.cut(scene.replay());
    isNew = false;
    PlaybackState now = scene.replay();
    if (now != null && isOnItsWay(now)) {
      hold(now, isChanged, pulse);
      return;
    }
    if (isChanged) {
      meters.cuts.increment();
      quietCuts = 0;
      frame(pulse);
    } else if (++quietCuts >= quietCutsToHeartbeat) {
      quietCuts = 0;
      heartbeat(pulse, client -> !client.isBehind());
    }
    greet(pulse, client -> true);
  }

  private static boolean isOnItsWay(@Nullable PlaybackState replay) {
    return replay != null && replay.seeking();
  }

  /// @param isChanged whether something was cut that nobody is sent: a snapshot makes up for it
  private void hold(PlaybackState now, boolean isChanged, Pulse pulse) {
    cutter.hold(now);
    heartbeat(pulse, Client::isGreeted);
    if (isChanged) {
      clients.forEach(Client::fallBehind);
    }
    greet(pulse, client -> !client.isGreeted());
  }

  private void frame(Pulse pulse) {
    String frame = null;
    for (Client client : clients) {
      if (!client.isReady() || cutter.isAnother()) {
        client.fallBehind();
        meters.conflated.increment();
      } else if (!client.isBehind()) {
        frame = frame == null ? cutter.frame(pulse) : frame;
        client.send(Message.FRAME, frame);
      }
    }
    if (frame != null) {
      measure();
    }
  }

  /// Takes the time that the oldest change in a frame waited for it.
  private void measure() {
    long since = cutter.waitingSince();
    if (scene.isLive() && since != 0) {
      meters.frameAge.record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
    }
  }

  private void heartbeat(Pulse pulse, Predicate<Client> wanted) {
    String heartbeat = cutter.heartbeat(pulse);
    for (Client client : clients) {
      if (!client.isBusy() && wanted.test(client)) {
        client.send(Message.HEARTBEAT, heartbeat);
      }
    }
  }

  /// Sends a snapshot to those of them who are behind and ready for it.
  private void greet(Pulse pulse, Predicate<Client> wanted) {
    String snapshot = null;
    for (Client client : clients) {
      if (client.isBehind() && client.isReady() && wanted.test(client)) {
        snapshot = snapshot == null ? cutter.snapshot(pulse) : snapshot;
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
