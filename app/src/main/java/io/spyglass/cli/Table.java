package io.spyglass.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows under named columns, as every read command prints them: aligned text for people, an array
/// of objects for programs.
///
/// A column's name is its heading and its JSON key (`spx_close`). Columns of numbers align right;
/// an absent value is `-` as text and null as JSON. Where the text is wider than the terminal, the
/// last column wraps. Owned by one thread.
final class Table {
  private static final String GAP = "  ";
  private static final int NARROWEST_WRAP = 20;

  private final List<String> columns;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  private Table(List<String> columns) {
    this.columns = columns;
  }

  /// An empty table with these columns.
  static Table of(String... columns) {
    return new Table(List.of(columns));
  }

  /// Adds a row and returns this table.
  Table add(@Nullable Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row has " + cells.length + " cells, the table " + columns.size() + " columns");
    }
    rows.add(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(cells))));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /// One map a row, in column order.
  List<Map<String, @Nullable Object>> records() {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      for (int column = 0; column < columns.size(); column++) {
        entry.put(columns.get(column), row.get(column));
      }
      records.add(entry);
    }
    return records;
  }

  /// The table as lines of text, none wider than `width` where the last column can wrap.
  String text(int width) {
    int[] widths = widths();
    boolean[] right = rightAligned();
    int last = columns.size() - 1;
    int before = 0;
    for (int column = 0; column < last; column++) {
      before += widths[column] + GAP.length();
    }
    widths[last] = Math.min(widths[last], Math.max(NARROWEST_WRAP, width - before));
    StringBuilder text = new StringBuilder();
    appendRow(text, columns, widths, right);
    for (List<@Nullable Object> row : rows) {
      appendRow(text, row.stream().map(Table::cell).toList(), widths, right);
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[columns.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = width(columns.get(column));
      for (List<@Nullable Object> row : rows) {
        widths[column] = Math.max(widths[column], width(cell(row.get(column))));
      }
    }
    return widths;
  }

  private boolean[] rightAligned() {
    boolean[] right = new boolean[columns.size()];
    for (int column = 0; column < right.length; column++) {
      int index = column;
      right[column] =
          rows.stream().anyMatch(row -> row.get(index) instanceof Number)
              && rows.stream()
                  .map(row -> row.get(index))
                  .allMatch(cell -> cell == null || cell instanceof Number);
    }
    return right;
  }

  private static void appendRow(
      StringBuilder text, List<String> cells, int[] widths, boolean[] right) {
    int last = cells.size() - 1;
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < last; column++) {
      line.append(padded(cells.get(column), widths[column], right[column])).append(GAP);
    }
    int indent = width(line);
    for (String part : wrapped(cells.get(last), widths[last])) {
      line.append(padded(part, widths[last], right[last]));
      text.append(line.toString().stripTrailing()).append('\n');
      line = new StringBuilder(" ".repeat(indent));
    }
  }

  private static List<String> wrapped(String cell, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : cell.split(" ", -1)) {
      if (!line.isEmpty() && width(line) + 1 + width(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String padded(String cell, int width, boolean right) {
    String padding = " ".repeat(Math.max(0, width - width(cell)));
    return right ? padding + cell : cell + padding;
  }

  private static int width(CharSequence cell) {
    return Character.codePointCount(cell, 0, cell.length());
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "-";
      case Double number when number.isNaN() -> "-";
      case Boolean truth -> truth ? "yes" : "no";
      case Path path -> path.toString();
      case Iterable<?> values -> String.join(", ", strings(values));
      default -> value.toString();
    };
  }

  private static List<String> strings(Iterable<?> values) {
    List<String> strings = new ArrayList<>();
    values.forEach(value -> strings.add(String.valueOf(value)));
    return strings;
  }
}
