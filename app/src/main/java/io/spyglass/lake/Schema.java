package io.spyglass.lake;

import static io.spyglass.lake.Column.number;
import static io.spyglass.lake.Column.small;
import static io.spyglass.lake.Column.text;
import static io.spyglass.lake.Column.time;
import static io.spyglass.lake.Column.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The columns of one kind of lake file, its key and the order of its rows.
///
/// @param columns in file order
/// @param key what makes a row unique
/// @param order the rows' order: time, then key
record Schema(List<Column> columns, List<String> key, String order) {
  /// The version written to every file's metadata; columns are only ever added at the end.
  static final int VERSION = 1;

  private static final Column DATE = new Column("date", "VARCHAR", Column.Accepts.ANY, true);

  /// Bars of stocks and options.
  static final Schema BARS =
      new Schema(
          List.of(
              time("timestamp"),
              number("open"),
              number("high"),
              number("low"),
              number("close"),
              whole("volume"),
              number("vwap").orAbsent(),
              text("ticker"),
              DATE),
          List.of("ticker", "timestamp"),
          "timestamp, ticker");

  /// Bars of an index, which trades nothing.
  static final Schema INDEX_BARS =
      new Schema(
          List.of(
              time("timestamp"),
              number("open"),
              number("high"),
              number("low"),
              number("close"),
              text("ticker"),
              text("source").orAbsent(),
              DATE),
          List.of("ticker", "timestamp"),
          "timestamp, ticker");

  /// The best bid and offer in force at the end of each minute.
  static final Schema MINUTE_QUOTES =
      new Schema(
          List.of(
              time("timestamp"),
              number("bid"),
              number("ask"),
              whole("bid_size").orAbsent(),
              whole("ask_size").orAbsent(),
              text("ticker"),
              DATE),
          List.of("ticker", "timestamp"),
          "timestamp, ticker");

  static final Schema OPEN_INTEREST =
      new Schema(
          List.of(
              text("ticker"),
              whole("open_interest"),
              new Column("effective_date", "VARCHAR", Column.Accepts.ANY, true)),
          List.of("ticker"),
          "ticker");

  static final Schema NEWS =
      new Schema(
          List.of(
              time("timestamp"),
              text("article_id"),
              text("title"),
              text("description").orAbsent(),
              number("sentiment").orAbsent(),
              text("keywords").orAbsent(),
              text("tickers").orAbsent(),
              text("source").orAbsent(),
              DATE),
          List.of("article_id"),
          "timestamp, article_id");

  /// Every trade of one contract, as delivered.
  static final Schema TRADES =
      new Schema(
          List.of(
              text("ticker"),
              time("sip_timestamp"),
              whole("participant_timestamp").orAbsent(),
              number("price"),
              number("size"),
              small("exchange").orAbsent(),
              new Column("conditions", "INTEGER[]", Column.Accepts.NUMBERS, true),
              whole("sequence_number").orAbsent(),
              small("correction").orAbsent()),
          List.of("sip_timestamp", "sequence_number", "exchange"),
          "sip_timestamp, sequence_number NULLS FIRST, exchange, arrival");

  /// Every quote of one contract.
  static final Schema QUOTES =
      new Schema(
          List.of(
              text("ticker"),
              time("sip_timestamp"),
              number("bid_price"),
              number("ask_price"),
              whole("bid_size").orAbsent(),
              whole("ask_size").orAbsent(),
              whole("sequence_number").orAbsent()),
          List.of("sip_timestamp", "sequence_number"),
          "sip_timestamp, sequence_number NULLS FIRST, arrival");

  /// The column names, separated by commas.
  String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /// The select list that reads a file with these columns as this schema; what it lacks is null.
  String projection(Map<String, String> actual) {
    return list(column -> column.read(actual.get(column.name())));
  }

  /// The same for rows that go into another file: none of their numbers is `NaN`.
  String projectionForFile(Map<String, String> actual) {
    return list(column -> column.readForFile(actual.get(column.name())));
  }

  private String list(Function<Column, String> expression) {
    return columns.stream()
        .map(column -> expression.apply(column) + " AS " + column.name())
        .collect(Collectors.joining(", "));
  }

  /// What keeps a file with these columns from being read as this schema; empty when it fits.
  List<String> misfits(Map<String, String> actual) {
    List<String> misfits = new ArrayList<>();
    for (Column column : columns) {
      String type = actual.get(column.name());
      if (type == null && !column.optional()) {
        misfits.add("no column " + column.name());
      } else if (type != null && !column.takes(type)) {
        misfits.add(column.name() + " is " + type + " where " + column.accepts() + " belongs");
      }
    }
    return misfits;
  }
}
