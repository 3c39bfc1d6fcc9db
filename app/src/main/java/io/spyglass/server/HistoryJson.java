package io.spyglass.server;

import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import java.util.List;

/// Encodes what a board shows by the minute.
final class HistoryJson {
  private static final int STEP_SECONDS = 60;

  private HistoryJson() {}

  /// The `/api/flow/history` document.
  static byte[] document(Underlying underlying, Sheet sheet, List<NetPremiums> contracts) {
    JsonBytes json = new JsonBytes().beginObject();
    json.name("underlying").text(underlying.symbol());
    json.name("expiry").text(FlowJson.text(sheet.expiry));
    json.name("as_of").instant(sheet.asOfNanos);
    whole(json, sheet);
    json.name("contracts").beginArray();
    for (NetPremiums contract : contracts) {
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

  /// The `/api/heatmap` document.
  static byte[] heatmap(Underlying underlying, Heatmap.Request request, Heatmap map) {
    JsonBytes json = new JsonBytes().beginObject();
    json.name("underlying").text(underlying.symbol());
    json.name("expiry").text(FlowJson.text(map.expiry()));
    json.name("as_of").instant(map.asOfNanos());
    json.name("generation").integer(map.generation());
    json.name("measure").text(request.measure().word());
    json.name("from").instant(map.fromNanos());
    json.name("step_seconds").integer((long) STEP_SECONDS * request.stepMinutes());
    json.name("steps").integer(map.steps());
    json.name("since").integer(request.since());
    json.name("strikes").beginArray();
    map.strikes().forEach(strike -> json.number(strike, FlowJson.STRIKE_DECIMALS));
    json.endArray();
    cells(json.name("calls"), map.calls());
    cells(json.name("puts"), map.puts());
    return json.endObject().toBytes();
  }

  private static void cells(JsonBytes json, Heatmap.Cells cells) {
    json.beginObject().name("strike_index").beginArray();
    for (int i = 0; i < cells.size(); i++) {
      json.integer(cells.strike(i));
    }
    json.endArray().name("step_index").beginArray();
    for (int i = 0; i < cells.size(); i++) {
      json.integer(cells.step(i));
    }
    json.endArray().name("value");
    json.column(cells.values(), cells.size(), FlowJson.PRICE_DECIMALS).endObject();
  }

  /// The `/api/contracts/{ticker}/history` document.
  static byte[] contract(ContractDay day) {
    OptionContract contract = day.contract();
    JsonBytes json = new JsonBytes().beginObject();
    json.name("ticker").text(contract.ticker());
    json.name("underlying").text(contract.underlying().symbol());
    json.name("root").text(contract.root());
    json.name("expiry").text(contract.expiry().toString());
    json.name("strike").number(contract.strike(), FlowJson.STRIKE_DECIMALS);
    json.name("right").text(String.valueOf(contract.right().letter()));
    json.name("as_of").instant(day.asOfNanos());
    json.name("generation").integer(day.generation());
    json.name("from").instant(day.fromNanos());
    json.name("step_seconds").integer(STEP_SECONDS);
    for (int i = 0; i < day.traded().length; i++) {
      Column column = ContractDay.TRADED.get(i);
      json.name(column.title()).column(day.traded()[i], day.count(), column.decimals());
    }
    for (int i = 0; i < day.stood().length; i++) {
      Column column = Column.OF_CONTRACT.get(Samples.FIRST + i);
      int decimals = Math.min(column.decimals(), Samples.decimals(i));
      json.name(column.title()).column(day.stood()[i], day.count(), decimals);
    }
    json.name("spot").column(day.spot(), day.count(), FlowJson.PRICE_DECIMALS);
    return json.endObject().toBytes();
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
