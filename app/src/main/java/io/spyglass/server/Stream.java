package io.spyglass.server;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/ws/stream`: cuts frames on a thread of its own and hands them to the viewers.
///
/// What viewers look at has a channel while somebody looks. What they may say is a [Demand]; a
/// viewer that asks for a snapshot gets one with the next cut, however often it asks.
final class Stream implements AutoCloseable {
  /// Between two cuts: what changed just behind one is on its way well within 250 ms.
  static final Duration FRAME = Duration.ofMillis(200);

  /// How long viewers have to hear that the server stops.
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private static final int QUIET_CUTS_TO_HEARTBEAT = 5;
  private static final int MOST_CLIENTS = 256;
  private static final int GOING_AWAY = 1001;
  private static final String STOPPING = "The server stops";
  private static final int COME_AGAIN = 1012;
  private static final String NOT_SHOWN = "What is shown now is another day, without this";
  private static final int TRY_AGAIN_LATER = 1013;
  private static final int POLICY_VIOLATION = 1008;
  private static final String CLIENT = "client";
  private static final String CHANNEL = "channel";
  private static final Logger LOG = LoggerFactory.getLogger(Stream.class);

  private final Stage stage;
  private final Programme programme;
  private final StreamMeters meters;
  private final Semaphore places = new Semaphore(MOST_CLIENTS);
  private final ConcurrentHashMap<Look, Channel> channels = new ConcurrentHashMap<>();
  private final ScheduledExecutorService frames =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("frames").daemon().unstarted(task));

  Stream(Stage stage, Programme programme, StreamMeters meters) {
    this.stage = stage;
    this.programme = programme;
    this.meters = meters;
  }

  void start() {
    Future<?> _ = frames.scheduleAtFixedRate(this::cut, 0, FRAME.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void cut() {
    try {
      Scene scene = stage.now();
      Pulse pulse = pulse(scene);
      for (Look look : channels.keySet()) {
        Channel channel = channels.computeIfPresent(look, (_, each) -> each.isIdle() ? null : each);
        if (channel != null && channel.turn(scene)) {
          channel.cut(pulse);
        } else if (channel != null) {
          channel.close(COME_AGAIN, NOT_SHOWN);
        }
      }
    } catch (RuntimeException e) {
      LOG.error("A frame was not cut", e);
    }
  }

  private Pulse pulse(Scene scene) {
    return Pulse.of(scene, programme.hasLive());
  }

  /// How many look.
  int viewers() {
    return channels.values().stream().mapToInt(Channel::size).sum();
  }

  /// Sets up the route's handlers.
  void serve(WsConfig socket) {
    socket.onConnect(this::join);
    socket.onMessage(this::hear);
    socket.onClose(this::leave);
    socket.onError(this::leave);
  }

  private void join(WsContext context) {
    Client client = new Client(context.session, meters);
    Scene scene = stage.now();
    Look look;
    try {
      look = FlowRoute.look(context.getUpgradeCtx$javalin(), scene.board());
    } catch (Problem changed) {
      Future<?> _ = client.close(COME_AGAIN, NOT_SHOWN);
      return;
    }
    if (!places.tryAcquire()) {
      meters.turnedAway.increment();
      Future<?> _ = client.close(TRY_AGAIN_LATER, "All " + MOST_CLIENTS + " places are taken");
      return;
    }
    context.attribute(CLIENT, client);
    Channel channel = join(client, scene, look);
    context.attribute(CHANNEL, channel);
    try {
      frames.execute(() -> welcome(channel));
    } catch (RejectedExecutionException stopping) {
      Future<?> _ = client.close(GOING_AWAY, STOPPING);
    }
  }

  private void welcome(Channel channel) {
    Scene scene = stage.now();
    if (channel.turn(scene)) {
      channel.welcome(pulse(scene));
    }
  }

  /// Takes a viewer into the channel of what it looks at, which opens where nobody else does.
  private Channel join(Client client, Scene scene, Look look) {
    return channels.compute(
        look,
        (_, open) -> {
          Channel channel = open == null ? open(scene, look) : open;
          channel.join(client);
          return channel;
        });
  }

  private Channel open(Scene scene, Look look) {
    return new Channel(scene, look, QUIET_CUTS_TO_HEARTBEAT, meters);
  }

  private void hear(WsMessageContext message) {
    Client client = message.attribute(CLIENT);
    if (client == null) {
      return;
    }
    switch (Demand.parse(message.message())) {
      case Demand.Snapshot _ -> client.fallBehind();
      case Demand.Pace(int millis) -> client.pace(millis / (int) FRAME.toMillis());
      case null -> {
        meters.misspoken.increment();
        Future<?> _ = client.close(POLICY_VIOLATION, Demand.EXPECTED);
      }
    }
  }

  private void leave(WsContext context) {
    Client client = context.attribute(CLIENT);
    Channel channel = context.attribute(CHANNEL);
    if (client != null && channel != null && channel.leave(client)) {
      places.release();
    }
  }

  /// Cuts no more, says goodbye to every viewer, and waits until that is sent or takes too long.
  @Override
  public void close() {
    frames.shutdownNow();
    List<CompletableFuture<?>> goodbyes = new ArrayList<>();
    channels.values().forEach(each -> goodbyes.addAll(each.close(GOING_AWAY, STOPPING)));
    try {
      CompletableFuture.allOf(goodbyes.toArray(CompletableFuture[]::new))
          .get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.info("Some viewers read too slowly to hear that the server stops");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a goodbye never fails", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
