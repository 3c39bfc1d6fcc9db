package io.spyglass.vendor.polygon.simulator;

import io.spyglass.model.Trade;

/// A stretch of time as bars tell it: of eligible prints, or of an index's values. Owned by whoever
/// fills it.
final class Candle {
  private final long startNanos;
  private double open = Double.NaN;
  private double high = Double.NEGATIVE_INFINITY;
  private double low = Double.POSITIVE_INFINITY;
  private double close = Double.NaN;
  private double volume;
  private double notional;
  private long count;
  private long lastNanos;

  Candle(long startNanos) {
    this.startNanos = startNanos;
  }

  /// Takes what a print's conditions let it change.
  void add(Trade print) {
    if (!ConditionRules.updatesVolume(print)) {
      return;
    }
    volume += print.size();
    notional += print.size() * print.price();
    count++;
    lastNanos = print.epochNanos();
    if (ConditionRules.updatesPrices(print)) {
      price(print.price());
    }
  }

  /// Takes a value of an index.
  void add(double value, long epochNanos) {
    count++;
    lastNanos = epochNanos;
    price(value);
  }

  private void price(double price) {
    open = Double.isNaN(open) ? price : open;
    high = Math.max(high, price);
    low = Math.min(low, price);
    close = price;
  }

  /// Takes a later stretch.
  void add(Candle later) {
    volume += later.volume;
    notional += later.notional;
    count += later.count;
    lastNanos = Math.max(lastNanos, later.lastNanos);
    if (later.exists()) {
      open = Double.isNaN(open) ? later.open : open;
      high = Math.max(high, later.high);
      low = Math.min(low, later.low);
      close = later.close;
    }
  }

  /// This stretch as another one that begins at `start`.
  Candle startingAt(long start) {
    Candle copy = new Candle(start);
    copy.add(this);
    return copy;
  }

  /// The bar as if only its first prints were known.
  Candle incomplete() {
    Candle first = new Candle(startNanos);
    first.price(open);
    first.volume = Math.ceil(volume / 2);
    first.notional = first.volume * open;
    first.count = 1;
    return first;
  }

  Candle copy() {
    return startingAt(startNanos);
  }

  /// Whether there is a bar: something had a price.
  boolean exists() {
    return !Double.isNaN(open);
  }

  long startNanos() {
    return startNanos;
  }

  double open() {
    return open;
  }

  double high() {
    return high;
  }

  double low() {
    return low;
  }

  double close() {
    return close;
  }

  double volume() {
    return volume;
  }

  /// Rounded to four decimals, NaN without a volume.
  double vwap() {
    return volume == 0 ? Double.NaN : Math.rint(notional / volume * 1e4) / 1e4;
  }

  long count() {
    return count;
  }

  long lastNanos() {
    return lastNanos;
  }
}
