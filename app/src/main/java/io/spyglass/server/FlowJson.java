package io.spyglass.server;

import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one encoder of what a board shows: the document, the parts that snapshots and frames are
/// made of, and the history.
final class FlowJson {
  private static final int PRICE_DECIMALS = 4;
  private static final int STRIKE_DECIMALS = 3;

  private FlowJson() {}

  /// The `/api/flow` document; names that its contract does not list stand behind those that it
  /// does.
  static byte[] document(FlowBoard board, Underlying underlying, Sheet sheet) {
    JsonBytes json = new JsonBytes().beginObject();
    json.name("underlying").text(underlying.symbol());
    json.name("expiry").text(text(sheet.expiry));
    json.name("spot").number(sheet.spot, PRICE_DECIMALS);
    json.name("as_of").instant(sheet.asOfNanos);
    json.name("mode").text(board.mode().word());
    totals(json, sheet);
    contracts(json, sheet);
    json.name("root").text(sheet.root);
    json.name("spot_source").text(sheet.spotSource);
    json.name("greeks_approx").truth(isApproximate(underlying));
    json.name("recording").truth(sheet.recording);
    return json.endObject().toBytes();
  }

  /// Whether Greeks of the European kernel only approach those of the options on `underlying`.
  static boolean isApproximate(Underlying underlying) {
    return !underlying.isIndex();
  }

  private static void contracts(JsonBytes json, Sheet sheet) {
    json.name("contracts").beginArray();
    for (int i = 0; i < sheet.rows.size(); i++) {
      Row row = sheet.rows.get(i);
      json.beginObject().name("ticker").text(row.ticker);
      for (int place = 0; place < Column.PER_ROW; place++) {
        Column column = Column.OF_CONTRACT.get(place);
        json.name(column.title()).number(sheet.columns[place][i], column.decimals());
      }
      json.name("strike").number(row.contract.strike(), STRIKE_DECIMALS);
      json.name("right").text(letter(row.contract));
      json.name("in_view").truth(sheet.inView.contains(row));
      json.endObject();
    }
    json.endArray();
  }

  private static String letter(OptionContract contract) {
    return String.valueOf(contract.right().letter());
  }

  static void totals(JsonBytes json, Sheet sheet) {
    json.name("totals").beginObject();
    for (int place = 0; place < sheet.totals.length; place++) {
      Column total = Column.TOTALS.get(place);
      json.name(total.title()).number(sheet.totals[place], total.decimals());
    }
    json.endObject();
  }

  /// What moves above the rows.
  static void head(JsonBytes json, Sheet sheet) {
    json.name("as_of").instant(sheet.asOfNanos);
    json.name("spot").number(sheet.spot, PRICE_DECIMALS);
    json.name("spot_source").text(sheet.spotSource);
    json.name("recording").truth(sheet.recording);
    totals(json, sheet);
  }

  /// The numbers of the contracts in view.
  static void view(JsonBytes json, Sheet sheet) {
    numbers(json.name("view"), sheet.inView);
  }

  private static void numbers(JsonBytes json, List<Row> rows) {
    json.beginArray();
    for (int i = 0; i < rows.size(); i++) {
      json.integer(rows.get(i).number);
    }
    json.endArray();
  }

  /// The contracts that became known, by columns.
  static void listed(JsonBytes json, Sheet sheet) {
    json.name("listed").beginObject();
    numbers(json.name("id"), sheet.listed);
    json.name("ticker").beginArray();
    sheet.listed.forEach(row -> json.text(row.ticker));
    json.endArray().name("strike").beginArray();
    sheet.listed.forEach(row -> json.number(row.contract.strike(), STRIKE_DECIMALS));
    json.endArray().name("right").beginArray();
    sheet.listed.forEach(row -> json.text(letter(row.contract)));
    json.endArray().endObject();
  }

  /// The numbers of the sheet's contracts, by columns.
  static void rows(JsonBytes json, Sheet sheet) {
    json.name("rows").beginObject();
    numbers(json.name("id"), sheet.rows);
    for (int place = 0; place < Column.PER_ROW; place++) {
      Column column = Column.OF_CONTRACT.get(place);
      json.name(column.title()).column(sheet.columns[place], sheet.rows.size(), column.decimals());
    }
    json.endObject();
  }

  /// The history as a document of its own.
  static byte[] history(Underlying underlying, History history) {
    JsonBytes json = new JsonBytes().beginObject();
    json.name("underlying").text(underlying.symbol());
    json.name("expiry").text(text(history.expiry()));
    json.name("as_of").instant(history.asOfNanos());
    minutes(json, history);
    json.name("contracts").beginArray();
    for (History.OfContract contract : history.contracts()) {
      json.beginObject().name("ticker").text(contract.ticker());
      json.name("strike").number(contract.strike(), STRIKE_DECIMALS);
      json.name("net_premium");
      series(json, contract.netPremium());
      json.endObject();
    }
    return json.endArray().endObject().toBytes();
  }

  /// The minutes of the whole series, by columns.
  static void minutes(JsonBytes json, History history) {
    json.name("from").instant(history.openNanos());
    json.name("step_seconds").integer(60);
    json.name("call_net_premium");
    series(json, history.callNetPremium());
    json.name("put_net_premium");
    series(json, history.putNetPremium());
    json.name("spot");
    series(json, history.spot());
  }

  private static void series(JsonBytes json, double[] values) {
    json.column(values, values.length, PRICE_DECIMALS);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
