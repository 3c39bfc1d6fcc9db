package io.spyglass.server;

import io.spyglass.model.OptionContract;
import io.spyglass.model.Underlying;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Encodes what a board shows of an expiry: the document, and the parts that snapshots and frames
/// are made of.
final class FlowJson {
  static final int PRICE_DECIMALS = 4;
  static final int STRIKE_DECIMALS = 3;

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
    day(json, sheet);
    return json.endObject().toBytes();
  }

  private static void day(JsonBytes json, Sheet sheet) {
    json.name("previous_close").number(sheet.previousClose, PRICE_DECIMALS);
    json.name("open").number(sheet.open, PRICE_DECIMALS);
    json.name("bars").truth(sheet.bars);
  }

  /// What stays as it is while the same is shown.
  static void subject(JsonBytes json, FlowBoard board, Sheet sheet, Underlying underlying) {
    json.name("underlying").text(underlying.symbol());
    json.name("underlyings").beginArray();
    board.underlyings().forEach(each -> json.text(each.symbol()));
    json.endArray();
    json.name("root").text(sheet.root);
    json.name("expiry").text(text(sheet.expiry));
    expiries(json, sheet);
    json.name("mode").text(board.mode().word());
    json.name("greeks_approx").truth(isApproximate(underlying));
    json.name("previous_close").number(sheet.previousClose, PRICE_DECIMALS);
    MarketJson.write(json.name("market"), board, underlying, sheet.expiresNanos);
  }

  /// The expiries that can be asked for.
  static void expiries(JsonBytes json, Sheet sheet) {
    json.name("expiries").beginArray();
    sheet.expiries.forEach(each -> json.text(each.toString()));
    json.endArray();
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
    json.name("open").number(sheet.open, PRICE_DECIMALS);
    json.name("bars").truth(sheet.bars);
    json.name("tape").beginObject().name("generation").integer(sheet.generation);
    json.name("last").integer(sheet.tapeLast).endObject();
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

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
