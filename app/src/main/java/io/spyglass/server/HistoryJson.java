package io.spyglass.server;

import io.spyglass.model.Underlying;
import java.util.List;

/// Encodes what a board shows by the minute.
final class HistoryJson {
  private static final int STEP_SECONDS = 60;

  private HistoryJson() {}

  /// The `/api/flow/history` document.
  static byte[] document(Underlying underlying, Sheet sheet, List<ContractHistory> contracts) {
    JsonBytes json = new JsonBytes().beginObject();
    json.name("underlying").text(underlying.symbol());
    json.name("expiry").text(FlowJson.text(sheet.expiry));
    json.name("as_of").instant(sheet.asOfNanos);
    whole(json, sheet);
    json.name("contracts").beginArray();
    for (ContractHistory contract : contracts) {
      json.beginObject().name("ticker").text(contract.ticker());
      json.name("strike").number(contract.strike(), FlowJson.STRIKE_DECIMALS);
      double[] values = contract.netPremium();
      json.name("net_premium").column(values, values.length, FlowJson.PRICE_DECIMALS);
      json.endObject();
    }
    return json.endArray().endObject().toBytes();
  }

  /// All minutes so far, by columns.
  static void whole(JsonBytes json, Sheet sheet) {
    json.name("from").instant(sheet.tapeNanos);
    json.name("step_seconds").integer(STEP_SECONDS);
    columns(json, sheet);
  }

  /// The minutes that changed.
  static void changed(JsonBytes json, Sheet sheet) {
    json.name("minutes").beginObject();
    json.name("first").integer(sheet.firstMinute);
    columns(json, sheet);
    json.endObject();
  }

  private static void columns(JsonBytes json, Sheet sheet) {
    for (int i = 0; i < Minutes.SUMS.size(); i++) {
      Column sum = Minutes.SUMS.get(i);
      json.name(sum.title()).column(sheet.minutes[i], sheet.minuteCount, sum.decimals());
    }
    json.name("spot");
    json.column(sheet.minutes[Minutes.SUMS.size()], sheet.minuteCount, FlowJson.PRICE_DECIMALS);
  }
}
