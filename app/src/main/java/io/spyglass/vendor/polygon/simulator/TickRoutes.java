package io.spyglass.vendor.polygon.simulator;

import io.javalin.config.RoutesConfig;
import io.spyglass.model.Instrument;
import io.spyglass.model.MarketEvent;
import io.spyglass.model.OptionContract;
import io.spyglass.model.Quote;
import io.spyglass.model.Stock;
import io.spyglass.model.Trade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Trades and quotes of an instrument, and the last of each. Without a time they go back thirty
/// trading days.
final class TickRoutes {
  private static final int PRESET = 1000;
  private static final int MOST = 50_000;

  /// The last trade or quote is looked for on so many trading days.
  private static final int LAST_DAYS = 5;

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
    long now = call.keep(call.historyNanos());
    TimeWindow window = TimeWindow.of(call, now, history);
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

  /// The last one that is known: the book's; the history's where that lags or today has none yet.
  private <E extends MarketEvent> @Nullable E last(
      Call call,
      Instrument instrument,
      Function<Line, @Nullable E> book,
      BiFunction<LocalDate, Instrument, List<E>> day) {
    long known = call.historyNanos();
    E last = known == call.nowNanos() ? markets.line(call, instrument, book) : null;
    LocalDate date = history.session(known);
    for (int i = 0; last == null && i < LAST_DAYS; i++) {
      last =
          day.apply(date, instrument).reversed().stream()
              .filter(each -> each.epochNanos() <= known)
              .findFirst()
              .orElse(null);
      date = history.calendar().previous(date);
    }
    return last;
  }

  private List<Trade> priced(LocalDate date, Instrument instrument) {
    return history.trades(date, instrument).stream().filter(ConditionRules::updatesPrices).toList();
  }

  private void lastTrade(Call call) {
    require(call.plan().hasTrades());
    Instrument instrument = call.instrument("ticker");
    Trade trade = last(call, instrument, line -> line.trade, this::priced);
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
    Quote quote = last(call, instrument, line -> line.quote, history::quotes);
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
}
