package io.spyglass.flow;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a term of a [PrintFilter] is about, in the order of the canonical text.
enum FilterField {
  SIDE("buy"),
  RIGHT("call"),
  STRIKE("6600"),
  DELTA(".3"),
  DTE("0"),
  PREM("250k"),
  SIZE("100"),
  PRICE("5"),
  COND("sweep");

  private final String example;

  FilterField(String example) {
    this.example = example;
  }

  /// The field of that name, null for none.
  static @Nullable FilterField of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (FilterField field : values()) {
      if (field.text().equals(lower)) {
        return field;
      }
    }
    return lower.equals("premium") ? PREM : null;
  }

  /// Its name in the text.
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Its words in canonical order; none where it is a number.
  List<FilterWord> words() {
    return FilterWord.of(this);
  }

  /// Something that can stand behind its name.
  String example() {
    return example;
  }

  /// Whether thousands are written with a letter.
  boolean isShortened() {
    return this == PREM || this == SIZE;
  }

  /// The bits of a print that those of words are compared with.
  long bits(PrintFilter.Subject print) {
    return switch (this) {
      case SIDE -> FilterWord.bits(print.side());
      case RIGHT -> FilterWord.bits(print.isCall());
      case COND -> FilterWord.bits(print.conditions());
      case STRIKE, DELTA, DTE, PREM, SIZE, PRICE -> 0;
    };
  }

  /// The number of a print that bounds are compared with.
  double number(PrintFilter.Subject print) {
    return switch (this) {
      case STRIKE -> print.strike();
      case DELTA -> Math.abs(print.delta());
      case DTE -> print.daysToExpiry();
      case PREM -> print.premium();
      case SIZE -> print.size();
      case PRICE -> print.price();
      case SIDE, RIGHT, COND -> Double.NaN;
    };
  }
}
