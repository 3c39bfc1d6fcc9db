package io.spyglass.vendor.polygon.simulator;

import io.javalin.config.RoutesConfig;
import io.spyglass.calendar.NewYork;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Trades and quotes of an instrument, and the last of each. Without a time they go back thirty
/// trading days.
final class TickRoutes {
  private static final int PRESET = 1000;
  private static final int MOST = 50_000;
  private static final int DAYS_BACK = 30;
  private static final String UNTIL = "until";
  private static final String TIME = "timestamp";

  private final History history;
  private final Markets markets;
  private final Supplier<Faults> faults;

  TickRoutes(History history, Markets markets, Supplier<Faults> faults) {
    this.history = history;
    this.markets = markets;
    this.faults = faults;
  }

  void register(Rest rest, RoutesConfig routes) {
    rest.get(routes, "/v3/trades/{ticker}", call -> trades(call, false));
    rest.get(routes, "/v3/quotes/{ticker}", call -> quotes(call, false));
    rest.get(routes, "/options/v3/trades/{ticker}", call -> trades(call, true));
    rest.get(routes, "/options/v3/quotes/{ticker}", call -> quotes(call, true));
    rest.get(routes, "/v2/last/trade/{ticker}", this::lastTrade);
    rest.get(routes, "/v2/last/nbbo/{ticker}", this::lastQuote);
  }

  private void trades(Call call, boolean isNew) {
    Instrument instrument = instrument(call, isNew);
    require(call.plan().hasTrades());
    answer(call, isNew, instrument, history::trades, TickRoutes::write);
  }

  private void quotes(Call call, boolean isNew) {
    Instrument instrument = instrument(call, isNew);
    require(call.plan().hasQuotes());
    answer(call, isNew, instrument, history::quotes, TickRoutes::write);
  }

  private Instrument instrument(Call call, boolean isNew) {
    if (isNew) {
      return call.contract("ticker");
    }
    Instrument instrument = call.instrument("ticker");
    if (instrument instanceof OptionContract && faults.get().has(Knob.REST_MOVED)) {
      throw Refused.notFound("404 page not found");
    }
    return instrument;
  }

  private static void require(boolean entitled) {
    if (!entitled) {
      throw Refused.notEntitled();
    }
  }

  private <E extends MarketEvent> void answer(
      Call call,
      boolean isNew,
      Instrument instrument,
      BiFunction<LocalDate, Instrument, List<E>> day,
      BiConsumer<Json, E> writer) {
    String until = call.parameter(UNTIL);
    long now = until == null ? call.nowNanos() : Long.parseLong(until);
    call.keep(UNTIL, Long.toString(now));
    Window window = Window.of(call, now, history);
    boolean descending = isDescending(call, isNew);
    int limit = call.limit(PRESET, MOST);
    int needed = call.position() + limit + 1;
    List<LocalDate> dates = new ArrayList<>(history.between(window.from(), window.to()));
    if (descending) {
      Collections.reverse(dates);
    }
    List<E> found = new ArrayList<>();
    for (LocalDate date : dates) {
      List<E> rows = day.apply(date, instrument);
      (descending ? rows.reversed() : rows)
          .stream().filter(each -> window.has(each.epochNanos())).forEach(found::add);
      if (found.size() >= needed) {
        break;
      }
    }
    call.results(found, limit, false, isNew ? named(writer, instrument) : writer);
  }

  private static boolean isDescending(Call call, boolean isNew) {
    String sort = call.parameter("sort");
    return (isNew && sort != null) ? !sort.endsWith(".asc") : call.isDescending(true);
  }

  /// Rows that say whose they are, as the newer paths have them.
  private static <E> BiConsumer<Json, E> named(BiConsumer<Json, E> writer, Instrument instrument) {
    return (json, row) -> {
      json.nameNextObject("ticker", instrument.ticker());
      writer.accept(json, row);
    };
  }

  private static void write(Json json, Trade trade) {
    json.beginObject();
    Wire.conditions(json, "conditions", trade.conditions());
    if (trade.correction() > 0) {
      json.field("correction", (long) trade.correction());
    }
    json.field("exchange", (long) trade.exchange());
    boolean isStock = trade.instrument() instanceof Stock;
    if (isStock) {
      json.field("id", Long.toString(trade.sequence()));
    }
    json.field("participant_timestamp", trade.participantNanos());
    json.field("price", trade.price()).field("sequence_number", trade.sequence());
    json.field("sip_timestamp", trade.epochNanos());
    json.size("size", "decimal_size", trade.size());
    if (isStock) {
      json.field("tape", (long) Wire.TAPE);
    }
    json.strangers().endObject();
  }

  private static void write(Json json, Quote quote) {
    json.beginObject();
    json.field("ask_exchange", (long) Wire.askExchange(quote));
    json.field("ask_price", Wire.present(quote.ask())).field("ask_size", quote.askSize());
    json.field("bid_exchange", (long) Wire.bidExchange(quote));
    json.field("bid_price", Wire.present(quote.bid())).field("bid_size", quote.bidSize());
    boolean isStock = quote.instrument() instanceof Stock;
    if (isStock) {
      json.name("conditions").beginArray().integer(1).endArray();
      json.field("participant_timestamp", quote.epochNanos());
    }
    json.field("sequence_number", quote.sequence()).field("sip_timestamp", quote.epochNanos());
    if (isStock) {
      json.field("tape", (long) Wire.TAPE);
    }
    json.strangers().endObject();
  }

  private void lastTrade(Call call) {
    require(call.plan().hasTrades());
    Instrument instrument = call.instrument("ticker");
    Trade trade = markets.line(call, instrument, line -> line.trade);
    if (trade == null) {
      throw Refused.notFound("Ticker not found.");
    }
    Json json = call.json().beginObject().field("request_id", call.requestId());
    json.name("results").beginObject().field("T", instrument.ticker());
    Wire.conditions(json, "c", trade.conditions());
    json.field("f", trade.epochNanos()).field("i", Long.toString(trade.sequence()));
    json.field("p", trade.price()).field("q", trade.sequence()).field("r", 202L);
    json.size("s", "ds", trade.size()).field("t", trade.epochNanos());
    json.field("x", (long) trade.exchange()).field("y", trade.participantNanos());
    if (instrument instanceof Stock) {
      json.field("z", (long) Wire.TAPE);
    }
    json.endObject().field("status", "OK").endObject();
  }

  private void lastQuote(Call call) {
    require(call.plan().hasQuotes());
    Instrument instrument = call.instrument("ticker");
    Quote quote = markets.line(call, instrument, line -> line.quote);
    if (quote == null || !(instrument instanceof Stock)) {
      throw Refused.notFound("Ticker not found.");
    }
    Json json = call.json().beginObject().name("results").beginObject();
    json.field("p", quote.bid()).field("s", quote.bidSize() / 100);
    json.field("x", (long) Wire.bidExchange(quote));
    json.field("P", quote.ask()).field("S", quote.askSize() / 100);
    json.field("X", (long) Wire.askExchange(quote)).field("z", (long) Wire.TAPE);
    json.field("T", instrument.ticker()).field("t", quote.epochNanos());
    json.field("y", quote.epochNanos()).field("q", quote.sequence()).endObject();
    json.field("status", "OK").field("request_id", call.requestId()).endObject();
  }

  /// The time that is asked for.
  ///
  /// @param fromNanos the first instant
  /// @param toNanos the last instant
  private record Window(long fromNanos, long toNanos) {

    static Window of(Call call, long nowNanos, History history) {
      String at = call.parameter(TIME);
      long from = Long.MIN_VALUE;
      long to = nowNanos;
      if (at != null) {
        from = instant(at, false);
        to = Math.min(to, instant(at, true));
      }
      from = Math.max(from, bound(call, ".gte", false, 0, Long.MIN_VALUE));
      from = Math.max(from, bound(call, ".gt", true, 1, Long.MIN_VALUE));
      to = Math.min(to, bound(call, ".lte", true, 0, Long.MAX_VALUE));
      to = Math.min(to, bound(call, ".lt", false, -1, Long.MAX_VALUE));
      if (from == Long.MIN_VALUE) {
        from = NewYork.epochNanos(back(history, NewYork.date(to)), LocalTime.MIDNIGHT);
      }
      return new Window(from, to);
    }

    private static LocalDate back(History history, LocalDate last) {
      LocalDate date = last;
      for (int i = 0; i < DAYS_BACK; i++) {
        date = history.calendar().previous(date);
      }
      return date;
    }

    private static long bound(Call call, String operator, boolean end, int more, long otherwise) {
      String text = call.parameter(TIME + operator);
      return text == null ? otherwise : instant(text, end) + more;
    }

    /// A date's first or last instant, nanoseconds, or an instant as RFC 3339 has it.
    private static long instant(@Nullable String text, boolean end) {
      String given = String.valueOf(text);
      try {
        if (given.indexOf('T') > 0) {
          Instant instant = Instant.parse(given);
          return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
        }
        if (given.indexOf('-') > 0) {
          LocalDate date = LocalDate.parse(given);
          long next = NewYork.epochNanos(date.plusDays(1), LocalTime.MIDNIGHT);
          return end ? next - 1 : NewYork.epochNanos(date, LocalTime.MIDNIGHT);
        }
        return Long.parseLong(given);
      } catch (DateTimeException | NumberFormatException e) {
        throw Refused.bad(
            "Could not parse the time parameter: 'timestamp'. Use YYYY-MM-DD or Unix NS"
                + " Timestamps");
      }
    }

    LocalDate from() {
      return NewYork.date(fromNanos);
    }

    LocalDate to() {
      return toNanos < fromNanos ? from().minusDays(1) : NewYork.date(toNanos);
    }

    boolean has(long epochNanos) {
      return epochNanos >= fromNanos && epochNanos <= toNanos;
    }
  }
}
