package io.spyglass.vendor.polygon.simulator;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All sockets: takes them in, watches over how many a key has, flushes them on a thread of its
/// own, and gives those that are to hear of the market. Thread-safe.
final class Sockets implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);
  private static final String CONNECTION = "connection";
  private static final long TICK_MILLIS = 5;

  private final Supplier<Faults> faults;
  private final Stats stats;
  private final LongConsumer joined;
  private final AtomicLong numbers = new AtomicLong();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final Map<Cluster, List<Connection>> prompt = lists();
  private final Map<Cluster, List<Connection>> delayed = lists();
  private final Map<String, Deque<Connection>> byKey = new HashMap<>();
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("simulator-sockets").daemon().unstarted(task));
  private long pulses;

  /// @param joined hears of the delay of each socket that may listen
  Sockets(Supplier<Faults> faults, Stats stats, LongConsumer joined) {
    this.faults = faults;
    this.stats = stats;
    this.joined = joined;
  }

  private static Map<Cluster, List<Connection>> lists() {
    Map<Cluster, List<Connection>> lists = new EnumMap<>(Cluster.class);
    for (Cluster cluster : Cluster.values()) {
      lists.put(cluster, new CopyOnWriteArrayList<>());
    }
    return lists;
  }

  void start() {
    Future<?> _ =
        pulse.scheduleAtFixedRate(this::pulse, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void pulse() {
    try {
      pulses++;
      long every = Math.max(1, (long) faults.get().get(Knob.BATCH_MILLIS) / TICK_MILLIS);
      if (pulses % every == 0) {
        open.forEach(this::pulse);
      }
    } catch (RuntimeException e) {
      LOG.error("The simulator's sockets were not flushed", e);
    }
  }

  private void pulse(Connection connection) {
    if (connection.isOverdue()) {
      stats.count("auth_timeouts");
      connection.close("auth_timeout", "No authentication request received.");
    }
    connection.pulse();
  }

  /// The sockets of a cluster that are so far behind the clock.
  List<Connection> of(Cluster cluster, long delayNanos) {
    return (delayNanos == 0 ? prompt : delayed).getOrDefault(cluster, List.of());
  }

  /// Lets go of messages that were held back.
  void release(long delayNanos) {
    for (Cluster cluster : Cluster.values()) {
      of(cluster, delayNanos).forEach(Connection::release);
    }
  }

  /// Sets up the handlers of a cluster's socket.
  void serve(WsConfig socket, Cluster cluster) {
    socket.onConnect(context -> connect(context, cluster));
    socket.onMessage(context -> {
      Connection connection = context.attribute(CONNECTION);
      if (connection != null && !connection.isClosing()) {
        new Command(connection, faults.get(), stats, this::enter).obey(context.message());
      }
    });
    socket.onClose(this::leave);
    socket.onError(this::leave);
  }

  private void connect(WsContext context, Cluster cluster) {
    Session session = context.session;
    Connection connection =
        new Connection(session, cluster, faults, stats, numbers.incrementAndGet());
    context.attribute(CONNECTION, connection);
    stats.count("connections");
    open.add(connection);
    connection.greet();
  }

  private void leave(WsContext context) {
    Connection connection = context.attribute(CONNECTION);
    if (connection != null) {
      connection.outbox().close();
      forget(connection);
    }
  }

  private void forget(Connection connection) {
    open.remove(connection);
    prompt.values().forEach(each -> each.remove(connection));
    delayed.values().forEach(each -> each.remove(connection));
    synchronized (byKey) {
      byKey.values().forEach(each -> each.remove(connection));
    }
  }

  /// Takes in a socket whose key is good: the market tells it what it subscribes to. Where its key
  /// has one too many, the oldest is closed; or, if faults say so, it is no longer served.
  ///
  /// @return whether it is served
  private boolean enter(Connection connection, Plan plan) {
    int most = (int) faults.get().get(Knob.CONNECTIONS);
    synchronized (byKey) {
      String place = connection.cluster() + " " + connection.key();
      Deque<Connection> known = byKey.computeIfAbsent(place, _ -> new ArrayDeque<>());
      known.removeIf(Connection::isClosing);
      if (known.size() >= most && faults.get().has(Knob.EVICT_NEWEST)) {
        return false;
      }
      while (known.size() >= most && !known.isEmpty()) {
        evict(known.removeFirst());
      }
      known.addLast(connection);
    }
    (plan.isDelayed() ? delayed : prompt)
        .getOrDefault(connection.cluster(), List.of())
        .add(connection);
    joined.accept(plan.delayNanos());
    return true;
  }

  private void evict(Connection oldest) {
    stats.count("evicted");
    oldest.close("max_connections", "Maximum number of websocket connections exceeded.");
  }

  /// Tears every socket; gives how many there were.
  int drop() {
    int count = 0;
    for (Connection each : open) {
      each.drop();
      count++;
    }
    return count;
  }

  /// How many are open.
  int count() {
    return open.size();
  }

  @Override
  public void close() {
    pulse.shutdownNow();
    open.forEach(each -> each.close(1001, ""));
  }
}
