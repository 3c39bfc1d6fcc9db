package io.spyglass.journal;

import io.spyglass.model.Bar;
import io.spyglass.model.Hole;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.Quote;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.UnderlyingValue;
import io.spyglass.model.VendorGreeks;

/// The stamp of receipt.
final class Received {
  private Received() {}

  /// `event`, received at `nanos`.
  static MarketEvent at(long nanos, MarketEvent event) {
    return switch (event) {
      case Listing e -> new Listing(e.contract(), e.epochNanos(), nanos);
      case OpenInterest e ->
          new OpenInterest(e.contract(), e.epochNanos(), nanos, e.contracts(), e.effectiveDate());
      case Quote e ->
          new Quote(
              e.instrument(),
              e.epochNanos(),
              nanos,
              e.sequence(),
              e.bid(),
              e.ask(),
              e.bidSize(),
              e.askSize());
      case IndexValue e -> new IndexValue(e.index(), e.epochNanos(), nanos, e.value());
      case Bar e ->
          new Bar(
              e.instrument(),
              e.startNanos(),
              e.seconds(),
              nanos,
              e.open(),
              e.high(),
              e.low(),
              e.close(),
              e.volume(),
              e.vwap());
      case Trade e ->
          new Trade(
              e.instrument(),
              e.epochNanos(),
              nanos,
              e.participantNanos(),
              e.sequence(),
              e.price(),
              e.size(),
              e.exchange(),
              e.conditions(),
              e.correction());
      case News e ->
          new News(
              e.id(),
              e.epochNanos(),
              nanos,
              e.title(),
              e.description(),
              e.sentiment(),
              e.keywords(),
              e.tickers());
      case Hole e ->
          new Hole(e.epochNanos(), nanos, e.fromNanos(), e.toNanos(), e.reason(), e.filled());
      case UnderlyingValue e ->
          new UnderlyingValue(e.underlying(), e.epochNanos(), nanos, e.value(), e.isImplied());
      case VendorGreeks e ->
          new VendorGreeks(
              e.contract(),
              e.epochNanos(),
              nanos,
              e.volatility(),
              e.delta(),
              e.gamma(),
              e.theta(),
              e.vega());
      case Tick e -> e;
    };
  }
}
