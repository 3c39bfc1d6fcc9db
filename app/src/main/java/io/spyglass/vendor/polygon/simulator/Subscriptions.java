package io.spyglass.vendor.polygon.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What one socket wants. Thread-safe.
final class Subscriptions {
  private static final String ALL = "*";

  private final Map<Channel, Set<String>> tickers = new EnumMap<>(Channel.class);

  Subscriptions() {
    for (Channel channel : Channel.values()) {
      tickers.put(channel, ConcurrentHashMap.newKeySet());
    }
  }

  static boolean isAll(String ticker) {
    return ticker.equals(ALL);
  }

  private Set<String> of(Channel channel) {
    return tickers.getOrDefault(channel, Set.of());
  }

  /// Adds a ticker, or all; gives whether it is new.
  boolean add(Channel channel, String ticker) {
    return of(channel).add(ticker);
  }

  boolean remove(Channel channel, String ticker) {
    return of(channel).remove(ticker);
  }

  boolean has(Channel channel, String ticker) {
    return of(channel).contains(ticker);
  }

  int count(Channel channel) {
    return of(channel).size();
  }

  boolean wants(Channel channel, String ticker) {
    Set<String> wanted = of(channel);
    return !wanted.isEmpty() && (wanted.contains(ticker) || wanted.contains(ALL));
  }
}
