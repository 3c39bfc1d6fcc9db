package io.spyglass.server;

import io.spyglass.calendar.Phase;
import io.spyglass.calendar.TradingCalendar;
import io.spyglass.calendar.TradingDay;
import io.spyglass.model.Underlying;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// The hours of a trading day in documents, so that a page has only to subtract: the phases,
/// between which the market is closed, and the first of the next trading day.
final class MarketJson {
  private MarketJson() {}

  /// Writes the hours as an object.
  ///
  /// @param expiresNanos when what is shown stops trading, 0 for unknown
  static void write(JsonBytes json, FlowBoard board, Underlying underlying, long expiresNanos) {
    TradingCalendar calendar = board.calendar();
    LocalDate date = board.date();
    json.beginObject().name("date").text(date.toString());
    json.name("phases").beginArray();
    for (Phase phase : calendar.hours(underlying, date).phases()) {
      json.beginObject().name("phase").text(word(phase));
      json.name("from").instant(phase.span().fromNanos());
      json.name("to").instant(phase.span().toNanos()).endObject();
    }
    json.endArray();
    next(json, calendar.hours(underlying, calendar.next(date)).phases());
    json.name("short_day").truth(calendar.day(date).kind() == TradingDay.Kind.EARLY_CLOSE);
    json.name("expires_at").instant(expiresNanos).endObject();
  }

  private static void next(JsonBytes json, List<Phase> phases) {
    Phase first = phases.getFirst();
    json.name("next").beginObject().name("phase").text(word(first));
    json.name("from").instant(first.span().fromNanos()).endObject();
  }

  private static String word(Phase phase) {
    return phase.kind().name().toLowerCase(Locale.ROOT);
  }
}
