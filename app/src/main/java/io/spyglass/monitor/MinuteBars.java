package io.spyglass.monitor;

import io.spyglass.model.Bar;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Index values, and bars shorter than a minute, as bars of a minute. They may come in any order.
/// Owned by one thread.
final class MinuteBars {
  private static final int SECONDS = 60;
  private static final long MINUTE_NANOS = SECONDS * 1_000_000_000L;

  private final Map<Key, Minute> minutes = new LinkedHashMap<>();

  private record Key(Instrument instrument, long startNanos) {}

  /// Takes a value of an index.
  void add(IndexValue value) {
    Minute minute = minute(value.index(), value.epochNanos());
    minute.open(value.epochNanos(), value.value());
    minute.close(value.epochNanos(), value.value());
    minute.reach(value.value(), value.value());
    minute.trade(Double.NaN, Double.NaN);
  }

  /// Takes a bar that is no longer than a minute.
  void add(Bar bar) {
    Minute minute = minute(bar.instrument(), bar.startNanos());
    minute.open(bar.startNanos(), bar.open());
    minute.close(bar.epochNanos(), bar.close());
    minute.reach(bar.high(), bar.low());
    minute.trade(bar.volume(), bar.vwap());
  }

  private Minute minute(Instrument instrument, long epochNanos) {
    long start = epochNanos - Math.floorMod(epochNanos, MINUTE_NANOS);
    return minutes.computeIfAbsent(new Key(instrument, start), _ -> new Minute());
  }

  /// Hands over each minute of each instrument.
  void each(Consumer<Bar> to) {
    minutes.forEach((key, minute) -> to.accept(minute.bar(key)));
  }

  /// A minute while it is put together.
  private static final class Minute {
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;
    private double open;
    private double close;
    private double high = Double.NEGATIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;
    private double volume;
    private double premium;

    void open(long nanos, double price) {
      if (nanos < firstNanos) {
        firstNanos = nanos;
        open = price;
      }
    }

    void close(long nanos, double price) {
      if (nanos >= lastNanos) {
        lastNanos = nanos;
        close = price;
      }
    }

    void reach(double highest, double lowest) {
      high = Math.max(high, highest);
      low = Math.min(low, lowest);
    }

    void trade(double size, double vwap) {
      volume += size;
      premium += size * vwap;
    }

    Bar bar(Key key) {
      long end = key.startNanos() + MINUTE_NANOS;
      double vwap = premium / volume;
      return new Bar(
          key.instrument(), key.startNanos(), SECONDS, end, open, high, low, close, volume, vwap);
    }
  }
}
