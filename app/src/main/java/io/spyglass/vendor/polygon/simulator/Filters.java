package io.spyglass.vendor.polygon.simulator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the dotted filters of a request: `field`, `field.gt`, `.gte`, `.lt`, `.lte`, `.any_of`.
final class Filters {
  private static final int MOST_NAMED = 250;

  private Filters() {}

  /// What the filters of a field let through.
  static <T, V extends Comparable<? super V>> Predicate<T> of(
      Call call, String field, Function<String, V> parse, Function<T, V> value) {
    Predicate<T> all = _ -> true;
    all = and(all, call.parameter(field), parse, (each, wanted) -> each == 0, value);
    all = and(all, call.parameter(field + ".gt"), parse, (each, wanted) -> each > 0, value);
    all = and(all, call.parameter(field + ".gte"), parse, (each, wanted) -> each >= 0, value);
    all = and(all, call.parameter(field + ".lt"), parse, (each, wanted) -> each < 0, value);
    return and(all, call.parameter(field + ".lte"), parse, (each, wanted) -> each <= 0, value);
  }

  private interface Test<V> {
    boolean passes(int order, V wanted);
  }

  private static <T, V extends Comparable<? super V>> Predicate<T> and(
      Predicate<T> before,
      @Nullable String text,
      Function<String, V> parse,
      Test<V> test,
      Function<T, V> value) {
    if (text == null) {
      return before;
    }
    V wanted = parse.apply(text);
    return before.and(each -> test.passes(value.apply(each).compareTo(wanted), wanted));
  }

  /// @throws Refused for what is no date
  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Refused.bad("Could not parse the date '" + text + "'. Use YYYY-MM-DD");
    }
  }

  /// @throws Refused for what is no number
  static Double number(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw Refused.bad("Could not parse the number '" + text + "'");
    }
  }

  /// The tickers that are named, null where none are.
  static @Nullable List<String> anyOf(Call call, String field) {
    String text = call.parameter(field + ".any_of");
    if (text == null) {
      return null;
    }
    List<String> named = List.of(text.split(",", -1));
    if (named.size() > MOST_NAMED) {
      throw Refused.bad("The parameter '" + field + ".any_of' takes at most 250 tickers");
    }
    return named;
  }
}
