package io.spyglass.lake;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A column of a lake file.
///
/// @param name as in the file
/// @param type as DuckDB spells it
/// @param accepts which types of another tool's file are taken
/// @param optional whether another tool's file may lack it; it is then read as null
record Column(String name, String type, Accepts accepts, boolean optional) {
  private static final Set<String> INTEGERS =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT");

  /// The kinds of type that can be read without loss.
  enum Accepts {
    INTEGER("an integer"),
    NUMBER("a number"),
    TEXT("a string"),
    NUMBERS("a list of numbers"),
    ANY("anything");

    private final String text;

    Accepts(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static Column time(String name) {
    return new Column(name, "BIGINT", Accepts.INTEGER, false);
  }

  /// A whole number; another tool's double is rounded.
  static Column whole(String name) {
    return new Column(name, "BIGINT", Accepts.NUMBER, false);
  }

  static Column number(String name) {
    return new Column(name, "DOUBLE", Accepts.NUMBER, false);
  }

  static Column text(String name) {
    return new Column(name, "VARCHAR", Accepts.TEXT, false);
  }

  static Column small(String name) {
    return new Column(name, "INTEGER", Accepts.NUMBER, false);
  }

  /// This column, absent in another tool's file without harm.
  Column orAbsent() {
    return new Column(name, type, accepts, true);
  }

  /// Whether a file's column of this type can be read as this one.
  boolean takes(String actual) {
    return switch (accepts) {
      case INTEGER -> INTEGERS.contains(actual);
      case NUMBER -> isNumber(actual);
      case TEXT -> actual.equals("VARCHAR") || actual.startsWith("ENUM");
      case NUMBERS -> actual.endsWith("[]") && isNumber(actual.substring(0, actual.length() - 2));
      case ANY -> true;
    };
  }

  /// The expression that reads this column from a file in which it has the type `actual`, null for
  /// a column that is not there.
  String read(@Nullable String actual) {
    if (type.equals(actual)) {
      return name;
    }
    return "TRY_CAST(" + (actual == null ? "NULL" : name) + " AS " + type + ")";
  }

  /// The same, where a number that is missing is null however the file spells it.
  String readForFile(@Nullable String actual) {
    String value = read(actual);
    return type.equals("DOUBLE")
        ? "CASE WHEN isnan(" + value + ") THEN NULL ELSE " + value + " END"
        : value;
  }

  private static boolean isNumber(String type) {
    return INTEGERS.contains(type)
        || type.equals("DOUBLE")
        || type.equals("FLOAT")
        || type.startsWith("DECIMAL");
  }
}
