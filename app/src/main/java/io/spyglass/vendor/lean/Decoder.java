package io.spyglass.vendor.lean;

import io.spyglass.calendar.TradingCalendar;
import io.spyglass.model.Bar;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OpenInterest;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes market events of an entry's lines.
///
/// - A trade line is a [Bar]; a line without one of its prices or its volume is rejected.
/// - A quote line is a [Quote] at its stretch's end: what was in force when it closed. A side with
///   no closing price is missing; a line with neither side is rejected. Crossed closes are kept.
/// - An open-interest line is an [OpenInterest] as published that morning: it was counted at the
///   end of the trading day before, so that is its effective date.
///
/// Pure and thread-safe.
public final class Decoder {
  private static final int MILLIS_OF_DAY = 86_400_000;
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long MILLI_NANOS = 1_000_000L;
  private static final int TRADE_FIELDS = 6;
  private static final int QUOTE_FIELDS = 11;
  private static final int OPEN_INTEREST_FIELDS = 2;

  private final EntryName name;
  private final ZoneId zone;
  private final LocalDateTime midnight;
  private final LocalDate effectiveDate;

  /// Takes what the lines of an entry hold.
  public interface Sink {
    /// A line's event.
    void event(MarketEvent event);

    /// A line that holds none.
    ///
    /// @param line from 1
    /// @param reason in a few words, the same for every line that fails likewise
    void reject(int line, String reason);
  }

  /// A decoder of the entry of this name, whose times are in this zone.
  public Decoder(EntryName name, ZoneId zone) {
    this.name = name;
    this.zone = zone;
    this.midnight = name.date().atStartOfDay();
    this.effectiveDate = TradingCalendar.standard().previous(name.date());
  }

  /// Hands every line of an entry to the sink, in order; empty lines are none.
  public void decode(byte[] csv, Sink sink) {
    int line = 0;
    for (int from = 0; from < csv.length; ) {
      int to = from;
      while (to < csv.length && csv[to] != '\n') {
        to++;
      }
      line++;
      String text = new String(csv, from, to - from, StandardCharsets.ISO_8859_1).strip();
      if (!text.isEmpty()) {
        line(text, line, sink);
      }
      from = to + 1;
    }
  }

  private void line(String text, int line, Sink sink) {
    try {
      sink.event(event(fields(text)));
    } catch (BadLine e) {
      sink.reject(line, e.reason);
    }
  }

  private MarketEvent event(List<String> fields) throws BadLine {
    return switch (name.content()) {
      case TRADE -> bar(expect(fields, TRADE_FIELDS));
      case QUOTE -> quote(expect(fields, QUOTE_FIELDS));
      case OPEN_INTEREST -> openInterest(expect(fields, OPEN_INTEREST_FIELDS));
    };
  }

  private Bar bar(List<String> fields) throws BadLine {
    long start = nanos(fields.get(0));
    boolean traded = name.type() != SecurityType.INDEX;
    return new Bar(
        name.instrument(),
        start,
        name.seconds(),
        start + name.seconds() * SECOND_NANOS,
        present(price(fields.get(1)), "open"),
        present(price(fields.get(2)), "high"),
        present(price(fields.get(3)), "low"),
        present(price(fields.get(4)), "close"),
        traded ? present(number(fields.get(5)), "volume") : Double.NaN,
        Double.NaN);
  }

  private Quote quote(List<String> fields) throws BadLine {
    long end = nanos(fields.get(0)) + name.seconds() * SECOND_NANOS;
    double bid = price(fields.get(4));
    double ask = price(fields.get(9));
    if (Double.isNaN(bid) && Double.isNaN(ask)) {
      throw new BadLine("neither bid nor ask");
    }
    return new Quote(
        name.instrument(),
        end,
        end,
        MarketEvent.ABSENT,
        bid,
        ask,
        size(fields.get(5)),
        size(fields.get(10)));
  }

  private OpenInterest openInterest(List<String> fields) throws BadLine {
    if (!(name.instrument() instanceof OptionContract contract)) {
      throw new BadLine("open interest of no option");
    }
    long time = nanos(fields.get(0));
    double contracts = present(number(fields.get(1)), "open interest");
    return new OpenInterest(contract, time, time, Math.round(contracts), effectiveDate);
  }

  private static List<String> expect(List<String> fields, int count) throws BadLine {
    if (fields.size() != count) {
      throw new BadLine("not " + count + " columns");
    }
    return fields;
  }

  private static List<String> fields(String text) {
    List<String> fields = new ArrayList<>(QUOTE_FIELDS);
    int from = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
      fields.add(text.substring(from, comma).strip());
      from = comma + 1;
    }
    fields.add(text.substring(from).strip());
    return fields;
  }

  private long nanos(String millis) throws BadLine {
    double value = present(number(millis), "time");
    if (value >= MILLIS_OF_DAY || value != Math.rint(value)) {
      throw new BadLine("time outside the day");
    }
    long wallNanos = midnight.toEpochSecond(ZoneOffset.UTC) * SECOND_NANOS;
    wallNanos += (long) (value * MILLI_NANOS);
    ZoneOffset offset = zone.getRules().getOffset(midnight.plusSeconds((long) (value / 1000)));
    return wallNanos - offset.getTotalSeconds() * SECOND_NANOS;
  }

  private double price(String field) throws BadLine {
    return number(field) / name.type().priceScale();
  }

  private static long size(String field) throws BadLine {
    double size = number(field);
    return Double.isNaN(size) ? 0 : Math.round(size);
  }

  private static double present(double value, String what) throws BadLine {
    if (Double.isNaN(value)) {
      throw new BadLine("empty " + what);
    }
    return value;
  }

  /// A field's number, `NaN` for an empty one.
  private static double number(String field) throws BadLine {
    if (field.isEmpty()) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(field);
      if (value >= 0 && value < 1e15) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new BadLine("not a number", e);
    }
    throw new BadLine("number out of range");
  }

  /// A line that cannot be read, for the few words it is counted under.
  private static final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    BadLine(String reason) {
      this(reason, null);
    }

    BadLine(String reason, @Nullable Exception cause) {
      super(reason, cause, false, false);
      this.reason = reason;
    }
  }
}
