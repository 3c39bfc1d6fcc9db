package io.spyglass.vendor.polygon;

import io.spyglass.model.Bar;
import io.spyglass.model.Conditions;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.Listing;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.News;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.model.UnderlyingValue;
import io.spyglass.model.VendorGreeks;
import io.spyglass.net.Redaction;
import io.spyglass.session.Rejects;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes market events of rows. A row without what its event needs, or with a price, size or time
/// that cannot be, is counted with an example and gives null.
///
/// `receivedNanos` is when this machine had the row; [MarketEvent#ABSENT] stands for recorded data,
/// whose events were received when they happened. Thread-safe.
public final class Events {
  private static final long MILLI_NANOS = 1_000_000L;
  private static final long FIRST_NANOS = 946_684_800_000L * MILLI_NANOS;
  private static final long LAST_NANOS = 4_102_444_800_000L * MILLI_NANOS;
  private static final DateTimeFormatter PUBLISHED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX]");

  private static final Snapshot.Greeks NO_GREEKS =
      new Snapshot.Greeks(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private final Notes notes;

  /// @param rejects where rows that give nothing are counted
  public Events(Rejects rejects) {
    this(new Notes(rejects, Redaction.byPlace()));
  }

  Events(Notes notes) {
    this.notes = notes;
  }

  /// A print.
  public @Nullable Trade trade(Instrument instrument, TradeRow row, long receivedNanos) {
    double size = row.exactSize();
    if (!isTime(row.sipTimestamp()) || !(row.price() >= 0) || !(size > 0)) {
      bad("a trade without price, size or time", row);
      return null;
    }
    return new Trade(
        instrument,
        row.sipTimestamp(),
        received(receivedNanos, row.sipTimestamp()),
        isTime(row.participantTimestamp()) ? row.participantTimestamp() : MarketEvent.ABSENT,
        row.sequenceNumber() > 0 ? row.sequenceNumber() : MarketEvent.ABSENT,
        row.price(),
        size,
        Math.max(row.exchange(), 0),
        Conditions.of(row.conditions().stream().mapToInt(Integer::intValue).toArray()),
        row.correction());
  }

  /// A best bid and offer. An ask of 0 without size is none; so is a bid of 0, but an option's.
  public @Nullable Quote quote(Instrument instrument, QuoteRow row, long receivedNanos) {
    if (!isTime(row.sipTimestamp()) || row.bidPrice() < 0 || row.askPrice() < 0) {
      bad("a quote without time or with a price below 0", row);
      return null;
    }
    long askSize = size(row.askSize());
    boolean noBid = row.bidPrice() == 0 && !(instrument instanceof OptionContract);
    boolean noAsk = row.askPrice() == 0 && askSize == 0;
    return new Quote(
        instrument,
        row.sipTimestamp(),
        received(receivedNanos, row.sipTimestamp()),
        row.sequenceNumber() > 0 ? row.sequenceNumber() : MarketEvent.ABSENT,
        noBid ? Double.NaN : row.bidPrice(),
        noAsk ? Double.NaN : row.askPrice(),
        size(row.bidSize()),
        askSize);
  }

  private static long size(double size) {
    return size > 0 ? Math.round(size) : 0;
  }

  /// A bar of a known length.
  public @Nullable Bar bar(
      Instrument instrument, BarRow row, BarLength length, long receivedNanos) {
    boolean prices =
        Math.min(Math.min(row.open(), row.close()), Math.min(row.high(), row.low())) >= 0;
    if (!isTime(row.startMillis(), MILLI_NANOS) || !prices || row.exactVolume() < 0) {
      bad("a bar without prices or time", row);
      return null;
    }
    long startNanos = row.startMillis() * MILLI_NANOS;
    int seconds = length.seconds();
    return new Bar(
        instrument,
        startNanos,
        seconds,
        received(receivedNanos, startNanos + seconds * 1_000_000_000L),
        row.open(),
        row.high(),
        row.low(),
        row.close(),
        row.exactVolume(),
        row.vwap());
  }

  /// An article.
  public @Nullable News news(Article article, long receivedNanos) {
    long published = published(article.publishedUtc());
    String id = article.id();
    if (id == null || !isTime(published)) {
      bad("news without id or time", article);
      return null;
    }
    return new News(
        id,
        published,
        received(receivedNanos, published),
        Objects.requireNonNullElse(article.title(), ""),
        Objects.requireNonNullElse(article.description(), ""),
        article.sentiment(),
        article.keywords(),
        article.tickers());
  }

  private static long published(@Nullable String text) {
    if (text == null) {
      return MarketEvent.ABSENT;
    }
    try {
      Instant at = Instant.from(PUBLISHED.parse(text));
      return Math.addExact(
          Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), (long) at.getNano());
    } catch (DateTimeException | ArithmeticException _) {
      return MarketEvent.ABSENT;
    }
  }

  /// A series that is listed, known from an instant on.
  public @Nullable Listing listing(ContractRow row, long epochNanos, long receivedNanos) {
    OptionContract contract = contract(row.ticker());
    if (contract == null) {
      bad("a contract without an option's ticker", row);
      return null;
    }
    return new Listing(contract, epochNanos, received(receivedNanos, epochNanos));
  }

  /// How many contracts of a series were open at the end of a day, null where a snapshot does not
  /// say, which is not counted.
  public @Nullable OpenInterest openInterest(
      Snapshot snapshot, LocalDate effectiveDate, long epochNanos, long receivedNanos) {
    if (Double.isNaN(snapshot.openInterest())) {
      return null;
    }
    OptionContract contract = contract(snapshot.symbol());
    if (contract == null || snapshot.openInterest() < 0) {
      bad("open interest below 0 or of no option", snapshot);
      return null;
    }
    return new OpenInterest(
        contract,
        epochNanos,
        received(receivedNanos, epochNanos),
        Math.round(snapshot.openInterest()),
        effectiveDate);
  }

  /// Implied volatility and Greeks by the vendor's model; null where a snapshot has none of them,
  /// which is not counted.
  public @Nullable VendorGreeks vendorGreeks(
      Snapshot snapshot, long epochNanos, long receivedNanos) {
    Snapshot.Greeks greeks = Objects.requireNonNullElse(snapshot.greeks(), NO_GREEKS);
    double[] all = {
      snapshot.impliedVolatility(), greeks.delta(), greeks.gamma(), greeks.theta(), greeks.vega()
    };
    OptionContract contract = contract(snapshot.symbol());
    if (contract == null || Arrays.stream(all).allMatch(Double::isNaN)) {
      return null;
    }
    long received = received(receivedNanos, epochNanos);
    return new VendorGreeks(contract, epochNanos, received, all[0], all[1], all[2], all[3], all[4]);
  }

  /// The value of the underlying that a snapshot of its option has; null where the plan has none,
  /// which is not counted. One that does not say from when it is, is from `epochNanos`.
  public @Nullable UnderlyingValue underlyingValue(
      Underlying underlying, Snapshot snapshot, long epochNanos, long receivedNanos) {
    Snapshot.Asset asset = snapshot.underlyingAsset();
    if (asset == null || !(asset.spot() > 0)) {
      return null;
    }
    long at = isTime(asset.lastUpdated()) ? asset.lastUpdated() : epochNanos;
    return new UnderlyingValue(underlying, at, received(receivedNanos, at), asset.spot());
  }

  /// The value of an index; null and not counted for an element that only has an error.
  public @Nullable IndexValue indexValue(Snapshot snapshot, long receivedNanos) {
    if (snapshot.error() != null) {
      return null;
    }
    if (!(instrument(snapshot.ticker()) instanceof Index index)
        || !(snapshot.value() > 0)
        || !isTime(snapshot.lastUpdated())) {
      bad("an index without value or time", snapshot);
      return null;
    }
    long at = snapshot.lastUpdated();
    return new IndexValue(index, at, received(receivedNanos, at), snapshot.value());
  }

  private static @Nullable OptionContract contract(@Nullable String ticker) {
    return instrument(ticker) instanceof OptionContract contract ? contract : null;
  }

  private static @Nullable Instrument instrument(@Nullable String ticker) {
    try {
      return ticker == null ? null : Instrument.parse(ticker);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static boolean isTime(long nanos) {
    return isTime(nanos, 1);
  }

  private static boolean isTime(long time, long unitNanos) {
    return time >= FIRST_NANOS / unitNanos && time < LAST_NANOS / unitNanos;
  }

  private static long received(long receivedNanos, long epochNanos) {
    return receivedNanos == MarketEvent.ABSENT ? epochNanos : receivedNanos;
  }

  private void bad(String reason, Record row) {
    notes.reject(reason, row::toString);
  }
}
