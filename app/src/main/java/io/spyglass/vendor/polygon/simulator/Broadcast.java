package io.spyglass.vendor.polygon.simulator;

import io.spyglass.model.IndexValue;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.vendor.polygon.simulator.Wire.Sequence;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Hands what happens to the sockets that want it, written once for all of them. Owned by the
/// market thread.
final class Broadcast {
  private final Sockets sockets;
  private final long delayNanos;
  private final Supplier<Faults> faults;
  private Json json = new Json(Spelling.PLAIN);
  private Faults spelled = Faults.NONE;

  /// @param delayNanos how far behind the clock those it tells are
  Broadcast(Sockets sockets, long delayNanos, Supplier<Faults> faults) {
    this.sockets = sockets;
    this.delayNanos = delayNanos;
    this.faults = faults;
  }

  /// Takes up faults that have been set meanwhile, and gives held messages away.
  void refresh() {
    Faults now = faults.get();
    if (now != spelled) {
      spelled = now;
      json = new Json(Spelling.of(now));
    }
    sockets.release(delayNanos);
  }

  void trade(Line line, Trade trade) {
    numbered(line, Channel.T, sequence -> Wire.trade(json, line.ticker, trade, sequence).toBytes());
  }

  void quote(Line line, Quote quote) {
    numbered(line, Channel.Q, sequence -> Wire.quote(json, line.ticker, quote, sequence).toBytes());
  }

  /// Delivers a message with its number, and without it where faults say so.
  private void numbered(Line line, Channel channel, Function<Sequence, byte[]> writer) {
    byte[] message = null;
    for (Connection each : sockets.of(line.cluster, delayNanos)) {
      if (!each.wants(channel, line.ticker)) {
        continue;
      }
      Sequence sequence = each.sequence();
      if (sequence == Sequence.TOLD) {
        message = message == null ? writer.apply(sequence) : message;
        each.deliver(message);
      } else {
        each.deliver(writer.apply(sequence));
      }
    }
  }

  void value(Line line, IndexValue value) {
    byte[] message = null;
    for (Connection each : sockets.of(line.cluster, delayNanos)) {
      if (each.wants(Channel.V, line.ticker)) {
        message = message == null ? Wire.value(json, line.ticker, value).toBytes() : message;
        each.deliver(message);
      }
    }
  }

  void bar(Line line, Channel channel, Candle bar, long nanos) {
    List<Connection> all = sockets.of(line.cluster, delayNanos);
    byte[] message = null;
    for (Connection each : all) {
      if (each.wants(channel, line.ticker)) {
        message = message == null ? Wire.bar(json, line, channel, bar, nanos).toBytes() : message;
        if (line.cluster == Cluster.STOCKS && bar.count() > 1 && each.happens(Knob.LATE_BARS)) {
          each.deliver(Wire.bar(json, line, channel, bar.incomplete(), nanos).toBytes());
        }
        each.deliverBar(message, bar.startNanos() + 2 * nanos);
      }
    }
  }

  /// Sends the bars that come late and are due.
  void lateBars(long epochNanos) {
    for (Cluster cluster : Cluster.values()) {
      sockets.of(cluster, delayNanos).forEach(each -> each.deliverLateBars(epochNanos));
    }
  }

  /// A date is over.
  void midnight() {
    if (faults.get().has(Knob.NIGHTLY_DROPS)) {
      for (Cluster cluster : Cluster.values()) {
        sockets.of(cluster, delayNanos).forEach(Connection::drop);
      }
    }
  }

  /// Waits until every socket can take more.
  void awaitRoom() throws InterruptedException {
    for (Cluster cluster : Cluster.values()) {
      for (Connection each : sockets.of(cluster, delayNanos)) {
        each.outbox().awaitRoom();
      }
    }
  }
}
