package io.spyglass.vendor.polygon;

import io.spyglass.config.StreamingSettings;
import io.spyglass.vendor.polygon.Lost.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// What is said on one connection: the vendor greets, is told the key, lets in, is told the
/// channels and acknowledges each. Whatever does not come in time ends the connection, but for an
/// acknowledgement: that is asked for once more, and then only now and then, since the vendor says
/// nothing at all about a channel that it does not know.
///
/// Times are those of [System#nanoTime]. Owned by the stream's thread.
final class Dialog {
  /// Hears how the channels fare.
  interface Listener {
    /// A channel is acknowledged, or sends something.
    void heard(String channel);

    /// Channels were not acknowledged in time.
    void overdue(Set<String> channels);

    /// The vendor says no to a channel, without naming it.
    void refused(String words);
  }

  /// Where it stands.
  enum Step {
    DIALLING,
    GREETED,
    LET_IN,
    STREAMING
  }

  private static final int CHANNELS_A_MESSAGE = 200;

  /// After how long a pause a ping goes out while the market trades.
  private static final long PAUSE_NANOS = 1_000_000_000L;

  private static final String SUBSCRIBED = "subscribed to: ";

  private final Line line;
  private final StreamingSettings settings;
  private final String key;
  private final Listener listener;
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Asked> open = new LinkedHashMap<>();
  private final Set<String> silent = new HashSet<>();
  private Step step = Step.DIALLING;
  private Set<String> wanted = Set.of();
  private long stepNanos;
  private long patientNanos;
  private long pingNanos;
  private long heardNanos;
  private long remindedNanos;
  private boolean isPinged;

  private record Asked(long atNanos, boolean again) {}

  Dialog(Line line, StreamingSettings settings, String key, Listener listener) {
    long nowNanos = System.nanoTime();
    this.line = line;
    this.settings = settings;
    this.key = key;
    this.listener = listener;
    this.stepNanos = nowNanos;
    this.patientNanos = nowNanos;
    this.pingNanos = nowNanos;
    this.heardNanos = nowNanos;
    this.remindedNanos = nowNanos;
  }

  /// Notes that something came, be it the answer to a ping: the line is not dead.
  void answered(long nowNanos) {
    heardNanos = nowNanos;
    if (isPinged) {
      isPinged = false;
      pingNanos = nowNanos;
    }
  }

  /// Takes the vendor's word.
  void status(String status, String message, long nowNanos) throws Lost {
    switch (status) {
      case "connected" -> {
        line.send(
            "{\"action\":\"auth\",\"params\":" + JsonMapper.shared().writeValueAsString(key) + "}");
        go(Step.GREETED, nowNanos);
      }
      case "auth_success" -> letIn(nowNanos);
      case "auth_failed" -> throw new Lost(Kind.REFUSED, "the vendor refuses the key: " + message);
      case "auth_timeout" -> throw new Lost(Kind.BROKEN, "the key came too late: " + message);
      case "max_connections" -> throw new Lost(Kind.CROWDED, message);
      case "success" -> success(message, nowNanos);
      default -> {
        if (step == Step.GREETED) {
          throw new Lost(Kind.REFUSED, "the vendor refuses the key: " + message);
        }
        listener.refused(message);
      }
    }
  }

  private void success(String message, long nowNanos) {
    if (step == Step.GREETED) {
      letIn(nowNanos);
    } else if (message.startsWith(SUBSCRIBED)) {
      acknowledged(message.substring(SUBSCRIBED.length()), nowNanos);
    }
  }

  /// A channel is acknowledged; something that comes of it says as much.
  void acknowledged(String channel, long nowNanos) {
    if (!asked.contains(channel) && !channel.endsWith(Channels.ALL)) {
      acknowledged(Channels.kind(channel) + Channels.ALL, nowNanos);
    } else if (asked.contains(channel)) {
      open.remove(channel);
      silent.remove(channel);
      listener.heard(channel);
      streamOnceAcknowledged(nowNanos);
    }
  }

  private void letIn(long nowNanos) {
    if (step == Step.GREETED) {
      go(Step.LET_IN, nowNanos);
      want(wanted, nowNanos);
    }
  }

  private void streamOnceAcknowledged(long nowNanos) {
    if (step == Step.LET_IN && open.isEmpty()) {
      go(Step.STREAMING, nowNanos);
    }
  }

  private void go(Step next, long nowNanos) {
    step = next;
    patientNanos = nowNanos;
    stepNanos = nowNanos;
  }

  /// Asks for these channels and no others. What is no longer wanted is given up first, so that a
  /// limit is never passed in between.
  void want(Set<String> channels, long nowNanos) {
    wanted = channels;
    if (step != Step.LET_IN && step != Step.STREAMING) {
      return;
    }
    List<String> gone = asked.stream().filter(each -> !channels.contains(each)).sorted().toList();
    List<String> added = channels.stream().filter(each -> !asked.contains(each)).sorted().toList();
    say("unsubscribe", gone);
    asked.removeAll(gone);
    silent.removeAll(gone);
    gone.forEach(open::remove);
    say("subscribe", added);
    asked.addAll(added);
    added.forEach(each -> open.put(each, new Asked(nowNanos, false)));
    streamOnceAcknowledged(nowNanos);
  }

  private void say(String action, List<String> channels) {
    for (int from = 0; from < channels.size(); from += CHANNELS_A_MESSAGE) {
      int to = Math.min(channels.size(), from + CHANNELS_A_MESSAGE);
      String params = String.join(",", channels.subList(from, to));
      line.send("{\"action\":\"" + action + "\",\"params\":\"" + params + "\"}");
    }
  }

  /// Does what is due: gives up on what did not come in time, asks again, pings.
  ///
  /// @param isTrading whether something is bound to come, so that a pause is looked into at once
  void tick(long nowNanos, boolean isTrading) throws Lost {
    if (step.compareTo(Step.LET_IN) < 0
        && isOver(stepNanos, settings.answer().toNanos(), nowNanos)) {
      throw new Lost(
          Kind.BROKEN, step == Step.DIALLING ? "no greeting came" : "the key was not answered");
    }
    remind(nowNanos);
    ping(nowNanos, isTrading);
  }

  /// Nobody looked for a while, since whoever takes the events was slow or the machine slept: what
  /// came meanwhile may still be on its way through the socket.
  void patience(long nowNanos) {
    patientNanos = nowNanos;
    if (isPinged) {
      pingNanos = nowNanos;
    }
    if (step.compareTo(Step.LET_IN) < 0) {
      stepNanos = nowNanos;
    }
    open.replaceAll((_, ask) -> new Asked(nowNanos, ask.again));
  }

  private void remind(long nowNanos) {
    List<String> late = new ArrayList<>();
    List<String> given = new ArrayList<>();
    open.forEach((channel, ask) -> {
      if (isOver(ask.atNanos, settings.answer().toNanos(), nowNanos)) {
        (ask.again ? given : late).add(channel);
      }
    });
    late.forEach(each -> open.put(each, new Asked(nowNanos, true)));
    if (!late.isEmpty()) {
      listener.overdue(Set.copyOf(late));
    }
    given.forEach(open::remove);
    silent.addAll(given);
    if (!silent.isEmpty() && isOver(remindedNanos, settings.coolDown().toNanos(), nowNanos)) {
      remindedNanos = nowNanos;
      late.addAll(silent);
    }
    say("subscribe", late);
    streamOnceAcknowledged(nowNanos);
  }

  private void ping(long nowNanos, boolean isTrading) throws Lost {
    if (step.compareTo(Step.LET_IN) < 0) {
      return;
    }
    if (isPinged && isOver(pingNanos, settings.pong().toNanos(), nowNanos)) {
      throw new Lost(Kind.BROKEN, "a ping was not answered");
    }
    boolean isPause = isTrading && isOver(Math.max(heardNanos, pingNanos), PAUSE_NANOS, nowNanos);
    if (!isPinged && (isPause || isOver(pingNanos, settings.ping().toNanos(), nowNanos))) {
      isPinged = true;
      pingNanos = nowNanos;
      line.ping();
    }
  }

  private static boolean isOver(long sinceNanos, long length, long nowNanos) {
    return nowNanos - sinceNanos >= length;
  }

  Step step() {
    return step;
  }

  /// Since when something of what is subscribed could have come.
  long patientNanos() {
    return patientNanos;
  }

  /// For how long it has streamed.
  long streamedNanos(long nowNanos) {
    return step == Step.STREAMING ? nowNanos - stepNanos : 0;
  }

  /// The channels that were never acknowledged.
  Set<String> silent() {
    return silent.stream().collect(Collectors.toUnmodifiableSet());
  }

  /// Whether every channel is acknowledged or given up.
  boolean isSettled() {
    return step == Step.STREAMING && open.isEmpty();
  }
}
