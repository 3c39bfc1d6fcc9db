package io.spyglass.server;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import io.spyglass.model.Underlying;
import io.spyglass.session.Playback;
import io.spyglass.session.PlaybackState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/ws/stream`: cuts frames on a thread of its own and hands them to the viewers.
///
/// A viewer that sends `{"type":"snapshot"}` gets one with the next cut, however often it asks.
final class Stream implements AutoCloseable {
  static final Duration FRAME = Duration.ofMillis(250);

  private static final int QUIET_CUTS_TO_HEARTBEAT = 4;
  private static final int MOST_CLIENTS = 256;
  private static final int GOING_AWAY = 1001;
  private static final String STOPPING = "The server stops";
  private static final int TRY_AGAIN_LATER = 1013;
  private static final int POLICY_VIOLATION = 1008;
  private static final String CLIENT = "client";
  private static final String CHANNEL = "channel";
  private static final Logger LOG = LoggerFactory.getLogger(Stream.class);

  private final FlowBoard board;
  private final @Nullable Playback playback;
  private final Map<Underlying, Channel> channels = new LinkedHashMap<>();
  private final ScheduledExecutorService frames =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("frames").daemon().unstarted(task));
  private long facts = -1;
  private long heardNanos;

  Stream(FlowBoard board, @Nullable Playback playback) {
    this.board = board;
    this.playback = playback;
    for (Underlying underlying : board.underlyings()) {
      FrameCutter cutter = new FrameCutter(board, underlying);
      channels.put(underlying, new Channel(cutter, QUIET_CUTS_TO_HEARTBEAT));
    }
  }

  void start() {
    Future<?> _ = frames.scheduleAtFixedRate(this::cut, 0, FRAME.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void cut() {
    try {
      PlaybackState replay = playback == null ? null : playback.state();
      long age = age();
      channels.values().forEach(channel -> channel.cut(replay, age));
    } catch (RuntimeException e) {
      LOG.error("A frame was not cut", e);
    }
  }

  /// How long ago the board heard its last fact, to within a frame; negative for never.
  private long age() {
    long now = System.nanoTime();
    long heard = board.facts();
    if (heard != Math.max(facts, 0)) {
      heardNanos = now;
    }
    facts = heard;
    return heard == 0 ? -1 : now - heardNanos;
  }

  /// Sets up the route's handlers.
  ///
  /// @param route tells the underlying that a request asks for
  void serve(WsConfig socket, FlowRoute route) {
    socket.onConnect(context -> join(context, route.underlying(context.getUpgradeCtx$javalin())));
    socket.onMessage(this::hear);
    socket.onClose(this::leave);
    socket.onError(this::leave);
  }

  private void join(WsContext context, Underlying underlying) {
    Channel channel = channels.get(underlying);
    if (channel == null) {
      throw new IllegalStateException(underlying + " has no channel");
    }
    Client client = new Client(context.session);
    if (channels.values().stream().mapToInt(Channel::size).sum() >= MOST_CLIENTS) {
      client.close(TRY_AGAIN_LATER, "All " + MOST_CLIENTS + " places are taken");
      return;
    }
    context.attribute(CLIENT, client);
    context.attribute(CHANNEL, channel);
    channel.join(client);
    try {
      frames.execute(channel::greet);
    } catch (RejectedExecutionException stopping) {
      client.close(GOING_AWAY, STOPPING);
    }
  }

  private void hear(WsMessageContext message) {
    Client client = message.attribute(CLIENT);
    if (client == null) {
      return;
    }
    if (message.message().replaceAll("\\s", "").equals("{\"type\":\"snapshot\"}")) {
      client.fallBehind();
    } else {
      client.close(POLICY_VIOLATION, "Expected is {\"type\":\"snapshot\"}");
    }
  }

  private void leave(WsContext context) {
    Client client = context.attribute(CLIENT);
    Channel channel = context.attribute(CHANNEL);
    if (client != null && channel != null) {
      channel.leave(client);
    }
  }

  @Override
  public void close() {
    frames.shutdownNow();
    channels.values().forEach(channel -> channel.close(GOING_AWAY, STOPPING));
  }
}
