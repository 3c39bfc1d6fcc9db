package io.spyglass.vendor.polygon.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keeps the values that were asked for last. Thread-safe; two threads may make one value at a
/// time.
final class Lru<K, V> {
  private final int most;
  private final LinkedHashMap<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

  Lru(int most) {
    this.most = most;
  }

  V get(K key, Function<K, V> make) {
    V known = known(key);
    if (known != null) {
      return known;
    }
    V made = make.apply(key);
    synchronized (values) {
      values.put(key, made);
      if (values.size() > most) {
        Map.Entry<K, V> eldest = values.firstEntry();
        values.remove(eldest.getKey());
      }
    }
    return made;
  }

  private @Nullable V known(K key) {
    synchronized (values) {
      return values.get(key);
    }
  }
}
