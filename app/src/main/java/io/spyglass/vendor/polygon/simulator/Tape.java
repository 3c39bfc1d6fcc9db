package io.spyglass.vendor.polygon.simulator;

import io.javalin.http.Context;
import io.spyglass.calendar.NewYork;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import io.spyglass.model.Underlying;
import io.spyglass.simulator.Selection;
import io.spyglass.simulator.Selection.Kind;
import io.spyglass.simulator.SimulatedFeed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The truth: every print of the clock's day up to its instant, a line of JSON each, with the side
/// that truly crossed the spread.
final class Tape {
  private static final String LINES = "application/x-ndjson";

  private final History history;
  private final Selection selection;
  private final SimulatedClock clock;

  Tape(History history, Selection selection, SimulatedClock clock) {
    this.history = history;
    this.selection = selection;
    this.clock = clock;
  }

  /// `from` and `to` are nanoseconds or times of the day, `to` not included; `ticker` is one
  /// instrument, all of them without it.
  void get(Context context) {
    try {
      long now = clock.nowNanos();
      long from = instant(context.queryParam("from"), Long.MIN_VALUE);
      long to = Math.min(instant(context.queryParam("to"), Long.MAX_VALUE), now + 1);
      Selection wanted = wanted(context.queryParam("ticker")).between(from, Math.max(from, to));
      context.contentType(LINES);
      write(history.feed(clock.date(), wanted), context);
    } catch (IllegalArgumentException | DateTimeException e) {
      ControlRoutes.refuse(context, e.getMessage());
    } catch (IOException e) {
      context.attribute("cut", true);
    }
  }

  private long instant(@Nullable String text, long otherwise) {
    if (text == null) {
      return otherwise;
    }
    return text.indexOf(':') > 0
        ? NewYork.epochNanos(clock.date(), LocalTime.parse(text))
        : Long.parseLong(text);
  }

  private Selection wanted(@Nullable String ticker) {
    if (ticker == null) {
      return selection.only(Kind.TRADE, Kind.SPOT);
    }
    return switch (Instrument.parse(ticker)) {
      case OptionContract contract ->
          Selection.of(contract.underlying()).only(Set.of(contract)).only(Kind.TRADE);
      case Stock stock -> Selection.of(new Underlying(stock.symbol())).only(Kind.SPOT);
      default -> throw new IllegalArgumentException(ticker + " is not traded");
    };
  }

  private static void write(SimulatedFeed feed, Context context) throws IOException {
    Json json = new Json(Spelling.PLAIN);
    try (OutputStream out = new BufferedOutputStream(context.outputStream(), 1 << 16)) {
      for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
        if (event instanceof Trade trade) {
          String side = feed.trueSide().name().toLowerCase(Locale.ROOT);
          out.write(line(json, trade, side).toBytes());
          out.write('\n');
        }
      }
    }
  }

  private static Json line(Json json, Trade trade, String side) {
    json.clear().beginObject().field("ticker", trade.instrument().ticker());
    json.field("sip_timestamp", trade.epochNanos());
    json.field("participant_timestamp", trade.participantNanos());
    json.field("sequence_number", trade.sequence());
    json.field("price", trade.price()).field("size", trade.size());
    json.field("exchange", (long) trade.exchange());
    json.name("conditions").beginArray();
    trade.conditions().toList().forEach(json::integer);
    json.endArray().field("correction", (long) trade.correction());
    return json.field("side", side).endObject();
  }
}
