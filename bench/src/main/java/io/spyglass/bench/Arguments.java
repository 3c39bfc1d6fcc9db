package io.spyglass.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The arguments of a command of this module: numbers, each behind its name, as `--seed 1`.
///
/// Immutable.
final class Arguments {
  private final Map<String, Double> numbers;

  private Arguments(Map<String, Double> numbers) {
    this.numbers = numbers;
  }

  /// Reads what was given.
  ///
  /// @param defaults the names that there are, each with what holds where it is not given
  /// @throws IllegalArgumentException for another name, or what is no number of at least 0
  static Arguments of(String[] given, Map<String, Double> defaults) {
    Map<String, Double> numbers = new TreeMap<>(defaults);
    for (int i = 0; i < given.length; i += 2) {
      String name = given[i];
      double number = i + 1 < given.length ? number(given[i + 1]) : Double.NaN;
      if (!defaults.containsKey(name) || !(number >= 0)) {
        throw new IllegalArgumentException(
            String.join(" ", Arrays.asList(given).subList(i, given.length))
                + " is not understood: expected numbers of at least 0 behind some of "
                + String.join(", ", new TreeMap<>(defaults).keySet()));
      }
      numbers.put(name, number);
    }
    return new Arguments(numbers);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  double get(String name) {
    Double number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("there is no " + name);
    }
    return number;
  }

  long whole(String name) {
    return Math.round(get(name));
  }
}
