package io.spyglass.vendor.polygon.simulator;

import io.javalin.config.RoutesConfig;
import io.spyglass.calendar.NewYork;
import io.spyglass.calendar.TradingDay;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// Whether the market is open, and the holidays to come.
final class MarketRoutes {
  private static final List<String> GROUPS =
      List.of(
          "s_and_p",
          "cgi",
          "cccy",
          "dow_jones",
          "ftse_russell",
          "msci",
          "mstar",
          "mstarc",
          "nasdaq",
          "societe_generale");
  private static final List<String> EXCHANGES = List.of("NYSE", "NASDAQ", "OTC");
  private static final int MONTHS = 12;
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final History history;

  MarketRoutes(History history) {
    this.history = history;
  }

  void register(Rest rest, RoutesConfig routes) {
    rest.get(routes, "/v1/marketstatus/now", this::now);
    rest.get(routes, "/v1/marketstatus/upcoming", this::upcoming);
  }

  private void now(Call call) {
    long nowNanos = call.nowNanos() + call.plan().delayNanos();
    String status = MarketClock.status(history.calendar(), nowNanos);
    boolean isExtended = status.endsWith("_trading");
    String word = isExtended ? "extended-hours" : status;
    Json json = call.json().beginObject();
    json.field("afterHours", status.equals("late_trading"));
    json.field("earlyHours", status.equals("early_trading"));
    json.name("currencies").beginObject();
    json.field("crypto", "open").field("fx", "open").endObject();
    json.name("exchanges").beginObject();
    EXCHANGES.forEach(each -> json.field(each.toLowerCase(Locale.ROOT), word));
    json.endObject().name("indicesGroups").beginObject();
    GROUPS.forEach(each -> json.field(each, status.equals("open") ? "open" : "closed"));
    json.endObject().field("market", word);
    json.field(
        "serverTime",
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            NewYork.dateTime(nowNanos).truncatedTo(ChronoUnit.SECONDS)));
    json.endObject();
  }

  private void upcoming(Call call) {
    Json json = call.json().beginArray();
    LocalDate first = NewYork.date(call.nowNanos() + call.plan().delayNanos());
    for (LocalDate date = first; date.isBefore(first.plusMonths(MONTHS)); date = date.plusDays(1)) {
      TradingDay day = history.calendar().day(date);
      boolean isWeekend =
          date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
      if (!isWeekend && day.kind() != TradingDay.Kind.OPEN) {
        for (String exchange : EXCHANGES) {
          holiday(json, day, exchange);
        }
      }
    }
    json.endArray();
  }

  private static void holiday(Json json, TradingDay day, String exchange) {
    boolean isClosed = !day.isOpen();
    json.beginObject();
    if (!isClosed) {
      json.field("close", instant(day.exchange().toNanos()));
    }
    json.field("date", day.date().toString()).field("exchange", exchange);
    json.field("name", isClosed ? "Market Holiday" : "Early Close");
    if (!isClosed) {
      json.field("open", instant(day.exchange().fromNanos()));
    }
    json.field("status", isClosed ? "closed" : "early-close").endObject();
  }

  private static String instant(long epochNanos) {
    return MILLIS.format(Instant.ofEpochMilli(epochNanos / 1_000_000));
  }
}
