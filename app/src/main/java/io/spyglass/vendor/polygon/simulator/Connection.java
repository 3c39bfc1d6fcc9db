package io.spyglass.vendor.polygon.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/// One socket: what it may have, what it wants, and the faults on the way to it.
///
/// Deliveries and [#release] are the market thread's; the rest is thread-safe.
final class Connection {
  static final int POLICY_VIOLATION = 1008;

  private static final long GOODBYE_NANOS = 2_000_000_000L;

  private static final byte[] STRANGE_EVENT =
      ascii("{\"ev\":\"ZZ\",\"sym\":\"O:NOBODY\",\"deep\":[{\"p\":[1,2,{\"q\":\"]\"}]}],\"t\":1}");

  private final Session session;
  private final Cluster cluster;
  private final Supplier<Faults> faults;
  private final Stats stats;
  private final Outbox outbox;
  private final Subscriptions subscriptions = new Subscriptions();
  private final SplittableRandom deliveries;
  private final SplittableRandom requests;
  private final long openedNanos = System.nanoTime();
  private volatile @Nullable Plan plan;
  private volatile @Nullable String key;
  private volatile boolean isGreeted;
  private volatile boolean isServed;
  private volatile boolean isClosing;
  private volatile long closedNanos;
  private volatile long dropNanos;
  private byte @Nullable [] held;
  private int heldFor;
  private final NavigableMap<Long, List<byte[]>> lateBars = new TreeMap<>();

  Connection(Session session, Cluster cluster, Supplier<Faults> faults, Stats stats, long number) {
    this.session = session;
    this.cluster = cluster;
    this.faults = faults;
    this.stats = stats;
    this.outbox = new Outbox(session, stats, faults);
    this.deliveries = new SplittableRandom(number);
    this.requests = new SplittableRandom(~number);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  Cluster cluster() {
    return cluster;
  }

  Outbox outbox() {
    return outbox;
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  /// The plan of its key, null before it gave one.
  @Nullable Plan plan() {
    return plan;
  }

  @Nullable String key() {
    return key;
  }

  void authenticate(String givenKey, Plan itsPlan) {
    key = givenKey;
    plan = itsPlan;
  }

  void setServed(boolean served) {
    isServed = served;
  }

  /// Whether it is one of those that its key may have.
  boolean isServed() {
    return isServed;
  }

  long openNanos() {
    return System.nanoTime() - openedNanos;
  }

  /// Whether it is late with its key.
  boolean isOverdue() {
    return plan == null
        && isGreeted
        && !isClosing
        && openNanos() > faults.get().get(Knob.AUTH_TIMEOUT_MILLIS) * 1e6;
  }

  /// Rolls the dice of requests.
  boolean requestHappens(Knob share) {
    double likely = faults.get().get(share);
    synchronized (requests) {
      return likely > 0 && requests.nextDouble() < likely;
    }
  }

  /// Rolls the dice of deliveries.
  boolean happens(Knob share) {
    double likely = faults.get().get(share);
    boolean happens = likely > 0 && deliveries.nextDouble() < likely;
    if (happens) {
      stats.count(share.word());
    }
    return happens;
  }

  /// What the next message says of its number.
  Wire.Sequence sequence() {
    if (!happens(Knob.NO_SEQUENCES)) {
      return Wire.Sequence.TOLD;
    }
    return deliveries.nextBoolean() ? Wire.Sequence.ZERO : Wire.Sequence.ABSENT;
  }

  boolean wants(Channel channel, String ticker) {
    return subscriptions.wants(channel, ticker);
  }

  /// Says that it is open; it can be late with its key from here on.
  void greet() {
    status("connected", "Connected Successfully");
    isGreeted = true;
  }

  /// Says something about the connection, in a frame of its own.
  void status(String status, String message) {
    outbox.frame(frame(status, message));
  }

  private static byte[] frame(String status, String message) {
    return ascii("[" + message(status, message) + "]");
  }

  private static String message(String status, String message) {
    return Wire.status(new Json(Spelling.PLAIN), status, message).toString();
  }

  /// Subscribes and says so, ahead of the first message.
  void subscribe(Channel channel, String ticker) {
    String words = "subscribed to: " + channel + "." + ticker;
    Runnable step =
        () -> {
          boolean _ = subscriptions.add(channel, ticker);
        };
    if (faults.get().has(Knob.BATCHED_ACKS)) {
      outbox.offerAfter(step, ascii(message("success", words)));
    } else {
      outbox.frameAfter(step, frame("success", words));
    }
  }

  /// Sends a message, as the faults have it.
  void deliver(byte[] message) {
    if (isSilent()) {
      return;
    }
    if (held == null && happens(Knob.OUT_OF_ORDER)) {
      held = message;
      heldFor = 1 + deliveries.nextInt(3);
      return;
    }
    sendSpoilt(message);
  }

  /// Sends a bar, as the faults have it; one that is out of order comes behind the bar that follows
  /// it, where there is one.
  ///
  /// @param dueNanos when the bar is over that follows it
  void deliverBar(byte[] message, long dueNanos) {
    if (isSilent()) {
      return;
    }
    if (happens(Knob.OUT_OF_ORDER)) {
      lateBars.computeIfAbsent(dueNanos, _ -> new ArrayList<>()).add(message);
    } else {
      sendSpoilt(message);
    }
  }

  /// Sends the bars that come late and whose followers are over.
  void deliverLateBars(long epochNanos) {
    while (!lateBars.isEmpty() && lateBars.firstKey() <= epochNanos) {
      lateBars.pollFirstEntry().getValue().forEach(this::send);
    }
  }

  private boolean isSilent() {
    boolean isSilent = faults.get().has(Knob.SILENT);
    if (isSilent) {
      stats.count(Knob.SILENT.word());
    }
    return isSilent;
  }

  private void sendSpoilt(byte[] message) {
    send(message);
    if (happens(Knob.DUPLICATES)) {
      send(message);
    }
    if (happens(Knob.UNKNOWN_EVENTS)) {
      send(STRANGE_EVENT);
    }
    if (happens(Knob.MALFORMED)) {
      outbox.frame(broken(message));
    }
    if (held != null && --heldFor == 0) {
      release();
    }
  }

  /// Sends what was held back.
  void release() {
    byte[] late = held;
    held = null;
    if (late != null) {
      send(late);
    }
  }

  private void send(byte[] message) {
    if (!outbox.offer(message)) {
      stats.count("slow_consumers");
      close(POLICY_VIOLATION, "");
    }
  }

  private byte[] broken(byte[] message) {
    String text = "[" + new String(message, StandardCharsets.US_ASCII);
    return ascii(text.substring(0, 1 + deliveries.nextInt(text.length() - 1)));
  }

  /// Sends what has gathered, and vanishes where that is due; a reader that does not take its
  /// goodbye is cut off.
  void pulse() {
    if (isClosing) {
      if (openNanos() - closedNanos > GOODBYE_NANOS) {
        session.disconnect();
      }
      return;
    }
    outbox.flush();
    if (isDropDue()) {
      drop();
    }
  }

  private boolean isDropDue() {
    double seconds = faults.get().get(Knob.DROP_AFTER_SECONDS);
    if (seconds == 0) {
      dropNanos = 0;
      return false;
    }
    if (dropNanos == 0) {
      synchronized (requests) {
        dropNanos = openNanos() + (long) (seconds * 1e9 * (0.5 + requests.nextDouble()));
      }
    }
    return openNanos() > dropNanos;
  }

  /// Tears the connection without a word.
  void drop() {
    stats.count("dropped");
    closedNanos = openNanos();
    isClosing = true;
    outbox.close();
    session.disconnect();
  }

  /// Closes with a status; what waits is forgotten.
  void close(int status, String reason) {
    if (isClosing) {
      return;
    }
    closedNanos = openNanos();
    isClosing = true;
    outbox.close();
    session.close(status, reason, Callback.NOOP);
  }

  /// Says something, then closes.
  void close(String status, String message) {
    if (isClosing) {
      return;
    }
    closedNanos = openNanos();
    isClosing = true;
    session.sendText(
        new String(frame(status, message), StandardCharsets.US_ASCII),
        Callback.from(
            () -> session.close(POLICY_VIOLATION, "", Callback.NOOP), _ -> session.disconnect()));
    outbox.close();
  }

  boolean isClosing() {
    return isClosing;
  }
}
