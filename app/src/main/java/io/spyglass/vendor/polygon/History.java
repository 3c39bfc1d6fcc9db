package io.spyglass.vendor.polygon;

import io.spyglass.model.Bar;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.net.VendorOutage;
import io.spyglass.session.Outage;
import java.util.ArrayList;
import java.util.List;

/// The vendor's history of what a channel carries: prints of `T.`, bars of a second of `A.` and of
/// a minute of `AM.`. Thread-safe.
final class History {
  private static final long MILLI_NANOS = 1_000_000L;

  private final Client client;
  private final Events events;

  History(Client client) {
    this.client = client;
    this.events = client.events();
  }

  /// What happened from one instant to another, both inclusive, in the vendor's order. A bar
  /// happens at its end.
  ///
  /// @throws Outage where the history is out of reach or breaks off
  /// @throws io.spyglass.net.Refusal where the plan has none
  List<MarketEvent> events(String channel, long fromNanos, long toNanos, long receivedNanos)
      throws InterruptedException {
    Instrument instrument = Channels.instrument(channel);
    return switch (Channels.kind(channel)) {
      case "T" -> trades(instrument, fromNanos, toNanos, receivedNanos);
      case "A" -> bars(instrument, BarLength.SECOND, fromNanos, toNanos, receivedNanos);
      case "AM" -> bars(instrument, BarLength.MINUTE, fromNanos, toNanos, receivedNanos);
      default -> throw new IllegalArgumentException("the vendor keeps no history of " + channel);
    };
  }

  /// Whether the history has come as far as a print or bar that the socket brought: it has that
  /// print, or all of that bar.
  boolean has(MarketEvent witness, long receivedNanos) throws InterruptedException {
    long at = witness.epochNanos();
    String channel = channel(witness);
    return events(channel, at - MILLI_NANOS, at + MILLI_NANOS, receivedNanos).stream()
        .anyMatch(each -> isSame(each, witness));
  }

  private static boolean isSame(MarketEvent one, MarketEvent other) {
    if (one instanceof Bar bar && other instanceof Bar same) {
      return bar.startNanos() == same.startNanos()
          && bar.close() == same.close()
          && Double.compare(bar.volume(), same.volume()) == 0;
    }
    return one instanceof Trade trade
        && other instanceof Trade same
        && trade.epochNanos() / MILLI_NANOS == same.epochNanos() / MILLI_NANOS
        && trade.price() == same.price()
        && trade.size() == same.size();
  }

  /// The channel that an event comes by.
  static String channel(MarketEvent event) {
    return switch (event) {
      case Trade trade -> "T." + trade.instrument().ticker();
      case Quote quote -> "Q." + quote.instrument().ticker();
      case IndexValue value -> "V." + value.index().ticker();
      case Bar bar -> (bar.seconds() < 60 ? "A." : "AM.") + bar.instrument().ticker();
      default -> throw new IllegalArgumentException("no channel carries " + event);
    };
  }

  private List<MarketEvent> trades(
      Instrument instrument, long fromNanos, long toNanos, long receivedNanos)
      throws InterruptedException {
    List<MarketEvent> trades = new ArrayList<>();
    Pages<TradeRow> rows = client.trades(instrument.ticker(), fromNanos, toNanos);
    rows.each(row -> {
      Trade trade = events.trade(instrument, row, receivedNanos);
      if (trade != null) {
        trades.add(trade);
      }
    });
    return whole(rows, instrument, trades);
  }

  private List<MarketEvent> bars(
      Instrument instrument, BarLength length, long fromNanos, long toNanos, long receivedNanos)
      throws InterruptedException {
    List<MarketEvent> bars = new ArrayList<>();
    long from = fromNanos / MILLI_NANOS - length.seconds() * 1000L;
    Pages<BarRow> rows = client.bars(instrument.ticker(), length, from, toNanos / MILLI_NANOS);
    rows.each(row -> {
      Bar bar = events.bar(instrument, row, length, receivedNanos);
      if (bar != null && bar.epochNanos() >= fromNanos && bar.epochNanos() <= toNanos) {
        bars.add(bar);
      }
    });
    return whole(rows, instrument, bars);
  }

  private static List<MarketEvent> whole(
      Pages<?> rows, Instrument instrument, List<MarketEvent> events) {
    if (!rows.complete()) {
      throw new VendorOutage("the history of " + instrument.ticker() + " broke off", null);
    }
    return events;
  }
}
