package io.spyglass.vendor.polygon.simulator;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts of what the simulator did, by name. Thread-safe.
final class Stats {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void count(String name) {
    LongAdder known = counts.get(name);
    if (known == null) {
      known = counts.computeIfAbsent(name, _ -> new LongAdder());
    }
    known.increment();
  }

  /// The counts by name.
  Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((name, count) -> all.put(name, count.sum()));
    return all;
  }
}
