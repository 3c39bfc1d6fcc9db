package io.spyglass.flow;

import java.util.List;
import java.util.stream.Collectors;

/// A term of a [PrintFilter]. Its text is canonical. Immutable.
sealed interface FilterTerm {

  /// What it is about.
  FilterField field();

  /// Whether it holds for a print.
  boolean holds(PrintFilter.Subject print);

  /// Any of some words of a field.
  ///
  /// @param wanted in the field's order, none twice
  record Words(FilterField field, List<FilterWord> wanted, long bits) implements FilterTerm {

    static Words of(FilterField field, List<FilterWord> wanted) {
      List<FilterWord> ordered = field.words().stream().filter(wanted::contains).toList();
      long bits = ordered.stream().mapToLong(FilterWord::bits).reduce(0, (a, b) -> a | b);
      return new Words(field, ordered, bits);
    }

    @Override
    public boolean holds(PrintFilter.Subject print) {
      return (field.bits(print) & bits) != 0;
    }

    @Override
    public String toString() {
      return wanted.stream()
          .map(FilterWord::text)
          .collect(Collectors.joining(",", field.text() + ":", ""));
    }
  }

  /// A number within bounds.
  ///
  /// @param relation how the bounds are written: `:`, `>`, `>=`, `<` or `<=`
  /// @param low the number written first, in ten-thousandths
  /// @param high the one behind `-`; without one as `low`
  /// @param from the least value that is within, less half a ten-thousandth
  /// @param below the greatest one, and half a ten-thousandth
  record Bounds(FilterField field, String relation, long low, long high, double from, double below)
      implements FilterTerm {

    static Bounds of(FilterField field, String relation, long low, long high) {
      double from =
          switch (relation) {
            case ">" -> half(2 * low + 1);
            case "<", "<=" -> Double.NEGATIVE_INFINITY;
            default -> half(2 * low - 1);
          };
      double below =
          switch (relation) {
            case "<" -> half(2 * high - 1);
            case ">", ">=" -> Double.POSITIVE_INFINITY;
            default -> half(2 * high + 1);
          };
      return new Bounds(field, relation, low, high, from, below);
    }

    /// Halves of a ten-thousandth as a number.
    private static double half(long halves) {
      return halves / 20_000.0;
    }

    @Override
    public boolean holds(PrintFilter.Subject print) {
      double value = field.number(print);
      return value >= from && value < below;
    }

    @Override
    public String toString() {
      String first = field.text() + relation + FilterNumber.text(low, field.isShortened());
      return low == high ? first : first + "-" + FilterNumber.text(high, field.isShortened());
    }
  }
}
