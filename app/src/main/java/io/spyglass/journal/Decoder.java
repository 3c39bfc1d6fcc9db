package io.spyglass.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Hole;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.model.UnderlyingValue;
import io.spyglass.model.VendorGreeks;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The bytes of blocks to events; the inverse of [Encoder].
///
/// One instrument of a journal is one instance, so that a map by identity serves; a quote or a
/// trade costs its record and no other allocation. Owned by one thread.
final class Decoder {
  private final List<Instrument> instruments = new ArrayList<>();
  private final List<Conditions> conditions = new ArrayList<>();
  private ByteBuffer buffer;
  private int at;

  Decoder(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  /// Begins to read a payload.
  void start(ByteBuffer payload, int from) {
    buffer = payload;
    at = from;
  }

  /// Where the next record begins.
  int at() {
    return at;
  }

  /// The instruments met so far, by number.
  List<Instrument> instruments() {
    return instruments;
  }

  /// The conditions met so far, by number.
  List<Conditions> conditions() {
    return conditions;
  }

  /// The next event of the payload.
  ///
  /// @throws RuntimeException of several kinds for bytes that [Encoder] does not write
  MarketEvent next() {
    int kind = buffer.get(at);
    while (kind == Kind.INSTRUMENT || kind == Kind.CONDITIONS) {
      define(kind);
      kind = buffer.get(at);
    }
    return kind == Kind.QUOTE ? quote() : event(kind);
  }

  private void define(int kind) {
    at++;
    if (kind == Kind.INSTRUMENT) {
      instruments.add(Instrument.parse(text()));
      return;
    }
    int[] codes = new int[integer()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = integer();
    }
    conditions.add(Conditions.of(codes));
  }

  private MarketEvent event(int kind) {
    if (kind == Kind.TRADE) {
      return trade();
    }
    at++;
    return switch (kind) {
      case Kind.TICK -> new Tick(whole());
      case Kind.INDEX_VALUE -> new IndexValue((Index) instrument(), whole(), whole(), number());
      case Kind.BAR -> bar();
      case Kind.LISTING -> new Listing((OptionContract) instrument(), whole(), whole());
      case Kind.OPEN_INTEREST ->
          new OpenInterest(
              (OptionContract) instrument(),
              whole(),
              whole(),
              whole(),
              LocalDate.ofEpochDay(whole()));
      case Kind.NEWS -> news();
      case Kind.HOLE -> hole();
      case Kind.UNDERLYING_VALUE -> underlyingValue();
      case Kind.VENDOR_GREEKS ->
          new VendorGreeks(
              (OptionContract) instrument(),
              whole(),
              whole(),
              number(),
              number(),
              number(),
              number(),
              number());
      default -> throw new IllegalArgumentException("no record is of kind " + kind);
    };
  }

  private Quote quote() {
    int from = at;
    at = from + Kind.QUOTE_BYTES;
    return new Quote(
        instruments.get(buffer.getInt(from + 1)),
        buffer.getLong(from + 5),
        buffer.getLong(from + 13),
        buffer.getLong(from + 21),
        number(from + 29),
        number(from + 37),
        buffer.getLong(from + 45),
        buffer.getLong(from + 53));
  }

  private Trade trade() {
    int from = at;
    at = from + Kind.TRADE_BYTES;
    return new Trade(
        instruments.get(buffer.getInt(from + 1)),
        buffer.getLong(from + 5),
        buffer.getLong(from + 13),
        buffer.getLong(from + 21),
        buffer.getLong(from + 29),
        number(from + 37),
        number(from + 45),
        buffer.getInt(from + 53),
        conditions.get(buffer.getInt(from + 57)),
        buffer.getInt(from + 61));
  }

  private Bar bar() {
    Instrument instrument = instrument();
    long startNanos = whole();
    long receivedNanos = whole();
    return new Bar(
        instrument,
        startNanos,
        integer(),
        receivedNanos,
        number(),
        number(),
        number(),
        number(),
        number(),
        number());
  }

  private News news() {
    long epochNanos = whole();
    long receivedNanos = whole();
    double sentiment = number();
    return new News(text(), epochNanos, receivedNanos, text(), text(), sentiment, texts(), texts());
  }

  private Hole hole() {
    long epochNanos = whole();
    long receivedNanos = whole();
    long fromNanos = whole();
    long toNanos = whole();
    boolean filled = buffer.get(at++) != 0;
    return new Hole(epochNanos, receivedNanos, fromNanos, toNanos, text(), filled);
  }

  private UnderlyingValue underlyingValue() {
    long epochNanos = whole();
    long receivedNanos = whole();
    double value = number();
    boolean isImplied = buffer.get(at++) != 0;
    return new UnderlyingValue(new Underlying(text()), epochNanos, receivedNanos, value, isImplied);
  }

  private Instrument instrument() {
    return instruments.get(integer());
  }

  private int integer() {
    int value = buffer.getInt(at);
    at += Integer.BYTES;
    return value;
  }

  private long whole() {
    long value = buffer.getLong(at);
    at += Long.BYTES;
    return value;
  }

  private double number() {
    return Double.longBitsToDouble(whole());
  }

  private double number(int from) {
    return Double.longBitsToDouble(buffer.getLong(from));
  }

  private List<String> texts() {
    int count = integer();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  private String text() {
    int length = integer();
    if (length < 0) {
      return utf16(~length);
    }
    byte[] utf8 = new byte[length];
    buffer.get(at, utf8);
    at += length;
    return new String(utf8, UTF_8);
  }

  private String utf16(int length) {
    char[] characters = new char[length];
    for (int i = 0; i < length; i++) {
      characters[i] = buffer.getChar(at);
      at += Character.BYTES;
    }
    return new String(characters);
  }
}
