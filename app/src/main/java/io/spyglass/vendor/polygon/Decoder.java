package io.spyglass.vendor.polygon;

import io.spyglass.model.Bar;
import io.spyglass.model.Index;
import io.spyglass.model.IndexValue;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Trade;
import io.spyglass.net.Redaction;
import io.spyglass.session.Rejects;
import io.spyglass.vendor.polygon.BadMessage.Reason;
import java.nio.charset.StandardCharsets;

/// Makes market events of the frames of a socket: arrays of messages, data and status mixed.
///
/// - `T` is a [Trade], `Q` a [Quote], `A` and `AM` a [Bar], `V` an [IndexValue]; a status goes to
///   [Sink#status]. Messages of other kinds are counted as ignored.
/// - A field may be missing, unknown, in another order, a number in quotation marks or with an
///   exponent. Where a size or volume has a decimal twin (`ds`, `dv`), the twin counts.
/// - An ask of 0 without size is none; a bid of 0 is a bid of 0.
/// - A message that cannot be read is counted by reason with the first example, and the next one is
///   read; where its end cannot be found the rest of the frame is left out.
///
/// Times become nanoseconds: messages carry milliseconds. Pure: it reads no clock. It allocates the
/// events, and for each reason one example of bounded length. Owned by one thread.
public final class Decoder {
  private static final int TRADE = Scanner.code("T");
  private static final int QUOTE = Scanner.code("Q");
  private static final int SECOND_BAR = Scanner.code("A");
  private static final int MINUTE_BAR = Scanner.code("AM");
  private static final int INDEX_VALUE = Scanner.code("V");
  private static final long MILLI_NANOS = 1_000_000L;
  private static final long FIRST_MILLI = 946_684_800_000L;
  private static final long LAST_MILLI = 4_102_444_800_000L;
  private static final int LONGEST_EXAMPLE = 200;
  private static final int LONGEST_READ = 4096;

  private final Scanner scanner = new Scanner();
  private final Fields fields = new Fields(scanner);
  private final Sink sink;
  private final Rejects rejects;
  private final Redaction redaction;
  private long ignored;

  /// Takes what frames hold.
  public interface Sink {
    /// The next event.
    void event(MarketEvent event);

    /// The vendor's word about the connection, such as `auth_success`, and its message.
    void status(String status, String message);
  }

  /// @param rejects where bad messages are counted
  public Decoder(Sink sink, Rejects rejects) {
    this(sink, rejects, Redaction.byPlace());
  }

  /// @param rejects where bad messages are counted
  /// @param redaction knows the key, which the vendor may echo
  public Decoder(Sink sink, Rejects rejects, Redaction redaction) {
    this.sink = sink;
    this.rejects = rejects;
    this.redaction = redaction;
  }

  /// Hands what `frame[from, to)` holds to the sink, in its order.
  ///
  /// @param receivedNanos when this machine had the frame
  public void decode(byte[] frame, int from, int to, long receivedNanos) {
    scanner.open(frame, from, to);
    boolean array = scanner.take('[');
    if (array && scanner.take(']')) {
      return;
    }
    do {
      if (!message(receivedNanos, to)) {
        return;
      }
    } while (scanner.take(','));
    if ((array && !scanner.take(']')) || scanner.peek() != -1) {
      reject(Reason.NOT_JSON, scanner.position(), to);
    }
  }

  /// Reads a message; false where the rest of the frame cannot be.
  private boolean message(long receivedNanos, int end) {
    scanner.peek();
    int begin = scanner.position();
    try {
      fields.read();
      dispatch(receivedNanos);
      return true;
    } catch (BadMessage e) {
      reject(e.reason(), begin, end);
      return skip(begin);
    }
  }

  private boolean skip(int begin) {
    scanner.moveTo(begin);
    try {
      scanner.skip();
      return true;
    } catch (BadMessage _) {
      return false;
    }
  }

  private void reject(Reason reason, int begin, int end) {
    int length = Math.min(end - begin, LONGEST_READ);
    rejects.add(
        reason.words(),
        () ->
            redaction.apply(
                new String(scanner.bytes(), begin, length, StandardCharsets.UTF_8),
                LONGEST_EXAMPLE));
  }

  private void dispatch(long receivedNanos) throws BadMessage {
    int event = fields.event();
    if (event == TRADE) {
      sink.event(trade(receivedNanos));
    } else if (event == QUOTE) {
      sink.event(quote(receivedNanos));
    } else if (event == INDEX_VALUE) {
      sink.event(indexValue(receivedNanos));
    } else if (event == SECOND_BAR) {
      sink.event(bar(1, receivedNanos));
    } else if (event == MINUTE_BAR) {
      sink.event(bar(60, receivedNanos));
    } else if (event == Fields.STATUS_CODE) {
      sink.status(fields.status(), fields.words());
    } else {
      ignored++;
    }
  }

  private Trade trade(long receivedNanos) throws BadMessage {
    double price = fields.required(Fields.P);
    double size = fields.required(fields.has(Fields.DS) ? Fields.DS : Fields.S);
    if (!(price >= 0 && price < Double.POSITIVE_INFINITY)
        || !(size > 0 && size < Double.POSITIVE_INFINITY)) {
      throw new BadMessage(Reason.VALUE);
    }
    return new Trade(
        fields.instrument(),
        nanos(Fields.T),
        receivedNanos,
        fields.has(Fields.PT) ? nanos(Fields.PT) : MarketEvent.ABSENT,
        sequence(),
        price,
        size,
        (int) fields.whole(Fields.X, 0),
        fields.conditionCodes(),
        MarketEvent.ABSENT);
  }

  private Quote quote(long receivedNanos) throws BadMessage {
    double bid = price(Fields.BP);
    double ask = price(Fields.AP);
    long bidSize = fields.whole(Fields.BS, 0);
    long askSize = fields.whole(Fields.AS, 0);
    if (bidSize < 0 || askSize < 0) {
      throw new BadMessage(Reason.VALUE);
    }
    Instrument instrument = fields.instrument();
    return new Quote(
        instrument,
        nanos(Fields.T),
        receivedNanos,
        sequence(),
        bid == 0 && !(instrument instanceof OptionContract) ? Double.NaN : bid,
        ask == 0 && askSize == 0 ? Double.NaN : ask,
        bidSize,
        askSize);
  }

  private double price(int slot) throws BadMessage {
    double price = fields.number(slot, Double.NaN);
    if (price < 0 || price == Double.POSITIVE_INFINITY) {
      throw new BadMessage(Reason.VALUE);
    }
    return price;
  }

  private IndexValue indexValue(long receivedNanos) throws BadMessage {
    double value = fields.required(Fields.VAL);
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new BadMessage(Reason.VALUE);
    }
    if (!(fields.instrument() instanceof Index index)) {
      throw new BadMessage(Reason.SYMBOL);
    }
    return new IndexValue(index, nanos(Fields.T), receivedNanos, value);
  }

  private Bar bar(int seconds, long receivedNanos) throws BadMessage {
    long startNanos = nanos(Fields.S);
    double open = fields.required(Fields.O);
    double high = fields.required(Fields.H);
    double low = fields.required(Fields.L);
    double close = fields.required(Fields.C);
    double volume = fields.number(fields.has(Fields.DV) ? Fields.DV : Fields.V, Double.NaN);
    boolean isSound = open >= 0 && low >= 0 && close >= 0 && high < Double.POSITIVE_INFINITY;
    if (!isSound || !(Math.max(open, Math.max(low, close)) <= high) || volume < 0) {
      throw new BadMessage(Reason.VALUE);
    }
    return new Bar(
        fields.instrument(),
        startNanos,
        seconds,
        receivedNanos,
        open,
        high,
        low,
        close,
        volume,
        fields.number(Fields.VW, Double.NaN));
  }

  /// The vendor counts from 1: a 0 is no number.
  private long sequence() {
    long number = fields.whole(Fields.Q, 0);
    return number > 0 ? number : MarketEvent.ABSENT;
  }

  private long nanos(int slot) throws BadMessage {
    if (!fields.has(slot)) {
      throw new BadMessage(Reason.FIELD);
    }
    long millis = fields.whole(slot, 0);
    if (millis < FIRST_MILLI || millis >= LAST_MILLI) {
      throw new BadMessage(Reason.TIME);
    }
    return millis * MILLI_NANOS;
  }

  /// How many messages were of a kind that nothing here needs.
  public long ignored() {
    return ignored;
  }
}
