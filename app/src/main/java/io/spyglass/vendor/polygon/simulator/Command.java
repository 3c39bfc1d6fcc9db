package io.spyglass.vendor.polygon.simulator;

import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a client says on a socket, and what the vendor answers: nothing to what it does not know.
final class Command {
  private final Connection connection;
  private final Faults faults;
  private final Stats stats;
  private final BiPredicate<Connection, Plan> enter;

  /// @param enter takes in a socket whose key is good, and gives whether it is served
  Command(Connection connection, Faults faults, Stats stats, BiPredicate<Connection, Plan> enter) {
    this.connection = connection;
    this.faults = faults;
    this.stats = stats;
    this.enter = enter;
  }

  void obey(String text) {
    JsonNode message;
    try {
      message = JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      stats.count("misspoken");
      return;
    }
    String params = message.path("params").asString("");
    switch (message.path("action").asString("")) {
      case "auth" -> authenticate(params);
      case "subscribe" -> each(params, true);
      case "unsubscribe" -> each(params, false);
      default -> stats.count("misspoken");
    }
  }

  private void authenticate(String key) {
    if (connection.plan() != null) {
      stats.count("misspoken");
      return;
    }
    Optional<Plan> plan = key.isEmpty() ? Optional.empty() : Plan.of(key);
    if (plan.isEmpty() || !plan.get().hasSockets() || connection.requestHappens(Knob.AUTH_FAILS)) {
      stats.count("auth_failed");
      connection.close(isOld() ? "error" : "auth_failed", "authentication failed");
      return;
    }
    connection.authenticate(key, plan.get());
    connection.status(isOld() ? "success" : "auth_success", "authenticated");
    connection.setServed(enter.test(connection, plan.get()));
  }

  private boolean isOld() {
    return faults.has(Knob.OLD_AUTH_WORDS);
  }

  private void each(String params, boolean subscribe) {
    Plan plan = connection.plan();
    if (plan == null) {
      stats.count("misspoken");
      return;
    }
    if (!connection.isServed()) {
      connection.close("max_connections", "Maximum number of websocket connections exceeded.");
      return;
    }
    for (String param : params.split(",", -1)) {
      int dot = param.indexOf('.');
      Channel channel =
          dot < 0 ? null : connection.cluster().channel(param.substring(0, dot).strip());
      if (channel == null) {
        stats.count("unknown_channels");
      } else if (subscribe) {
        subscribe(plan, channel, param.substring(dot + 1).strip());
      } else {
        unsubscribe(channel, param.substring(dot + 1).strip());
      }
    }
  }

  private void subscribe(Plan plan, Channel channel, String ticker) {
    Subscriptions subscriptions = connection.subscriptions();
    boolean tooWide = Subscriptions.isAll(ticker) && !connection.cluster().takesAll(channel);
    if (subscriptions.has(channel, ticker)) {
      stats.count("subscribed_twice");
    } else if (!plan.has(channel) || tooWide) {
      connection.status("error", "not authorized");
    } else if (isFull(channel)) {
      connection.status("error", "maximum number of quote subscriptions exceeded");
    } else if (connection.requestHappens(Knob.SILENT_ACKS)) {
      stats.count(Knob.SILENT_ACKS.word());
    } else if (connection.requestHappens(Knob.LOST_ACKS)) {
      stats.count(Knob.LOST_ACKS.word());
      boolean _ = subscriptions.add(channel, ticker);
    } else {
      connection.subscribe(channel, ticker);
    }
  }

  private boolean isFull(Channel channel) {
    return channel == Channel.Q
        && connection.cluster() == Cluster.OPTIONS
        && connection.subscriptions().count(channel) >= faults.get(Knob.OPTION_QUOTES);
  }

  private void unsubscribe(Channel channel, String ticker) {
    if (connection.subscriptions().remove(channel, ticker)) {
      connection.status("success", "unsubscribed to: " + channel + "." + ticker);
    }
  }
}
