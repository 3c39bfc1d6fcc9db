package io.spyglass.journal;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.spyglass.model.Right;
import io.spyglass.model.Stock;
import io.spyglass.model.Tick;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.model.UnderlyingValue;
import io.spyglass.model.VendorGreeks;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/// Any event of any kind, with any bits in its numbers, comes back from its bytes with those bits.
class RoundTripTest {

  @Property(tries = 500)
  void whatIsEncodedIsDecoded(
      @ForAll("events") @Size(min = 1, max = 20) List<MarketEvent> first,
      @ForAll("events") @Size(min = 1, max = 20) List<MarketEvent> second) {
    Encoder encoder = new Encoder(List.of(), List.of());
    Decoder decoder = new Decoder(ByteBuffer.allocate(0));

    for (List<MarketEvent> events : List.of(first, second)) {
      ByteBuffer block = encoder.block(events, 128);
      encoder.keep();
      assertThat(Block.size(block, 0, 128, block.limit())).isEqualTo(block.limit());
      assertThat(Block.isIntact(block, 0)).isTrue();
      List<MarketEvent> decoded = decode(decoder, block);

      assertThat(decoded).isEqualTo(events);
      assertThat(bits(decoded)).isEqualTo(bits(events));
    }
  }

  @Property(tries = 200)
  void aBlockThatWasNotWrittenLeavesNoNumberBehind(
      @ForAll("events") @Size(min = 1, max = 10) List<MarketEvent> lost,
      @ForAll("events") @Size(min = 1, max = 10) List<MarketEvent> kept) {
    Encoder encoder = new Encoder(List.of(), List.of());
    ByteBuffer unwritten = encoder.block(lost, 128);
    assertThat(unwritten.hasRemaining()).isTrue();
    encoder.discard();

    Decoder decoder = new Decoder(ByteBuffer.allocate(0));
    assertThat(decode(decoder, encoder.block(kept, 128))).isEqualTo(kept);
  }

  private static List<MarketEvent> decode(Decoder decoder, ByteBuffer block) {
    decoder.start(block, Block.HEADER_BYTES);
    List<MarketEvent> events = new ArrayList<>();
    for (int i = 0; i < Block.events(block, 0); i++) {
      events.add(decoder.next());
    }
    assertThat(decoder.at()).isEqualTo(block.limit());
    return events;
  }

  /// The bits of every number that a record's equality might take for the same.
  private static List<Long> bits(List<MarketEvent> events) {
    List<Long> bits = new ArrayList<>();
    for (MarketEvent event : events) {
      switch (event) {
        case Quote e -> add(bits, e.bid(), e.ask());
        case Trade e -> add(bits, e.price(), e.size());
        case Bar e -> add(bits, e.open(), e.high(), e.low(), e.close(), e.volume(), e.vwap());
        case IndexValue e -> add(bits, e.value());
        case UnderlyingValue e -> add(bits, e.value());
        case VendorGreeks e -> add(bits, e.volatility(), e.delta(), e.gamma(), e.theta(), e.vega());
        case News e -> add(bits, e.sentiment());
        case Listing _, OpenInterest _, Hole _, Tick _ -> bits.add((long) bits.size());
      }
    }
    return bits;
  }

  private static void add(List<Long> bits, double... values) {
    for (double value : values) {
      bits.add(Double.doubleToRawLongBits(value));
    }
  }

  @Provide
  Arbitrary<List<MarketEvent>> events() {
    return Arbitraries.oneOf(
            quotes(),
            trades(),
            bars(),
            values(),
            underlyingValues(),
            vendorGreeks(),
            interests(),
            news(),
            holes(),
            listingsAndTicks())
        .list();
  }

  private static Arbitrary<MarketEvent> quotes() {
    return Combinators.combine(instruments(), longs(), longs(), longs(), bits(), bits(), longs())
        .as((i, at, received, sequence, bid, ask, size) ->
            new Quote(i, at, received, sequence, bid, ask, size, ~size));
  }

  private static Arbitrary<MarketEvent> trades() {
    Arbitrary<int[]> codes =
        Arbitraries.integers().between(190, 270).array(int[].class).ofMaxSize(4);
    return Combinators.combine(
            instruments(), longs(), longs(), longs(), bits(), bits(), Arbitraries.integers(), codes)
        .as((i, at, participant, sequence, price, size, exchange, code) ->
            new Trade(
                i,
                at,
                ~at,
                participant,
                sequence,
                price,
                size,
                exchange,
                Conditions.of(code),
                ~exchange));
  }

  private static Arbitrary<MarketEvent> bars() {
    return Combinators.combine(
            instruments(),
            longs(),
            Arbitraries.integers().greaterOrEqual(1),
            bits(),
            bits(),
            bits())
        .as((i, at, seconds, open, high, volume) ->
            new Bar(i, at, seconds, ~at, open, high, -open, -high, volume, -volume));
  }

  private static Arbitrary<MarketEvent> values() {
    return Combinators.combine(indices(), longs(), longs(), bits().filter(value -> value > 0))
        .as(IndexValue::new);
  }

  private static Arbitrary<MarketEvent> underlyingValues() {
    Arbitrary<Underlying> underlyings = symbols().map(Underlying::new);
    Arbitrary<Double> positive = bits().filter(value -> value > 0);
    return Combinators.combine(underlyings, longs(), longs(), positive, Arbitraries.of(true, false))
        .as(UnderlyingValue::new);
  }

  private static Arbitrary<MarketEvent> vendorGreeks() {
    return Combinators.combine(
            contracts(), longs(), longs(), bits(), bits(), bits(), bits(), bits())
        .as(VendorGreeks::new);
  }

  private static Arbitrary<MarketEvent> interests() {
    Arbitrary<LocalDate> dates =
        Arbitraries.longs()
            .between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())
            .map(LocalDate::ofEpochDay);
    return Combinators.combine(contracts(), longs(), longs(), longs().filter(n -> n >= 0), dates)
        .as(OpenInterest::new);
  }

  private static Arbitrary<MarketEvent> news() {
    Arbitrary<List<String>> lists = texts().list().ofMaxSize(3);
    return Combinators.combine(texts(), longs(), texts(), texts(), bits(), lists, lists)
        .as((id, at, title, description, sentiment, keywords, tickers) ->
            new News(id, at, ~at, title, description, sentiment, keywords, tickers));
  }

  private static Arbitrary<MarketEvent> holes() {
    return Combinators.combine(longs(), longs(), longs(), texts(), Arbitraries.of(true, false))
        .as((at, from, to, reason, filled) -> new Hole(at, ~at, from, to, reason, filled));
  }

  private static Arbitrary<MarketEvent> listingsAndTicks() {
    return Arbitraries.oneOf(
        Combinators.combine(contracts(), longs(), longs()).as(Listing::new),
        longs().map(Tick::new));
  }

  /// Any 64 bits as a double: subnormal, infinite, and each of the many `NaN`s.
  private static Arbitrary<Double> bits() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(),
        longs().map(Double::longBitsToDouble),
        Arbitraries.of(Double.NaN, -0.0, Double.POSITIVE_INFINITY, Double.MIN_VALUE));
  }

  private static Arbitrary<Long> longs() {
    return Arbitraries.longs();
  }

  /// Halves of surrogate pairs too.
  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMaxLength(12);
  }

  private static Arbitrary<Instrument> instruments() {
    return Arbitraries.oneOf(contracts(), indices(), symbols().map(Stock::new));
  }

  private static Arbitrary<Index> indices() {
    return symbols().map(Index::new);
  }

  private static Arbitrary<String> symbols() {
    return Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(10);
  }

  private static Arbitrary<OptionContract> contracts() {
    Arbitrary<String> roots =
        Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(6);
    Arbitrary<LocalDate> expiries =
        Arbitraries.integers().between(0, 36_000).map(LocalDate.of(2000, 1, 1)::plusDays);
    return Combinators.combine(
            roots,
            expiries,
            Arbitraries.of(Right.class),
            Arbitraries.longs().between(1, 99_999_999))
        .as(OptionContract::new);
  }
}
