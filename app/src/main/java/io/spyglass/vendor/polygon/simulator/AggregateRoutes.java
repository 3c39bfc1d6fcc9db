package io.spyglass.vendor.polygon.simulator;

import io.javalin.config.RoutesConfig;
import io.spyglass.calendar.NewYork;
import io.spyglass.model.Index;
import io.spyglass.model.Instrument;
import io.spyglass.model.Stock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Bars: of a range, of the day before, of one day, of all stocks on a day.
final class AggregateRoutes {
  private static final long MILLI = 1_000_000;
  private static final int PRESET = 5000;
  private static final int MOST = 50_000;

  /// How far back the free plan sees.
  private static final int YEARS = 2;

  private final History history;

  AggregateRoutes(History history) {
    this.history = history;
  }

  void register(Rest rest, RoutesConfig routes) {
    rest.get(
        routes, "/v2/aggs/ticker/{ticker}/range/{multiplier}/{timespan}/{from}/{to}", this::range);
    rest.get(routes, "/v2/aggs/ticker/{ticker}/prev", this::previous);
    rest.get(routes, "/v1/open-close/{ticker}/{date}", this::openClose);
    rest.get(routes, "/v2/aggs/grouped/locale/us/market/stocks/{date}", this::grouped);
  }

  private void range(Call call) {
    Instrument instrument = call.instrument("ticker");
    Timespan span = Timespan.of(call.path("timespan"));
    long from = instant(call.path("from"), "from", false);
    long to = instant(call.path("to"), "to", true);
    if (to <= from) {
      throw Refused.bad("The parameter 'to' cannot be a time that occurs before 'from'");
    }
    entitle(call, span, from, to);
    boolean descending = "desc".equals(call.parameter("sort"));
    long known = call.historyNanos();
    Range range = new Range(from, Math.min(to, known + 1), known, multiplier(call), span);
    int limit = call.limit(PRESET, MOST);
    BarPages pages = new BarPages(history, instrument, range);
    BarPages.Page page = pages.page(limit, descending);
    write(call, instrument, page, nextPath(call, page.next(), descending), limit);
  }

  private static void entitle(Call call, Timespan span, long fromNanos, long toNanos) {
    long oldest = NewYork.epochNanos(call.today().minusYears(YEARS), LocalTime.MIDNIGHT);
    boolean isOld = fromNanos < oldest && !call.plan().hasHistory();
    if (isOld || (span == Timespan.SECOND && !call.plan().hasSeconds())) {
      throw Refused.notTheTimeframe();
    }
    long todayNanos = NewYork.epochNanos(call.today(), LocalTime.MIDNIGHT);
    if (!call.plan().hasToday() && toNanos > todayNanos) {
      throw Refused.notToday();
    }
  }

  private static int multiplier(Call call) {
    try {
      int multiplier = Integer.parseInt(call.path("multiplier"));
      if (multiplier > 0) {
        return multiplier;
      }
    } catch (NumberFormatException e) {
      throw Refused.bad("The parameter 'multiplier' must be a number above 0");
    }
    throw Refused.bad("The parameter 'multiplier' must be a number above 0");
  }

  /// An instant from a date or milliseconds; behind the date or the millisecond for an end.
  private static long instant(String text, String name, boolean end) {
    try {
      if (text.length() == 10 && text.charAt(4) == '-') {
        LocalDate date = LocalDate.parse(text);
        return NewYork.epochNanos(end ? date.plusDays(1) : date, LocalTime.MIDNIGHT);
      }
      long millis = Long.parseLong(text);
      return Math.multiplyExact(end ? millis + 1 : millis, MILLI);
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw Refused.bad(
          "Could not parse the time parameter: '"
              + name
              + "'. Use YYYY-MM-DD or Unix MS Timestamps");
    }
  }

  private static @Nullable String nextPath(Call call, long nextNanos, boolean descending) {
    if (nextNanos == BarPages.LAST) {
      return null;
    }
    String from = descending ? call.path("from") : Long.toString(nextNanos / MILLI);
    String to = descending ? Long.toString(nextNanos / MILLI - 1) : call.path("to");
    return "/v2/aggs/ticker/%s/range/%s/%s/%s/%s"
        .formatted(call.path("ticker"), call.path("multiplier"), call.path("timespan"), from, to);
  }

  private static void write(
      Call call, Instrument instrument, BarPages.Page page, @Nullable String next, int limit) {
    Json json = call.json().beginObject();
    List<Candle> bars = page.bars();
    head(json, instrument, page.scanned(), bars.size(), call);
    if (!bars.isEmpty()) {
      json.name("results").beginArray();
      bars.forEach(bar -> bar(json, instrument, bar, null));
      json.endArray();
    }
    tail(call, bars.size());
    if (next != null) {
      boolean descending = "desc".equals(call.parameter("sort"));
      call.nextByPath(
          next, Map.of("limit", Integer.toString(limit), "sort", descending ? "desc" : "asc"));
    }
    json.endObject();
  }

  private static void head(Json json, Instrument instrument, int scanned, int count, Call call) {
    json.field("ticker", instrument.ticker());
    json.field("queryCount", (long) scanned).field("resultsCount", (long) count);
    if (!(instrument instanceof Index)) {
      json.field("adjusted", !"false".equals(call.parameter("adjusted")));
    }
  }

  private static void tail(Call call, int count) {
    Json json = call.json();
    json.field("status", call.plan().isDelayed() ? "DELAYED" : "OK");
    json.field("request_id", call.requestId());
    if (count > 0) {
      json.field("count", (long) count);
    }
  }

  private static void bar(Json json, Instrument instrument, Candle bar, @Nullable String ticker) {
    json.beginObject().field("T", ticker);
    if (!(instrument instanceof Index)) {
      json.size("v", "decimal_volume", bar.volume()).field("vw", bar.vwap());
    }
    json.field("o", bar.open()).field("c", bar.close());
    json.field("h", bar.high()).field("l", bar.low());
    json.field("t", bar.startNanos() / MILLI);
    if (!(instrument instanceof Index)) {
      json.field("n", bar.count());
    }
    json.strangers().endObject();
  }

  private void previous(Call call) {
    Instrument instrument = call.instrument("ticker");
    LocalDate date = history.calendar().previous(call.today());
    Candle bar = history.whole(date, instrument, Long.MAX_VALUE);
    int count = bar.exists() ? 1 : 0;
    Json json = call.json().beginObject();
    head(json, instrument, count, count, call);
    if (bar.exists()) {
      json.name("results").beginArray();
      bar(json, instrument, bar, instrument.ticker());
      json.endArray();
    }
    tail(call, count);
    json.endObject();
  }

  private void openClose(Call call) {
    Instrument instrument = call.instrument("ticker");
    LocalDate date = Filters.date(call.path("date"));
    if (date.equals(call.today()) && !call.plan().hasToday()) {
      throw Refused.notToday();
    }
    Candle day =
        history.has(date) ? history.whole(date, instrument, call.historyNanos()) : new Candle(0);
    if (!day.exists()) {
      throw Refused.notFound("Data not found.");
    }
    boolean isIndex = instrument instanceof Index;
    Json json = call.json().beginObject().field("status", "OK");
    json.field("from", isIndex ? date + "T00:00:00.000Z" : date.toString());
    json.field("symbol", instrument.ticker());
    json.field("open", day.open()).field("high", day.high());
    json.field("low", day.low()).field("close", day.close());
    if (!isIndex) {
      json.field("volume", day.volume());
    }
    json.field("afterHours", day.close()).field("preMarket", day.open()).endObject();
  }

  private void grouped(Call call) {
    Stock spy = new Stock("SPY");
    LocalDate date = Filters.date(call.path("date"));
    Candle day = history.has(date) ? history.whole(date, spy, call.historyNanos()) : new Candle(0);
    int count = day.exists() ? 1 : 0;
    Json json = call.json().beginObject();
    json.field("queryCount", (long) count).field("resultsCount", (long) count);
    json.field("adjusted", true);
    if (day.exists()) {
      json.name("results").beginArray();
      bar(json, spy, day, spy.ticker());
      json.endArray();
    }
    tail(call, count);
    json.endObject();
  }
}
