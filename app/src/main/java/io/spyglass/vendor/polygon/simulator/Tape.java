package io.spyglass.vendor.polygon.simulator;

import io.javalin.http.Context;
import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.Span;
import io.spyglass.model.Index;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The truth: every print up to the clock's instant, a line of JSON each, with the side that truly
/// crossed the spread.
final class Tape {
  private static final String LINES = "application/x-ndjson";

  private final History history;
  private final SimulatedClock clock;

  Tape(History history, SimulatedClock clock) {
    this.history = history;
    this.clock = clock;
  }

  /// `from` and `to` are instants as [SimulatedClock#instant] has them, `to` not included; without
  /// them it is the day that began last. `ticker` is one instrument, all of them without it.
  void get(Context context) {
    try {
      long now = clock.nowNanos();
      long today = NewYork.epochNanos(history.session(now), LocalTime.MIDNIGHT);
      long from = instant(context.queryParam("from"), today);
      long to = Math.min(instant(context.queryParam("to"), Long.MAX_VALUE), now + 1);
      String ticker = context.queryParam("ticker");
      Instrument wanted = ticker == null ? null : Instrument.parse(ticker);
      if (wanted instanceof Index) {
        throw new IllegalArgumentException(ticker + " is not traded");
      }
      context.contentType(LINES);
      write(wanted, new Span(from, Math.max(from, to)), context);
    } catch (IllegalArgumentException | DateTimeException e) {
      ControlRoutes.refuse(context, e.getMessage());
    } catch (IOException e) {
      context.attribute("cut", true);
    }
  }

  /// The prints of some options in a stretch of time, up to the clock's instant.
  List<Trade> prints(Set<OptionContract> contracts, Span time) {
    long to = Math.min(time.toNanos(), clock.nowNanos() + 1);
    List<Trade> prints = new ArrayList<>();
    for (LocalDate date : history.between(NewYork.date(time.fromNanos()), NewYork.date(to - 1))) {
      Set<OptionContract> there =
          contracts.stream().filter(each -> history.exists(date, each)).collect(Collectors.toSet());
      if (!there.isEmpty()) {
        Selection selection = Selection.all().only(there).only(Kind.TRADE);
        add(history.feed(date, selection.between(time.fromNanos(), to)), prints);
      }
    }
    return prints;
  }

  private static void add(SimulatedFeed feed, List<Trade> prints) {
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      if (event instanceof Trade trade) {
        prints.add(trade);
      }
    }
  }

  private long instant(@Nullable String text, long otherwise) {
    return text == null ? otherwise : clock.instant(text);
  }

  private void write(@Nullable Instrument wanted, Span time, Context context) throws IOException {
    try (OutputStream out = new BufferedOutputStream(context.outputStream(), 1 << 16)) {
      LocalDate last = NewYork.date(time.toNanos() - 1);
      for (LocalDate date : history.between(NewYork.date(time.fromNanos()), last)) {
        if (wanted == null || history.exists(date, wanted)) {
          Selection selection = selection(date, wanted);
          write(history.feed(date, selection.between(time.fromNanos(), time.toNanos())), out);
        }
      }
    }
  }

  private Selection selection(LocalDate date, @Nullable Instrument wanted) {
    return switch (wanted) {
      case OptionContract contract ->
          Selection.of(contract.underlying()).only(Set.of(contract)).only(Kind.TRADE);
      case Stock stock -> Selection.of(new Underlying(stock.symbol())).only(Kind.SPOT);
      case null, default -> history.selection(date).only(Kind.TRADE, Kind.SPOT);
    };
  }

  private static void write(SimulatedFeed feed, OutputStream out) throws IOException {
    Json json = new Json(Spelling.PLAIN);
    for (MarketEvent event = feed.next(); event != null; event = feed.next()) {
      if (event instanceof Trade trade) {
        String side = feed.trueSide().name().toLowerCase(Locale.ROOT);
        out.write(line(json, trade, side).toBytes());
        out.write('\n');
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
