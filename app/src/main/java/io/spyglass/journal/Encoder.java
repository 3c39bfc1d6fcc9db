package io.spyglass.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Hole;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.Quote;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.UnderlyingValue;
import io.spyglass.model.VendorGreeks;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// Events to the bytes of a block; the inverse of [Decoder].
///
/// Instruments and conditions are written out where they first occur and by number from then on.
/// Owned by one thread.
final class Encoder {
  private static final int FIRST_CAPACITY = 1 << 16;

  /// Above the bytes of every record that holds no text.
  private static final int RECORD_BYTES = 128;

  private final Numbering<Instrument> instruments;
  private final Numbering<Conditions> conditions;
  private ByteBuffer buffer = allocate(FIRST_CAPACITY);

  /// An encoder that goes on with the numbers of a journal that has some already.
  Encoder(List<Instrument> instruments, List<Conditions> conditions) {
    this.instruments = new Numbering<>(instruments);
    this.conditions = new Numbering<>(conditions);
  }

  /// A whole block for the place `filePosition`, ready to be written. Its numbers are kept once
  /// [#keep] is called; until then [#discard] forgets them.
  ByteBuffer block(List<? extends MarketEvent> events, long filePosition) {
    buffer.clear().position(Block.HEADER_BYTES);
    for (MarketEvent event : events) {
      room(RECORD_BYTES);
      put(event);
    }
    Block.seal(buffer, filePosition, events.size());
    return buffer.flip();
  }

  /// The last block is in the file.
  void keep() {
    instruments.keep();
    conditions.keep();
  }

  /// The last block is not in the file.
  void discard() {
    instruments.discard();
    conditions.discard();
  }

  private void put(MarketEvent event) {
    switch (event) {
      case Quote quote -> put(quote);
      case Trade trade -> put(trade);
      case Tick tick -> buffer.put((byte) Kind.TICK).putLong(tick.epochNanos());
      case IndexValue value -> {
        start(Kind.INDEX_VALUE, value.index(), value.epochNanos(), value.receivedNanos());
        put(value.value());
      }
      case Bar bar -> put(bar);
      case Listing listing ->
          start(Kind.LISTING, listing.contract(), listing.epochNanos(), listing.receivedNanos());
      case OpenInterest interest -> {
        start(
            Kind.OPEN_INTEREST,
            interest.contract(),
            interest.epochNanos(),
            interest.receivedNanos());
        buffer.putLong(interest.contracts()).putLong(interest.effectiveDate().toEpochDay());
      }
      case News news -> put(news);
      case Hole hole -> put(hole);
      case UnderlyingValue value -> put(value);
      case VendorGreeks greeks -> put(greeks);
    }
  }

  private void put(Quote quote) {
    start(Kind.QUOTE, quote.instrument(), quote.epochNanos(), quote.receivedNanos());
    buffer.putLong(quote.sequence());
    put(quote.bid());
    put(quote.ask());
    buffer.putLong(quote.bidSize()).putLong(quote.askSize());
  }

  private void put(Trade trade) {
    int conditionsNumber = numberOf(trade.conditions());
    start(Kind.TRADE, trade.instrument(), trade.epochNanos(), trade.receivedNanos());
    buffer.putLong(trade.participantNanos()).putLong(trade.sequence());
    put(trade.price());
    put(trade.size());
    buffer.putInt(trade.exchange()).putInt(conditionsNumber).putInt(trade.correction());
  }

  private void put(Bar bar) {
    start(Kind.BAR, bar.instrument(), bar.startNanos(), bar.receivedNanos());
    buffer.putInt(bar.seconds());
    put(bar.open());
    put(bar.high());
    put(bar.low());
    put(bar.close());
    put(bar.volume());
    put(bar.vwap());
  }

  private void put(News news) {
    buffer.put((byte) Kind.NEWS).putLong(news.epochNanos()).putLong(news.receivedNanos());
    put(news.sentiment());
    put(news.id());
    put(news.title());
    put(news.description());
    put(news.keywords());
    put(news.tickers());
  }

  private void put(Hole hole) {
    buffer.put((byte) Kind.HOLE).putLong(hole.epochNanos()).putLong(hole.receivedNanos());
    buffer.putLong(hole.fromNanos()).putLong(hole.toNanos());
    buffer.put((byte) (hole.filled() ? 1 : 0));
    put(hole.reason());
  }

  private void put(UnderlyingValue value) {
    buffer.put((byte) Kind.UNDERLYING_VALUE);
    buffer.putLong(value.epochNanos()).putLong(value.receivedNanos());
    put(value.value());
    buffer.put((byte) (value.isImplied() ? 1 : 0));
    put(value.underlying().symbol());
  }

  private void put(VendorGreeks greeks) {
    start(Kind.VENDOR_GREEKS, greeks.contract(), greeks.epochNanos(), greeks.receivedNanos());
    put(greeks.volatility());
    put(greeks.delta());
    put(greeks.gamma());
    put(greeks.theta());
    put(greeks.vega());
  }

  /// What most records begin with: kind, instrument, and the two times.
  private void start(int kind, Instrument instrument, long epochNanos, long receivedNanos) {
    int number = numberOf(instrument);
    buffer.put((byte) kind).putInt(number).putLong(epochNanos).putLong(receivedNanos);
  }

  private int numberOf(Instrument instrument) {
    int number = instruments.find(instrument);
    if (number < 0) {
      number = instruments.add(instrument);
      buffer.put((byte) Kind.INSTRUMENT);
      put(instrument.ticker());
      room(RECORD_BYTES);
    }
    return number;
  }

  private int numberOf(Conditions codes) {
    int number = conditions.find(codes);
    if (number < 0) {
      number = conditions.add(codes);
      room(RECORD_BYTES + codes.count() * Integer.BYTES);
      buffer.put((byte) Kind.CONDITIONS).putInt(codes.count());
      for (int i = 0; i < codes.count(); i++) {
        buffer.putInt(codes.code(i));
      }
      room(RECORD_BYTES);
    }
    return number;
  }

  /// The bits themselves, so that every `NaN` stays the one it is.
  private void put(double value) {
    buffer.putLong(Double.doubleToRawLongBits(value));
  }

  private void put(List<String> texts) {
    room(Integer.BYTES);
    buffer.putInt(texts.size());
    for (String text : texts) {
      put(text);
    }
  }

  /// UTF-8 behind its length in bytes; a text that is no valid Unicode (half of a surrogate pair)
  /// as UTF-16 behind the complement of its length in characters.
  private void put(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    if (new String(utf8, UTF_8).equals(text)) {
      room(Integer.BYTES + utf8.length);
      buffer.putInt(utf8.length).put(utf8);
      return;
    }
    room(Integer.BYTES + text.length() * Character.BYTES);
    buffer.putInt(~text.length());
    for (int i = 0; i < text.length(); i++) {
      buffer.putChar(text.charAt(i));
    }
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      int needed = Math.addExact(buffer.position(), bytes);
      int doubled = (int) Math.min(2L * buffer.capacity(), Integer.MAX_VALUE);
      buffer = allocate(Math.max(needed, doubled)).put(buffer.flip());
    }
  }

  private static ByteBuffer allocate(int capacity) {
    return ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }
}
