package io.spyglass.vendor.polygon.simulator;

import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import org.jspecify.annotations.Nullable;

/// What is known of one instrument at the clock's instant. Read and written under its book's lock.
final class Line {
  final Instrument instrument;
  final String ticker;
  final Cluster cluster;
  final Candle day;
  final @Nullable Candle[] open = new Candle[Windows.COUNT];
  @Nullable Candle minute;
  @Nullable Quote quote;
  @Nullable Trade trade;
  @Nullable IndexValue value;
  long openInterest;

  Line(Instrument instrument, long dayNanos) {
    this.instrument = instrument;
    this.ticker = instrument.ticker();
    this.cluster = Cluster.of(instrument);
    this.day = new Candle(dayNanos);
  }
}
