package io.spyglass.model;

import java.util.Comparator;

/// Something that happened in the market or in the feed that reports it.
///
/// An event has two times: when it happened ([#epochNanos], by the source's clock) and when this
/// machine had it ([#receivedNanos]; equal to the first for recorded data that did not keep it).
public sealed interface MarketEvent
    permits Listing,
        OpenInterest,
        VendorGreeks,
        Quote,
        IndexValue,
        UnderlyingValue,
        Bar,
        Trade,
        News,
        Hole,
        Tick {

  /// A whole number that the source did not give.
  int ABSENT = -1;

  /// Events in the order of a session: by time, at equal times by [#rank], and among a vendor's own
  /// by its [#sequence]. Stable sorting keeps what remains as delivered.
  Comparator<MarketEvent> ORDER =
      Comparator.comparingLong(MarketEvent::epochNanos)
          .thenComparingInt(MarketEvent::rank)
          .thenComparingLong(MarketEvent::sequence);

  /// When it happened: nanoseconds since the epoch, UTC. A [Bar] happens at its end.
  long epochNanos();

  /// When this machine had it: nanoseconds since the epoch, UTC.
  long receivedNanos();

  /// The vendor's own order among events of equal time, [#ABSENT] where it gives none.
  default long sequence() {
    return ABSENT;
  }

  /// The place among events of equal time: listings, open interest and the vendor's Greeks; quotes;
  /// values of indices and underlyings; trades; news; holes; ticks. A bar of an option takes the
  /// place of a trade, any other that of an index value.
  default int rank() {
    return switch (this) {
      case Listing _, OpenInterest _, VendorGreeks _ -> 0;
      case Quote _ -> 1;
      case IndexValue _, UnderlyingValue _ -> 2;
      case Bar bar -> bar.instrument() instanceof OptionContract ? 3 : 2;
      case Trade _ -> 3;
      case News _ -> 4;
      case Hole _ -> 5;
      case Tick _ -> 6;
    };
  }
}
