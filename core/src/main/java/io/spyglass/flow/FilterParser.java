package io.spyglass.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the grammar of [PrintFilter]; `web/src/model/filter.ts` is its twin, and both are held to
/// the cases of `filters.json`.
final class FilterParser {
  private static final Pattern TERM = Pattern.compile("[^ \\t\\r\\n]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]*");
  private static final Pattern RELATION = Pattern.compile(":|>=|>|<=|<|=(?![<>])");
  private static final Pattern BARE = Pattern.compile("[0-9.][0-9.-]*");
  private static final Pattern NUMBER = Pattern.compile("([0-9]+(\\.[0-9]+)?|\\.[0-9]+)[kmb]?");

  private final String text;

  FilterParser(String text) {
    this.text = text;
  }

  /// The terms in the order of the text.
  List<FilterTerm> terms() {
    if (text.length() > PrintFilter.LONGEST) {
      throw new MalformedFilter(
          PrintFilter.LONGEST, "a filter has at most " + PrintFilter.LONGEST + " characters");
    }
    List<FilterTerm> terms = new ArrayList<>();
    Matcher term = TERM.matcher(text);
    while (term.find()) {
      terms.add(term(term.start(), term.end()));
    }
    return terms;
  }

  private FilterTerm term(int from, int to) {
    if (BARE.matcher(text).region(from, to).matches()) {
      return bounds(FilterField.STRIKE, ":", from, to);
    }
    Matcher name = NAME.matcher(text).region(from, to);
    int at = name.lookingAt() ? name.end() : from;
    FilterField field = FilterField.of(text.substring(from, at));
    if (field == null) {
      throw new MalformedFilter(
          from, "write " + names() + ", such as prem>=250k, not " + quoted(from, to));
    }
    boolean isWords = !field.words().isEmpty();
    Matcher found = RELATION.matcher(text).region(at, to).useTransparentBounds(true);
    String relation = found.lookingAt() ? found.group().replaceFirst("^=", ":") : "";
    if (relation.isEmpty() || (isWords && !relation.equals(":"))) {
      throw new MalformedFilter(at, "write " + example(field));
    }
    return isWords ? words(field, found.end(), to) : bounds(field, relation, found.end(), to);
  }

  private static String names() {
    return anyOf(Arrays.stream(FilterField.values()).map(FilterField::text).toList());
  }

  private static String example(FilterField field) {
    return field.words().isEmpty()
        ? field.text() + ">=" + field.example() + ", with : > >= < or <= and no spaces"
        : field.text() + ":" + field.example() + ", with no spaces";
  }

  private static String anyOf(List<String> names) {
    String last = names.getLast();
    return names.stream().limit(names.size() - 1).collect(Collectors.joining(", ")) + " or " + last;
  }

  private String quoted(int from, int to) {
    return "'" + text.substring(from, to) + "'";
  }

  private FilterTerm words(FilterField field, int from, int to) {
    List<FilterWord> wanted = new ArrayList<>();
    int at = from;
    while (at <= to) {
      int comma = text.indexOf(',', at);
      int end = comma < 0 || comma > to ? to : comma;
      wanted.add(word(field, at, end));
      at = end + 1;
    }
    return FilterTerm.Words.of(field, wanted);
  }

  private FilterWord word(FilterField field, int from, int to) {
    String given = text.substring(from, to).toLowerCase(Locale.ROOT);
    for (FilterWord word : field.words()) {
      if (word.isSpelled(given)) {
        return word;
      }
    }
    String expected = anyOf(field.words().stream().map(FilterWord::text).toList());
    throw new MalformedFilter(
        from, field.text() + " wants " + expected + ", not " + quoted(from, to));
  }

  private FilterTerm bounds(FilterField field, String relation, int from, int to) {
    int dash = relation.equals(":") ? text.indexOf('-', from) : -1;
    if (dash < 0 || dash >= to) {
      long value = number(field, from, to);
      return FilterTerm.Bounds.of(field, relation, value, value);
    }
    long low = number(field, from, dash);
    long high = number(field, dash + 1, to);
    if (high < low) {
      throw new MalformedFilter(
          from, field.text() + " wants a range that rises, not " + quoted(from, to));
    }
    return FilterTerm.Bounds.of(field, relation, low, high);
  }

  private long number(FilterField field, int from, int to) {
    String given = text.substring(from, to).toLowerCase(Locale.ROOT);
    if (!NUMBER.matcher(given).matches()) {
      throw new MalformedFilter(
          from,
          field.text()
              + " wants a number such as "
              + field.example()
              + ", not "
              + quoted(from, to));
    }
    long value = FilterNumber.parse(given);
    if (value == FilterNumber.OUTSIDE) {
      throw new MalformedFilter(
          from,
          field.text()
              + " wants a number below 100b of at most 4 decimals, not "
              + quoted(from, to));
    }
    return value;
  }
}
